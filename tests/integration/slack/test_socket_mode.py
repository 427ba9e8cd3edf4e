"""Events over a connection that Dateline opens."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.dateline import Dateline
from app.errors import SlackRefused
from app.wiring import prove_surfaces
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


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"slack_app_token": "xapp-wrong"}, "DATELINE_SLACK_APP_TOKEN"),
        ({"slack_bot_token": "xoxb-wrong"}, "DATELINE_SLACK_BOT_TOKEN"),
    ],
)
def test_a_wrong_token_is_told_before_anything_is_served(
    newsroom: Dateline, slack: FakeSlack, wrong: dict[str, str], named: str
) -> None:
    """With the setting to correct; the socket client by itself would try for ever."""
    with pytest.raises(SlackRefused, match=named):
        prove_surfaces(slack_settings(newsroom, slack, **wrong), socket_mode=True)


def test_a_start_does_not_need_slack(newsroom: Dateline, slack: FakeSlack) -> None:
    """What cannot be proved now may well be right."""
    slack.down = True

    prove_surfaces(slack_settings(newsroom, slack), socket_mode=True)


def test_the_command_names_a_missing_token(tmp_path: Path) -> None:
    """Before anything is loaded or opened."""
    done = dateline("slack", "--port", "0", archive=tmp_path / "archive", DATELINE_SLACK_BOT_TOKEN="xoxb-x")  # noqa: S106

    assert done.returncode == 1
    assert "DATELINE_SLACK_APP_TOKEN" in done.stderr
