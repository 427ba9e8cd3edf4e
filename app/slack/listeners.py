"""What Bolt calls: each listener reads what came in and hands it on; answers are made aside.

Bolt acknowledges once a listener returns (``process_before_response``), so that nothing is acknowledged before it is
kept, and nothing waits for an answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from slack_bolt.async_app import AsyncAck, AsyncApp

from app.archive.archive import Archive
from app.slack.formatting import EVIDENCE, FEEDBACK, SHARE
from app.slack.incoming import Incoming, from_button, from_command, from_message, from_opening, from_shortcut

COMMAND = "/ask"
CHECK = "dateline_check"

Body = dict[str, Any]
Removed = Callable[[str | None, str], Awaitable[None]]


class Intake(Protocol):
    """Takes over what came in."""

    async def take(self, incoming: Incoming) -> None: ...


def add_listeners(app: AsyncApp, intake: Intake, archive: Archive, removed: Removed) -> None:
    """Register everything that Slack can tell the app.

    Args:
        intake: told of each question once it is read.
        archive: keeps feedback.
        removed: told when a workspace takes the app out.
    """
    _add_questions(app, intake)
    _add_buttons(app, intake, archive)
    _add_removal(app, removed)


def _add_questions(app: AsyncApp, intake: Intake) -> None:
    async def message(body: Body) -> None:
        incoming = from_message(body)
        if incoming:
            await intake.take(incoming)

    async def opening(body: Body) -> None:
        incoming = from_opening(body)
        if incoming:
            await intake.take(incoming)

    async def command(ack: AsyncAck, body: Body) -> None:
        await intake.take(from_command(body))
        await ack()

    async def shortcut(ack: AsyncAck, body: Body) -> None:
        await intake.take(from_shortcut(body))
        await ack()

    app.event("app_mention")(message)
    app.event("message")(message)
    app.event("assistant_thread_started")(opening)
    app.event("assistant_thread_context_changed")(_nothing)
    app.event("app_home_opened")(opening)
    app.command(COMMAND)(command)
    app.message_shortcut(CHECK)(shortcut)


def _add_buttons(app: AsyncApp, intake: Intake, archive: Archive) -> None:
    async def feedback(ack: AsyncAck, body: Body) -> None:
        rating, _, answer_id = str(body["actions"][0]["value"]).partition(":")
        await asyncio.to_thread(archive.feedback.add, answer_id, "up" if rating == "up" else "down", "", "slack")
        await ack()

    async def share(ack: AsyncAck, body: Body) -> None:
        await intake.take(from_button(body, "share"))
        await ack()

    async def evidence(ack: AsyncAck, body: Body) -> None:
        await intake.take(from_button(body, "evidence"))
        await ack()

    app.action(FEEDBACK)(feedback)
    app.action(SHARE)(share)
    app.action(EVIDENCE)(evidence)


def _add_removal(app: AsyncApp, removed: Removed) -> None:
    async def removal(body: Body) -> None:
        await removed(body.get("enterprise_id"), body["team_id"])

    app.event("app_uninstalled")(removal)
    app.event("tokens_revoked")(removal)


async def _nothing() -> None:
    """An event that needs no answer."""
