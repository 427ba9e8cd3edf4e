"""A killed server answers what it had taken, once, when it comes back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.dateline import Dateline
from tests.fake_slack.people import SECRET, People, text_of
from tests.fake_slack.server import BOT_TOKEN, FakeSlack
from tests.integration.conftest import serving
from tests.integration.slack.conftest import CAMERAS, Connected
from tests.integration.slack.paces import slow


@pytest.fixture
def environment(slack: FakeSlack) -> dict[str, str]:
    """With which `dateline serve` talks to the fake."""
    return {
        "DATELINE_SLACK_BOT_TOKEN": BOT_TOKEN,
        "DATELINE_SLACK_SIGNING_SECRET": SECRET,
        "DATELINE_SLACK_API_URL": slack.api_url,
    }


def test_kill_9_between_question_and_answer_loses_and_doubles_nothing(
    sample_archive_copy: Path, slack: FakeSlack, environment: dict[str, str]
) -> None:
    """One question was answered, one was posted without word of it, one was not answered at all."""
    question = "How many Turkish posts are in Idlib?"
    with serving(sample_archive_copy, **environment) as (url, process):
        people = People(slack, url)
        answered = people.asks("C0DESK", question)
        assert people.answers_to(answered)
        slack.fail("chat.postMessage", "500 after", *["500"] * 20)
        unconfirmed = people.asks("C0DESK", question)
        assert people.until(lambda: people.slack.workspace.answers("C0DESK", unconfirmed.thread))
        slack.fail("conversations.replies", *["500"] * 20)
        waiting = people.asks("C1DESK", question)
        time.sleep(0.5)
        process.kill()
    slack.faults.clear()

    with serving(sample_archive_copy, **environment) as (url, _):
        people.app_url = url
        assert people.tell(waiting.body) == 200
        said = (answered, unconfirmed, waiting)
        assert all(people.answers_to(one, seconds=20) for one in said)
        time.sleep(1.0)  # for an answer too many to show itself
        counts = [len(slack.workspace.answers(one.channel, one.thread)) for one in said]

    assert counts == [1, 1, 1]


def test_a_stream_that_a_restart_broke_off_is_finished_in_place(
    connected: Connected, newsroom: Dateline, slack: FakeSlack
) -> None:
    """The message that had begun carries the whole answer, and there is no other."""
    with connected(slow(newsroom, 0.7)) as people:
        said = people.asks("C0DESK", CAMERAS)
        assert people.until(lambda: slack.called("chat.startStream"))

    with connected():
        (answer,) = people.answers_to(said)

    assert "Show evidence" in text_of(answer)
    assert text_of(answer).count("An earlier figure was 15") == 1


def test_a_start_while_slack_is_away_forgets_no_question(connected: Connected, slack: FakeSlack) -> None:
    """What was taken in before is answered once Slack is back."""
    with connected() as people:
        slack.fail("chat.postMessage", *["500"] * 20)
        said = people.asks("C0DESK", CAMERAS)
        assert people.until(lambda: [call for call in slack.calls if call.method == "chat.postMessage"])
    slack.faults.clear()
    slack.down = True

    with connected() as people:
        assert people.tell(people.writes("C1DESK", CAMERAS).body) == 500, "Slack sends it again later"
        slack.down = False

        assert len(people.answers_to(said, seconds=15)) == 1
