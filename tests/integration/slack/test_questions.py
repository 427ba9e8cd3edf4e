"""Mentions, direct messages, threads: each question gets one answer, and nobody else does."""

from __future__ import annotations

import pytest

from tests.fake_slack.people import People, text_of
from tests.fake_slack.workspace import BOT_ID, BOT_USER
from tests.integration.chat.newsroom import UNKNOWN
from tests.integration.slack.conftest import CAMERAS, Connected

CHANNEL, DIRECT = "C0DESK", "D0EDITOR"


def test_a_mention_is_answered_in_its_thread(people: People) -> None:
    """The answer cites, links to the article at the cited span, and carries plain text too."""
    said = people.asks(CHANNEL, CAMERAS)

    (answer,) = people.answers_to(said)

    assert answer["thread_ts"] == said.message["ts"]
    assert answer["text"].startswith("20 cameras")
    told = text_of(answer)
    assert "*20* cameras" in told
    assert "https://news.example/articles/" in told
    assert "#cited|[1]>" in told
    assert "Figures over time" in told


def test_a_direct_message_is_answered_and_its_thread_gets_a_title(people: People) -> None:
    """No mention is needed where nobody else listens."""
    said = people.asks(DIRECT, CAMERAS)

    (answer,) = people.answers_to(said)

    assert answer["text"].startswith("20 cameras")
    (titled,) = people.until(lambda: people.slack.workspace.titles)
    assert titled["title"] == CAMERAS


def test_a_refusal_shows_related_articles_and_no_citation(people: People) -> None:
    """What the archive does not say is not said here either."""
    (answer,) = people.answers_to(people.asks(CHANNEL, UNKNOWN))

    assert "does not answer this question" in answer["text"]
    assert "Show evidence" not in text_of(answer)
    assert "[1]" not in text_of(answer)


def test_a_follow_up_in_the_thread_leans_on_the_question_before(people: People) -> None:
    """The thread is the conversation."""
    first = people.asks(CHANNEL, CAMERAS)
    assert people.answers_to(first)

    (answer,) = people.answers_to(people.asks(CHANNEL, "and in January?", thread_ts=first.thread))

    assert answer["text"].startswith("12 cameras")


def test_a_direct_message_leans_on_the_one_before(people: People) -> None:
    """Nobody opens a thread to ask on in private; in a thread below, what was asked above it counts too."""
    channel = "D0REPORTER"
    first = people.asks(channel, CAMERAS)
    assert people.answers_to(first)

    (answer,) = people.answers_to(people.asks(channel, "and in January?"))
    inside = people.answers_to(people.asks(channel, "and in January?", thread_ts=first.thread))[-1]

    assert answer["text"].startswith("12 cameras")
    assert inside["text"].startswith("12 cameras")


def test_a_follow_up_leans_on_what_others_asked_in_the_thread(people: People) -> None:
    """Dateline was not asked then, but it reads the thread it is called into."""
    root = people.slack.workspace.add(CHANNEL, user="U0REPORTER", text=CAMERAS)
    people.slack.workspace.add(CHANNEL, user="U0OTHER", text="No idea.", thread_ts=root["ts"])

    (answer,) = people.answers_to(people.asks(CHANNEL, "and in January?", thread_ts=root["ts"]))

    assert answer["text"].startswith("12 cameras")


def test_the_same_event_three_times_gets_one_answer(people: People) -> None:
    """Slack sends an event again when it did not hear in time that it was taken."""
    said = people.asks(CHANNEL, CAMERAS)
    assert people.tell(said.body) == 200
    assert people.answers_to(said)
    assert people.tell(said.body) == 200

    later = people.asks(CHANNEL, UNKNOWN)
    people.answers_to(later)

    assert len(people.answers_to(said)) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"bot_id": BOT_ID, "user": BOT_USER},
        {"bot_id": "B0OTHER"},
        {"subtype": "bot_message"},
        {"subtype": "message_changed"},
        {"edited": {"user": "U0EDITOR", "ts": "1"}},
    ],
    ids=["own", "other bot", "bot message", "changed", "edited"],
)
def test_bots_and_edits_are_ignored(people: People, fields: dict[str, object]) -> None:
    """Only what a person newly says is a question."""
    said = people.writes(CHANNEL, CAMERAS, **fields)
    assert people.tell(said.body) == 200

    after = people.asks(CHANNEL, CAMERAS)
    people.answers_to(after)

    assert people.slack.workspace.answers(CHANNEL, said.thread) == []


def test_a_mention_without_a_question_is_told_what_to_ask(people: People) -> None:
    """Being called is never met with silence."""
    (answer,) = people.answers_to(people.asks(CHANNEL, ""))

    assert "Ask me" in answer["text"]


def test_other_channels_are_told_so_by_a_word_to_the_asker_alone(connected: Connected) -> None:
    """DATELINE_SLACK_CHANNELS; direct messages are answered all the same."""
    with connected(slack_channels=("C0OTHER",)) as people:
        people.asks(CHANNEL, CAMERAS)
        (whispered,) = people.until(lambda: people.slack.workspace.ephemeral)
        direct = people.answers_to(people.asks(DIRECT, CAMERAS))

    assert "does not answer here" in whispered["text"]
    assert whispered["user"] == "U0EDITOR"
    assert len(direct) == 1


def test_who_asks_too_much_is_told_to_wait(connected: Connected) -> None:
    """The limit is each person's own."""
    with connected(slack_questions_per_user=2) as people:
        said = [people.asks(CHANNEL, CAMERAS) for _ in range(3)]
        other = people.asks(CHANNEL, CAMERAS, user="U0OTHER")
        (whispered,) = people.until(lambda: people.slack.workspace.ephemeral)
        answered = [len(people.answers_to(one, seconds=3)) for one in (*said[:2], other)]

    assert "ask again in" in whispered["text"]
    assert answered == [1, 1, 1]


def test_other_workspaces_are_not_answered(connected: Connected) -> None:
    """DATELINE_SLACK_WORKSPACES."""
    with connected(slack_workspaces=("T0OTHER",)) as people:
        said = people.asks(CHANNEL, CAMERAS)

        assert people.answers_to(said, seconds=1) == []
