"""A fake Slack, and Dateline with a small archive that talks to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.archive.identity import new_article
from app.dateline import Dateline
from app.models import Article
from app.settings import Settings
from tests.fake_slack.people import SECRET, People
from tests.fake_slack.server import APP_TOKEN, BOT_TOKEN, FakeSlack, running
from tests.integration.chat.newsroom import opened, served

Connected = Callable[..., AbstractContextManager[People]]


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dateline]:
    """The small archive, answered by extracts."""
    with opened(tmp_path_factory.mktemp("slack")) as dateline:
        list(dateline.add(bridge_articles()))
        yield dateline


@pytest.fixture
def sample_archive_copy(sample_archive: Path, tmp_path: Path) -> Path:
    """The sample articles in an archive that a test may change."""
    return Path(shutil.copytree(sample_archive, tmp_path / "archive"))


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A workspace of Slack."""
    with running() as fake:
        yield fake


@pytest.fixture
def connected(newsroom: Dateline, slack: FakeSlack) -> Connected:
    """Connects a Dateline, the small archive's unless another is given, to the fake workspace."""

    @contextmanager
    def connect(dateline: Dateline = newsroom, *, socket_mode: bool = False, **settings: Any) -> Iterator[People]:
        configured = slack_settings(dateline, slack, **settings)
        with served(replace(dateline, settings=configured), socket_mode=socket_mode) as url:
            yield People(slack, None if socket_mode else url)

    return connect


@pytest.fixture
def people(connected: Connected) -> Iterator[People]:
    """People who reach Dateline by events over HTTP."""
    with connected() as found:
        yield found


@pytest.fixture
def http_without_slack(newsroom: Dateline) -> Iterator[httpx.Client]:
    """A client of a server where Slack is not configured."""
    with served(newsroom) as url, httpx.Client(base_url=url) as client:
        yield client


CAMERAS = "How many cameras does the Heron bridge have?"
"""Answered in three claims: 20 now, 15 earlier, 12 before that."""


def bridge_articles() -> list[Article]:
    """Three invented reports of a number that grows, and one of a march."""
    told = [
        ("2020-01-10", "Harbour Post", "The Heron bridge has 12 cameras, the port office said on Friday."),
        ("2020-02-10", "Coast Courier", "The Heron bridge now has 15 cameras, Mayor Ilse Berg said on Monday."),
        ("2020-03-02", "Levant Ledger", "The Heron bridge now has 20 cameras, the port office said on Monday."),
        ("2020-03-07", "Coast Courier", "Some 4,200 people marched in Nordhaven on Saturday, the police said."),
    ]
    return [
        new_article(
            text=text, title=f"Cameras on Heron bridge, {day}", source=source, published_at=day, publisher_id=day
        )
        for day, source, text in told
    ]


def slack_settings(dateline: Dateline, slack: FakeSlack, **settings: Any) -> Settings:
    """Settings with which Dateline talks to the fake."""
    given = {
        "archive": dateline.settings.archive,
        "slack_bot_token": BOT_TOKEN,
        "slack_app_token": APP_TOKEN,
        "slack_signing_secret": SECRET,
        "slack_api_url": slack.api_url,
        "public_url": "https://news.example",
        "slack_questions_per_user": 1_000,
        "slack_questions_per_channel": 1_000,
    }
    return Settings(**{**given, **settings})  # type: ignore[arg-type]  # validated there
