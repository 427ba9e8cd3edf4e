"""The small archive with a chat model that does as a test says, and a server without one."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.dateline import Dateline
from tests.integration.chat.faulty_model import writers
from tests.integration.chat.faulty_server import FaultyServer, faulty_server
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


@pytest.fixture
def faulty() -> Iterator[FaultyServer]:
    """A model's server; what it replies and how it fails is set on it."""
    with faulty_server() as server:
        yield server


@pytest.fixture
def newsroom(faulty: FaultyServer, tmp_path: Path) -> Iterator[Dateline]:
    """The small archive, answered with that server's model."""
    with opened(tmp_path / "archive", writers=writers(faulty.url)) as dateline:
        yield dateline
