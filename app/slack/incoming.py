"""What Slack sends, read into one value; pure. Bots, edits and what is not addressed to Dateline read as None."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.slack.text import plain

Kind = Literal["question", "command", "check", "share", "evidence", "greeting", "change"]
Payload = Mapping[str, Any]

_PUBLIC = "public "
_SPOKEN = {None, "file_share", "thread_broadcast"}
"""Message subtypes under which a person says something new."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that must be answered once.

    Attributes:
        event_id: Slack's name for the event; the same when Slack sends it again.
        channel: where it was said; ids of direct messages start with D.
        text: the question, the message to check, the id of the answer to share or to explain, or the change of a
            watched figure.
        ts: the message that asks; None for what is no message.
        thread_ts: the thread in which to reply; None for a command, and for a greeting in Slack's agent view.
        in_thread: the thread was there before, so that what was said in it matters.
        trigger_id: opens a modal, within three seconds.
        response_url: where a command or shortcut is answered, for half an hour.
        public: a command that wants its answer in the channel.
    """

    kind: Kind
    event_id: str
    team: str
    user: str
    channel: str
    text: str = ""
    ts: str | None = None
    thread_ts: str | None = None
    in_thread: bool = False
    trigger_id: str | None = None
    response_url: str | None = None
    public: bool = False

    @property
    def is_direct(self) -> bool:
        return self.channel.startswith("D")

    @property
    def conversation(self) -> str | None:
        """The thread as a conversation, or the direct messages outside threads as one; a command has none."""
        if self.thread_ts is None:
            return None
        everything = f"slack:{self.team}:{self.channel}"
        return everything if self.is_direct and not self.in_thread else f"{everything}:{self.thread_ts}"


def from_message(body: Payload) -> Incoming | None:
    """A mention in a channel or a direct message."""
    event = body["event"]
    is_mention = event["type"] == "app_mention"
    if not (is_mention or event.get("channel_type") == "im") or not _is_new_from_person(event):
        return None
    return Incoming(
        kind="question",
        event_id=body["event_id"],
        team=body.get("team_id") or event.get("team", ""),
        user=event["user"],
        channel=event["channel"],
        text=plain(event.get("text", "")),
        ts=event["ts"],
        thread_ts=event.get("thread_ts") or event["ts"],
        in_thread="thread_ts" in event,
    )


def from_opening(body: Payload) -> Incoming | None:
    """A person opens the assistant pane, or the messages of the app in the agent view."""
    event = body["event"]
    if event["type"] == "app_home_opened":
        if event.get("tab") != "messages":
            return None
        return Incoming("greeting", body["event_id"], body.get("team_id", ""), event["user"], event["channel"])
    thread = event["assistant_thread"]
    return Incoming(
        kind="greeting",
        event_id=body["event_id"],
        team=body.get("team_id", ""),
        user=thread["user_id"],
        channel=thread["channel_id"],
        thread_ts=thread["thread_ts"],
    )


def from_command(body: Payload) -> Incoming:
    """``/ask question``, answered to the asker alone, or ``/ask public question``."""
    text = plain(body.get("text", ""))
    public = text.lower().startswith(_PUBLIC)
    return Incoming(
        kind="command",
        event_id=body["trigger_id"],
        team=body["team_id"],
        user=body["user_id"],
        channel=body["channel_id"],
        text=text[len(_PUBLIC) :] if public else text,
        response_url=body["response_url"],
        public=public,
    )


def from_shortcut(body: Payload) -> Incoming:
    """The shortcut "Check this against the archive" on a message."""
    return Incoming(
        kind="check",
        event_id=body["trigger_id"],
        team=body["team"]["id"],
        user=body["user"]["id"],
        channel=body["channel"]["id"],
        text=plain(body["message"].get("text", "")),
        response_url=body["response_url"],
    )


def from_button(body: Payload, kind: Literal["share", "evidence"]) -> Incoming:
    """A click on a button under an answer."""
    return Incoming(
        kind=kind,
        event_id=body["trigger_id"],
        team=body["team"]["id"],
        user=body["user"]["id"],
        channel=body["channel"]["id"],
        text=body["actions"][0]["value"],
        trigger_id=body["trigger_id"],
        response_url=body["response_url"],
        public=True,
    )


def asked_before(messages: Iterable[Payload]) -> tuple[str, ...]:
    """The questions that people asked, in the order of the messages."""
    said = (plain(message.get("text", "")) for message in messages if _is_from_person(message))
    return tuple(text for text in said if text.endswith("?"))


def _is_new_from_person(event: Payload) -> bool:
    return _is_from_person(event) and "edited" not in event


def _is_from_person(event: Payload) -> bool:
    is_bot = "bot_id" in event or event.get("user") in {None, "USLACKBOT"}
    return event.get("subtype") in _SPOKEN and not is_bot
