"""What Slack sends, read."""

from __future__ import annotations

from typing import Any

import pytest

from app.slack.incoming import asked_before, from_command, from_message, from_opening

EVENT = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "5.1", "text": "<@U0> How many?"}


def body(**event: Any) -> dict[str, Any]:
    return {"event_id": "Ev1", "team_id": "T1", "event": {**EVENT, **event}}


def test_a_mention_opens_a_thread_under_itself() -> None:
    """Which names the conversation."""
    incoming = from_message(body())

    assert incoming is not None
    assert (incoming.text, incoming.thread_ts, incoming.in_thread) == ("How many?", "5.1", False)
    assert incoming.conversation == "slack:T1:C1:5.1"


def test_a_mention_in_a_thread_stays_there() -> None:
    """The conversation is that of the thread."""
    incoming = from_message(body(thread_ts="4.1"))

    assert incoming is not None
    assert (incoming.thread_ts, incoming.in_thread) == ("4.1", True)


@pytest.mark.parametrize(
    "event",
    [
        {"bot_id": "B1"},
        {"user": None},
        {"user": "USLACKBOT"},
        {"subtype": "message_deleted"},
        {"edited": {}},
        {"type": "message", "channel_type": "channel"},
    ],
)
def test_what_no_person_newly_says_to_us_is_nothing(event: dict[str, Any]) -> None:
    """No answer to bots, edits, or talk among others."""
    assert from_message(body(**event)) is None


@pytest.mark.parametrize(
    ("text", "question", "public"),
    [
        ("How many?", "How many?", False),
        ("public How many?", "How many?", True),
        ("Public How many?", "How many?", True),
        ("public", "public", False),
        ("publicans: how many?", "publicans: how many?", False),
        ("", "", False),
    ],
)
def test_a_command_is_private_unless_it_says_public(text: str, question: str, public: bool) -> None:
    """The word is no part of the question."""
    given = {"trigger_id": "t", "team_id": "T1", "user_id": "U1", "channel_id": "C1", "response_url": "https://x"}

    incoming = from_command({**given, "text": text})

    assert (incoming.text, incoming.public) == (question, public)


@pytest.mark.parametrize(("tab", "greets"), [("messages", True), ("home", False)])
def test_the_agent_view_is_opened_by_its_messages_tab(tab: str, greets: bool) -> None:
    """The home tab is another page."""
    opened = from_opening(body(type="app_home_opened", tab=tab))

    assert (opened is not None) == greets


def test_questions_of_people_are_the_history_of_a_thread() -> None:
    """Statements and bots' messages are not."""
    said = [
        {"user": "U1", "text": "How many posts are in Idlib?"},
        {"user": "U0", "bot_id": "B0", "text": "40?"},
        {"user": "U2", "text": "No idea."},
        {"user": "U2", "text": "<@U0> and before?", "edited": {}},
    ]

    assert asked_before(said) == ("How many posts are in Idlib?", "and before?")
