"""One answer's way into a thread: posted once, whatever Slack does meanwhile.

What is ready at once is posted whole. What takes longer is streamed, or, where the workspace cannot stream, written
into one message that is updated. A call without a usable reply may have been done all the same, so before it is
repeated the thread is searched for the answer: each message carries the id of its event as metadata.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from app.errors import SlackBusy, SlackError, SlackRefused, SlackUnreachable
from app.slack.blocks import MESSAGE_CHARS, Block, Message
from app.slack.calls import Calls
from app.slack.formatting import notice
from app.slack.incoming import Incoming
from app.slack.text import markdown_with_links, with_links
from app.slack.thread import Thread

log = logging.getLogger(__name__)

APPEND_SECONDS = 1.0
"""Pause between two pieces of a stream: Slack allows about 100 calls a minute in all."""
_READING = "is reading the archive…"
_PLACEHOLDER = "Reading the archive…"
_CANNOT_STREAM = frozenset({"unknown_method", "missing_scope", "not_allowed_token_type", "feature_not_enabled"})


class Reply(Protocol):
    """Where an answer goes; calling ``finish`` again after a failure completes it and repeats nothing."""

    async def waiting(self) -> None:
        """Others are answered first: tell the reader that it takes a while."""
        ...

    async def working(self) -> None:
        """The answer itself takes a while: tell the reader, and show what comes of it."""
        ...

    async def write(self, piece: str, links: dict[int, str | None]) -> None:
        """The next piece of the checked text."""
        ...

    async def finish(self, pages: Sequence[Message], tail: Sequence[Block]) -> None:
        """The whole answer.

        Args:
            pages: the answer as complete messages.
            tail: the blocks below its text, for a stream that has the text already.

        Raises:
            SlackRefused: it cannot be delivered.
            SlackUnreachable: it may or may not have been; call again later.
        """
        ...


class ThreadReply:
    """An answer as a reply in a thread.

    Args:
        calls: of the workspace.
        incoming: what is answered; has a thread.
        remember: told where the reply stands when it is begun before it is whole.
        begun: where an earlier process began it.
        unsure: an earlier process may have posted it.
    """

    def __init__(
        self,
        calls: Calls,
        incoming: Incoming,
        remember: Callable[[str], Awaitable[None]],
        *,
        begun: str | None = None,
        unsure: bool = False,
    ) -> None:
        self._calls = calls
        self._to = incoming
        self._thread = Thread(calls, incoming)
        self._remember = remember
        self._ts = begun
        self._unsure = unsure
        self._is_slow = False
        self._may_stream = True
        self._is_stream = begun is not None
        self._is_whole = begun is None
        self._text = ""
        self._sent = 0
        self._links: dict[int, str | None] = {}
        self._sent_at = 0.0

    async def working(self) -> None:
        """What is written from now on is shown at once."""
        self._is_slow = True
        await self.waiting()

    async def waiting(self) -> None:
        """A status under the thread; where there is none, a message that the answer replaces."""
        if not await self._tell_status() and self._ts is None:
            try:
                await self._begin(notice(_PLACEHOLDER))
            except SlackError as error:
                log.info("no placeholder for %s: %s", self._to.event_id, error)

    async def write(self, piece: str, links: dict[int, str | None]) -> None:
        """Shown at once in a slow answer, kept for ``finish`` in a quick one."""
        self._text += piece
        self._links = links
        if not self._is_slow or not self._is_whole or time.monotonic() - self._sent_at < APPEND_SECONDS:
            return
        self._sent_at = time.monotonic()
        try:
            await self._show()
        except SlackBusy:
            log.info("Slack is busy; the text of %s goes with its next piece", self._to.event_id)
        except SlackError as error:
            self._is_whole = False
            log.warning("the text of %s broke off, it is written anew at the end: %s", self._to.event_id, error)

    async def finish(self, pages: Sequence[Message], tail: Sequence[Block]) -> None:
        """Ends the stream, or writes the message: complete in either case."""
        if not (self._is_stream and len(pages) == 1 and await self._stopped_with(tail)):
            if self._is_stream:
                await self._stop()
            for part, page in enumerate(pages):
                await self._put(part, page)
        self._calls.streams.discard(self._ts or "")

    async def _tell_status(self) -> bool:
        try:
            status = {"channel_id": self._to.channel, "thread_ts": self._to.thread_ts, "status": _READING}
            await self._calls("assistant_threads_setStatus", status, patient=False)
        except (SlackBusy, SlackUnreachable) as error:
            log.info("no status for %s: %s", self._to.event_id, error)
        except SlackRefused:  # the workspace shows no status
            return False
        return True

    async def _show(self) -> None:
        if len(self._text) > MESSAGE_CHARS:
            return
        if self._is_stream:
            await self._calls("chat_appendStream", self._at(markdown_text=self._unsent()), patient=False)
            self._sent = len(self._text)
        elif self._ts is None and self._may_stream and self._calls.can_stream:
            await self._start()
        else:
            await self._begin(Message(with_links(self._text, self._links), ()))

    async def _start(self) -> None:
        try:
            ts = str((await self._calls("chat_startStream", self._stream_arguments(), patient=False))["ts"])
        except SlackRefused as refused:
            self._may_stream = False
            self._calls.can_stream = refused.code not in _CANNOT_STREAM
            log.info("no stream for %s: %s", self._to.event_id, refused)
            return
        except SlackUnreachable:
            found = await self._thread.open_stream()
            if found is None:
                raise
            ts, self._is_whole = found, False
        self._calls.streams.add(ts)
        self._ts, self._is_stream, self._sent = ts, True, len(self._text)
        await self._remember(ts)

    def _stream_arguments(self) -> dict[str, Any]:
        return {
            "channel": self._to.channel,
            "thread_ts": self._to.thread_ts,
            "recipient_user_id": self._to.user,
            "recipient_team_id": self._to.team,
            "markdown_text": self._unsent(),
        }

    def _unsent(self) -> str:
        return markdown_with_links(self._text[self._sent :], self._links)

    def _at(self, **more: Any) -> dict[str, Any]:
        return {"channel": self._to.channel, "ts": self._ts, **more}

    async def _stopped_with(self, tail: Sequence[Block]) -> bool:
        """Whether the stream now ends with the rest of its text and the tail; else it must be written anew."""
        if not self._is_whole:
            return False
        self._is_whole = False
        rest = {"markdown_text": self._unsent()} if self._unsent() else {}
        try:
            await self._calls("chat_stopStream", self._at(**rest, blocks=list(tail)))
        except SlackError as error:
            log.warning("the stream of %s did not end well, it is written anew: %s", self._to.event_id, error)
            return False
        return True

    async def _stop(self) -> None:
        try:
            await self._calls("chat_stopStream", self._at())
        except SlackRefused as refused:  # it had ended, or was no stream
            log.info("the stream of %s had ended: %s", self._to.event_id, refused.code)

    async def _begin(self, page: Message) -> None:
        """Say something in the message that will be the answer."""
        is_new = self._ts is None
        await self._put(0, page, patient=False)
        if is_new and self._ts:
            await self._remember(self._ts)

    async def _put(self, part: int, page: Message, *, patient: bool = True) -> None:
        """Make the message of this part say the page, wherever it stands."""
        ts = self._ts if part == 0 else None
        if ts is None and self._unsure:
            ts = await self._thread.ts_of(part)
        content: dict[str, Any] = {"channel": self._to.channel, "text": page.text, "blocks": list(page.blocks)}
        if ts is None:
            self._unsure = True  # until Slack says that it was posted
            posted = await self._calls("chat_postMessage", {**content, **self._as_reply(part)}, patient=patient)
            ts = str(posted["ts"])
            self._unsure = False
        else:
            await self._calls("chat_update", {**content, "ts": ts}, patient=patient)
        if part == 0:
            self._ts = ts

    def _as_reply(self, part: int) -> dict[str, Any]:
        return {
            "thread_ts": self._to.thread_ts,
            "reply_broadcast": self._to.kind == "change",
            "metadata": self._thread.metadata(part),
            "unfurl_links": False,
            "unfurl_media": False,
        }
