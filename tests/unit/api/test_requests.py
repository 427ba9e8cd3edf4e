import logging

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from prometheus_client import CollectorRegistry

from app.api.requests import RequestFrame


def test_a_path_cannot_write_a_log_line(caplog: pytest.LogCaptureFixture) -> None:
    """What follows an encoded line break stays in the line of its request."""
    app = FastAPI()
    app.add_middleware(RequestFrame, max_body_bytes=1, registry=CollectorRegistry())

    with caplog.at_level(logging.INFO, "app.api.requests"):
        TestClient(app).get("/x%0A2026-01-01 INFO forged")

    assert [line.split(" 404 ")[0] for line in caplog.messages] == ["GET /x%0A2026-01-01%20INFO%20forged"]
