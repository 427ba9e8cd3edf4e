"""The slash command and the message shortcut."""

from __future__ import annotations

from app.dateline import Dateline
from tests.fake_slack.people import ACK_WITHIN_SECONDS, People, text_of
from tests.integration.slack.conftest import CAMERAS, Connected
from tests.integration.slack.paces import slow


def test_ask_answers_the_asker_alone(people: People) -> None:
    """Nothing is posted in the channel."""
    assert people.command(CAMERAS) == 200

    (reply,) = people.until(lambda: people.slack.workspace.replies)

    assert reply["response_type"] == "ephemeral"
    assert "20 cameras" in reply["text"]
    assert people.slack.workspace.messages == {}


def test_ask_public_answers_in_the_channel(people: People) -> None:
    """The word "public" is no part of the question."""
    people.command(f"public {CAMERAS}")

    (reply,) = people.until(lambda: people.slack.workspace.replies)

    assert reply["response_type"] == "in_channel"
    assert "20 cameras" in reply["text"]


def test_a_slow_command_is_acknowledged_and_told_at_once(connected: Connected, newsroom: Dateline) -> None:
    """Then the answer comes."""
    with connected(slow(newsroom, 1.0)) as people:
        people.command(CAMERAS)
        first, second = people.until(lambda: len(replies := people.slack.workspace.replies) == 2 and replies)

    assert people.ack_seconds[0] < ACK_WITHIN_SECONDS
    assert "Reading the archive" in first["text"]
    assert "20 cameras" in second["text"]


def test_a_command_without_a_question_explains_itself(people: People) -> None:
    """Help, not silence."""
    people.command("")

    (reply,) = people.until(lambda: people.slack.workspace.replies)

    assert "Ask me" in reply["text"]


def test_a_question_that_is_too_long_is_told_so(people: People) -> None:
    """In the words of the core, with the next step."""
    people.command("why? " * 1_000)

    (reply,) = people.until(lambda: people.slack.workspace.replies)

    assert "at most 2,000 are accepted" in reply["text"]


def test_who_commands_too_much_is_told_to_wait(connected: Connected) -> None:
    """Where the command was given, to the asker alone: the app need not be in the channel."""
    with connected(slack_questions_per_user=1) as people:
        people.command(f"public {CAMERAS}")
        assert people.until(lambda: people.slack.workspace.replies)
        people.command(f"public {CAMERAS}")
        _, refused = people.until(lambda: len(replies := people.slack.workspace.replies) == 2 and replies)

    assert "ask again in" in refused["text"]
    assert refused["response_type"] == "ephemeral"


def test_a_message_is_checked_claim_by_claim(people: People) -> None:
    """What the archive supports with the quote, what it does not with the nearest article."""
    message = "The Heron bridge now has 20 cameras. The Heron bridge has 99 cameras."

    people.interacts(
        "message_action", callback_id="dateline_check", message={"type": "message", "text": message, "ts": "1.1"}
    )

    (reply,) = people.until(lambda: people.slack.workspace.replies)
    assert reply["text"] == "The archive supports 1 of 2 claims."
    told = text_of(reply)
    assert "“The Heron bridge now has 20 cameras, the port office said on Monday.”" in told
    assert "does not support this\n&gt;The Heron" not in told
    assert "Nearest article" in told
