"""Questions watched for a channel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from app.archive.identity import new_article
from app.cli.commands import app as command_line
from app.cli.desk import announced
from app.dateline import Dateline
from app.slack import watching
from tests.fake_slack.people import People, text_of
from tests.integration.chat.newsroom import opened
from tests.integration.slack.conftest import CAMERAS, Connected, bridge_articles


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Dateline]:
    """An archive of its own, so that articles can be added."""
    with opened(tmp_path) as dateline:
        list(dateline.add(bridge_articles()))
        yield dateline


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.05)


def test_a_channel_is_told_once_when_a_watched_figure_changes(connected: Connected, bridge: Dateline) -> None:
    """Old → new, both with their quotes; a further change is told against the newest value."""
    with connected(bridge) as people, httpx.Client(base_url=people.app_url or "") as http:
        added = http.post("/v1/slack/watches", json={"question": CAMERAS, "channel": "C0DESK"})
        assert added.status_code == 200, added.text
        (opening,) = people.slack.workspace.messages["C0DESK"]
        report(bridge, 25, "2020-03-05")
        (first,) = changes(people, 1)
        report(bridge, 31, "2020-03-09")
        first, second = changes(people, 2)

    assert "20 cameras" in opening["text"]
    assert first["text"].startswith("20 → 25")
    assert second["text"].startswith("25 → 31")
    assert first["thread_ts"] == opening["ts"]
    assert "now has 20 cameras" in text_of(first)
    assert "now has 25 cameras" in text_of(first)


def test_the_command_watches_lists_and_stops(connected: Connected, bridge: Dateline) -> None:
    """By way of the server that runs."""
    folder = bridge.settings.archive

    def command(*arguments: str) -> str:
        done = CliRunner().invoke(command_line, ["slack", "watch", *arguments, "--archive", str(folder)])
        return done.output if done.exit_code == 0 else str(done.exception)

    with connected(bridge) as people, announced(folder, people.app_url or ""):
        assert command(CAMERAS, "C0DESK") == f"Watching 1: {CAMERAS}\n"
        assert command() == f"1  C0DESK  {CAMERAS}\n"
        assert command("--stop", "1") == "Stopped 1.\n"
        assert "no watched question 1" in command("--stop", "1")
        assert command() == "Nothing is watched.\n"
    assert "Start `dateline slack`" in command()


def test_what_has_no_figure_cannot_be_watched(connected: Connected, bridge: Dateline) -> None:
    """Said at once, and nothing is posted."""
    with connected(bridge) as people, httpx.Client(base_url=people.app_url or "") as http:
        refused = http.post("/v1/slack/watches", json={"question": "Who opened the zebra quay?", "channel": "C0DESK"})

    assert refused.status_code == 422
    assert "no figure" in refused.json()["detail"]
    assert people.slack.workspace.messages == {}


def report(dateline: Dateline, cameras: int, day: str) -> None:
    text = f"The Heron bridge now has {cameras} cameras, the port office said."
    list(
        dateline.add(
            [new_article(text=text, title="Cameras", source="Levant Ledger", published_at=day, publisher_id=day)]
        )
    )


def changes(people: People, count: int) -> list[dict[str, object]]:
    """The messages after the opening one, once there are so many."""
    posted = people.until(lambda: len(found := people.slack.workspace.messages["C0DESK"][1:]) >= count and found)
    assert posted, "no change was told"
    return list(posted)
