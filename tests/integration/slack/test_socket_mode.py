"""Events over a connection that Dateline opens."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.dateline import Dateline
from app.errors import SlackRefused
from app.slack.surface import Slack
from tests.fake_slack.server import FakeSlack
from tests.integration.conftest import dateline
from tests.integration.slack.conftest import CAMERAS, Connected, slack_settings


def test_questions_arrive_over_the_socket(connected: Connected) -> None:
    """Acknowledged by envelope; commands and clicks too."""
    with connected(socket_mode=True) as people:
        (answer,) = people.answers_to(people.asks("C0DESK", CAMERAS))
        assert people.command(CAMERAS) == 200
        assert people.until(lambda: people.slack.workspace.replies)

    assert answer["text"].startswith("20 cameras")


def test_a_lost_connection_is_opened_again(connected: Connected, slack: FakeSlack) -> None:
    """Slack closes every connection after some hours."""
    with connected(socket_mode=True) as people:
        assert people.until(lambda: slack.sockets)
        first = slack.sockets[-1]
        asyncio.run_coroutine_threadsafe(first.send_json({"type": "disconnect", "reason": "warning"}), slack.loop)
        assert people.until(lambda: slack.sockets and slack.sockets[-1] is not first)

        assert len(people.answers_to(people.asks("C0DESK", CAMERAS))) == 1


def test_a_wrong_app_token_is_told_at_once(newsroom: Dateline, slack: FakeSlack) -> None:
    """With the setting to correct."""
    settings = slack_settings(newsroom, slack, slack_app_token="xapp-wrong")  # noqa: S106

    async def run() -> None:
        async with Slack(settings, socket_mode=True).running(newsroom):
            pass

    with pytest.raises(SlackRefused, match="DATELINE_SLACK_APP_TOKEN"):
        asyncio.run(run())


def test_the_command_names_a_missing_token(tmp_path: Path) -> None:
    """Before anything is loaded or opened."""
    done = dateline("slack", "--port", "0", archive=tmp_path / "archive", DATELINE_SLACK_BOT_TOKEN="xoxb-x")  # noqa: S106

    assert done.returncode == 1
    assert "DATELINE_SLACK_APP_TOKEN" in done.stderr
