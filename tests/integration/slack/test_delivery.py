"""One answer for one question, whatever Slack does meanwhile."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.dateline import Dateline
from tests.fake_slack.blocks import problems_of_message
from tests.fake_slack.people import ACK_WITHIN_SECONDS, People, text_of
from tests.fake_slack.server import FakeSlack, Fault
from tests.integration.chat.faulty_model import writers
from tests.integration.chat.faulty_server import faulty_server
from tests.integration.chat.newsroom import LAMPS, opened
from tests.integration.slack.conftest import CAMERAS, Connected
from tests.integration.slack.paces import long, slow

CHANNEL = "C0DESK"
PAUSE_SECONDS, LONG_PAUSE_SECONDS = 0.7, 2.0


@pytest.mark.parametrize("fault", ["500", "500 after", "drop after", "429"])
def test_a_failed_post_is_made_good_and_never_doubled(people: People, fault: Fault) -> None:
    """Slack may have posted the message whose reply was lost."""
    people.slack.fail("chat.postMessage", fault)
    said = people.asks(CHANNEL, CAMERAS)

    (answer,) = people.answers_to(said)

    assert answer["text"].startswith("20 cameras")
    time.sleep(0.3)
    assert len(people.answers_to(said)) == 1


def test_a_rate_limit_is_waited_out_as_long_as_slack_says(people: People) -> None:
    """Retry-After: nothing is posted before."""
    people.slack.fail("chat.postMessage", "429")
    started = time.monotonic()
    said = people.asks(CHANNEL, CAMERAS)

    assert people.answers_to(said)

    assert time.monotonic() - started >= 1.0


def test_what_slack_refuses_is_not_tried_again(people: People) -> None:
    """An archived channel stays archived."""
    people.slack.fail("chat.postMessage", "refuse", "refuse")
    said = people.asks(CHANNEL, CAMERAS)
    assert people.until(lambda: [call for call in people.slack.calls if call.method == "chat.postMessage"])

    people.slack.faults.clear()
    assert people.answers_to(people.asks(CHANNEL, CAMERAS))
    assert people.answers_to(said, seconds=1.5) == []


def test_a_quick_answer_is_one_message_and_one_call(people: People) -> None:
    """There is nothing to stream."""
    people.answers_to(people.asks(CHANNEL, CAMERAS))

    assert [call.method for call in people.slack.calls if call.method != "auth.test"] == ["chat.postMessage"]


def test_a_slow_answer_is_acknowledged_at_once_told_and_streamed(
    connected: Connected, newsroom: Dateline, slack: FakeSlack
) -> None:
    """A status first, then the checked text piece by piece, then figures, sources and buttons below it."""
    with connected(slow(newsroom, PAUSE_SECONDS)) as people:
        (answer,) = people.answers_to(people.asks(CHANNEL, CAMERAS))

    assert max(people.ack_seconds) < PAUSE_SECONDS
    assert slack.workspace.statuses[0]["status"] == "is reading the archive…"
    assert [call.method for call in slack.calls][-3:] == ["chat.startStream", "chat.appendStream", "chat.stopStream"]
    assert answer["markdown_text"].startswith("20 cameras, according to the port office")
    assert "[\\[1\\]](https://news.example/articles/" in answer["markdown_text"]
    assert "Figures over time" in text_of(answer)
    assert not problems_of_message(answer["blocks"])


def test_a_chat_model_that_is_too_slow_costs_no_answer(connected: Connected, slack: FakeSlack, tmp_path: Path) -> None:
    """A real request to a model server that hangs; the extracts that come instead say so."""
    with faulty_server() as model, opened(tmp_path, writers=writers(model.url)) as dateline:
        model.fault = "slow"
        with connected(dateline) as people:
            (answer,) = people.answers_to(people.asks(CHANNEL, LAMPS))

    assert max(people.ack_seconds) < ACK_WITHIN_SECONDS
    assert slack.workspace.statuses
    assert "17 lamps" in text_of(answer)
    assert "This answer is made of extracts instead." in text_of(answer)


def test_more_slow_questions_than_are_worked_on_are_all_acknowledged_and_told(
    connected: Connected, newsroom: Dateline, slack: FakeSlack
) -> None:
    """Nobody waits for an answer, or for a sign of one, because others do."""
    with connected(slow(newsroom, LONG_PAUSE_SECONDS), chat_base_url="http://127.0.0.1:9") as people:
        said = [people.writes(f"C{number:03}", CAMERAS, user=f"U{number:03}") for number in range(10)]
        assert set(people.all_tell([one.body for one in said])) == {200}
        answered = [len(people.answers_to(one, seconds=30)) for one in said]

    assert max(people.ack_seconds) < LONG_PAUSE_SECONDS
    assert set(answered) == {1}
    assert {one["channel_id"] for one in slack.workspace.statuses} >= {one.channel for one in said}


@pytest.mark.parametrize("missing", [{"chat.startStream"}, {"chat.startStream", "assistant.threads.setStatus"}])
def test_where_nothing_streams_one_message_is_updated(
    connected: Connected, newsroom: Dateline, slack: FakeSlack, missing: set[str]
) -> None:
    """The workspace is asked once at most whether it streams."""
    slack.unknown = missing
    with connected(slow(newsroom, PAUSE_SECONDS)) as people:
        (answer,) = people.answers_to(people.asks(CHANNEL, CAMERAS))
        assert people.until(lambda: "Show evidence" in text_of(answer))
        assert len(people.answers_to(people.asks(CHANNEL, CAMERAS))) == 1

    assert answer["text"].startswith("20 cameras")
    assert answer["updates"] >= 1
    assert sum(call.method == "chat.startStream" for call in slack.calls) <= 1


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("chat.startStream", "500"),
        ("chat.startStream", "drop after"),
        ("chat.appendStream", "500"),
        ("chat.appendStream", "500 after"),
        ("chat.stopStream", "drop after"),
    ],
)
def test_a_stream_that_breaks_off_ends_as_one_whole_message(
    connected: Connected, newsroom: Dateline, slack: FakeSlack, method: str, fault: Fault
) -> None:
    """Whether or not Slack did what it gave no reply to."""
    slack.fail(method, fault)
    with connected(slow(newsroom, PAUSE_SECONDS)) as people:
        said = people.asks(CHANNEL, CAMERAS)
        (answer,) = people.answers_to(said)
        time.sleep(0.3)
        assert len(people.answers_to(said)) == 1

    told = text_of(answer)
    assert told.count("according to the port office (Levant Ledger, 2 March 2020)") == 1
    assert told.count("An earlier figure was 15") == 1
    assert "Show evidence" in told


def test_an_outage_in_the_middle_of_a_stream_delays_the_answer_and_loses_nothing(
    connected: Connected, newsroom: Dateline, slack: FakeSlack
) -> None:
    """Slack is down for some seconds once the stream has begun."""
    with connected(slow(newsroom, PAUSE_SECONDS)) as people:
        said = people.asks(CHANNEL, CAMERAS)
        assert people.until(lambda: slack.called("chat.startStream"))
        slack.down = True
        time.sleep(2.5)
        slack.down = False
        (answer,) = people.answers_to(said, seconds=15)

    assert "Show evidence" in text_of(answer)
    assert text_of(answer).count("An earlier figure was 15") == 1


def test_an_answer_of_30_000_characters_comes_whole_in_several_messages(
    connected: Connected, newsroom: Dateline
) -> None:
    """No limit of Slack's is met with silence; the sources stand under the last."""
    with connected(long(newsroom, 30_000)) as people:
        said = people.asks(CHANNEL, CAMERAS)
        posted = lambda: people.slack.workspace.answers(CHANNEL, said.thread)  # noqa: E731
        assert people.until(lambda: "Show evidence" in "".join(map(text_of, posted())), seconds=15)
        answers = people.answers_to(said)

    assert all(not problems_of_message(answer["blocks"]) for answer in answers)
    told = "".join(text_of(answer) for answer in answers)
    assert told.count("according to the port office (Levant Ledger, 2 March 2020)") > 100
    assert "Show evidence" in text_of(answers[-1])


def test_two_hundred_questions_at_once_all_get_one_answer(connected: Connected) -> None:
    """From 25 channels; Slack's limit of a post a second and channel holds."""
    with connected() as people:
        said = [people.writes(f"C{number % 25:03}", CAMERAS, user=f"U{number:03}") for number in range(200)]
        statuses = people.all_tell([one.body for one in said])
        answered = [len(people.answers_to(one, seconds=40)) for one in said]

    assert set(statuses) == {200}
    assert set(answered) == {1}
    assert sorted(people.ack_seconds)[-2] < ACK_WITHIN_SECONDS
