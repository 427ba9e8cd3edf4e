"""From what came in to an answer that is delivered: taken in once, worked on aside, finished even after a restart."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import NamedTuple, TypeVar

from aiohttp import ClientSession
from pydantic import TypeAdapter

from app.archive.inbox import Waiting
from app.dateline import Dateline
from app.errors import DatelineError, SlackBusy, SlackUnreachable
from app.slack.allowance import Allowances
from app.slack.answers import Answers
from app.slack.asides import CommandReply
from app.slack.delivery import Reply, ThreadReply
from app.slack.formatting import notice
from app.slack.greeting import greet
from app.slack.incoming import Incoming
from app.slack.workspaces import Workspace, Workspaces

log = logging.getLogger(__name__)

T = TypeVar("T")
_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 60.0
_TRIES = 200
"""A little over three hours."""
_FREE = frozenset({"greeting", "share", "evidence"})
"""What is no question does not count as one."""
_INCOMING = TypeAdapter(Incoming)


class _Begun(NamedTuple):
    """What an earlier process did: where its reply stands, and whether there was one."""

    reply: str | None = None
    unsure: bool = False


class Worker:
    """Answers what comes in; made and closed with the archive that is open.

    Args:
        dateline: an open archive.
        workspaces: where answers go.
        answers: makes them.
        allowances: who may ask how much.
        session: for commands' response URLs.
    """

    def __init__(
        self,
        dateline: Dateline,
        workspaces: Workspaces,
        answers: Answers,
        allowances: Allowances,
        session: ClientSession,
    ) -> None:
        self._inbox = dateline.archive.inbox
        self._workspaces = workspaces
        self._answers = answers
        self._allowances = allowances
        self._session = session
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, incoming: Incoming) -> None:
        """Keep what came in, for good, and begin to work on it; what was taken in before is left alone."""
        body = _INCOMING.dump_json(incoming).decode()
        if await asyncio.to_thread(self._inbox.take, incoming.event_id, body):
            self._spawn(self._worked(incoming, _Begun()))
        else:
            log.info("%s came again", incoming.event_id)

    async def resume(self) -> None:
        """Go on with what an earlier process left."""
        await asyncio.to_thread(self._inbox.forget)
        for waiting in await asyncio.to_thread(self._inbox.waiting):
            self._spawn(self._resumed(waiting))

    async def close(self) -> None:
        """Stop; what is not answered stays in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _resumed(self, waiting: Waiting) -> None:
        log.info("going on with %s", waiting.event_id)
        await self._worked(_INCOMING.validate_json(waiting.body), _Begun(waiting.reply, unsure=True))

    async def _worked(self, incoming: Incoming, begun: _Begun) -> None:
        try:
            await self._answer(incoming, begun)
        except DatelineError as error:
            log.warning("%s stays without an answer: %s", incoming.event_id, error)
        await asyncio.to_thread(self._inbox.finish, incoming.event_id)

    async def _answer(self, incoming: Incoming, begun: _Begun) -> None:
        workspace = await self._patiently(incoming, lambda: self._workspaces.required(incoming.team))
        refusal = None if begun.unsure else self._refusal(incoming)
        if refusal is not None:
            await self._patiently(incoming, lambda: self._whisper(workspace, incoming, refusal))
        elif incoming.kind == "greeting":
            await greet(workspace.calls, incoming, await self._answers.prompts())
        elif incoming.kind == "evidence":
            view = await self._answers.evidence(incoming)
            await workspace.calls("views_open", {"trigger_id": incoming.trigger_id, "view": view})
        else:
            reply = self._reply(workspace, incoming, begun)
            told = await self._answers.to(incoming, workspace.calls, reply)
            await self._patiently(incoming, lambda: reply.finish(told.pages, told.tail))

    def _refusal(self, incoming: Incoming) -> str | None:
        if incoming.kind == "change":
            return None
        if not self._allowances.answers_in(incoming):
            return "Dateline does not answer here. Whoever runs it decides where it does."
        return None if incoming.kind in _FREE else self._allowances.refusal(incoming)

    async def _whisper(self, workspace: Workspace, incoming: Incoming, text: str) -> None:
        """Tell the asker alone."""
        if incoming.response_url:
            await CommandReply(incoming.response_url, self._session, public=False).finish([notice(text)], ())
            return
        thread = {"thread_ts": incoming.thread_ts} if incoming.in_thread else {}
        to = {"channel": incoming.channel, "user": incoming.user, **thread}
        await workspace.calls("chat_postEphemeral", {**to, "text": text})

    def _reply(self, workspace: Workspace, incoming: Incoming, begun: _Begun) -> Reply:
        if incoming.response_url:
            return CommandReply(incoming.response_url, self._session, public=incoming.public)

        async def remember(ts: str) -> None:
            await asyncio.to_thread(self._inbox.note_reply, incoming.event_id, ts)

        return ThreadReply(workspace.calls, incoming, remember, begun=begun.reply, unsure=begun.unsure)

    async def _patiently(self, incoming: Incoming, work: Callable[[], Awaitable[T]]) -> T:
        """What the work gives, tried again for hours while Slack is away."""
        pause = _FIRST_PAUSE_SECONDS
        for _ in range(_TRIES):
            try:
                return await work()
            except (SlackUnreachable, SlackBusy) as error:
                log.warning("%s waits %.0f s: %s", incoming.event_id, pause, error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
        raise SlackUnreachable(f"Slack was away for hours while {incoming.event_id} waited.")
