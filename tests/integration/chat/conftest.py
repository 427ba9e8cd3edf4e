"""A server without a chat model."""

from collections.abc import Iterator

import httpx
import pytest

from app.dateline import Dateline
from tests.integration.chat.newsroom import opened, served


@pytest.fixture(scope="session")
def extractive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dateline]:
    """The small archive, answered by extracts."""
    with opened(tmp_path_factory.mktemp("newsroom")) as dateline:
        yield dateline


@pytest.fixture(scope="session")
def extractive_url(extractive: Dateline) -> Iterator[str]:
    """Base URL of a server without a chat model."""
    with served(extractive) as url:
        yield url


@pytest.fixture
def http(extractive_url: str) -> Iterator[httpx.Client]:
    """A client of that server."""
    with httpx.Client(base_url=extractive_url, timeout=60) as client:
        yield client
