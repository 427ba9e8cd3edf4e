"""From an incoming question to the pages of its answer, by way of the core that every surface shares."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import NamedTuple, TypeVar

from pydantic import TypeAdapter

from app.answering.events import Answered, AnswerEvent, Cited, Delta
from app.dateline import Dateline
from app.errors import DatelineError, SlackError
from app.models import Answer, Ask
from app.slack.blocks import Block, Message
from app.slack.calls import Calls
from app.slack.delivery import Reply
from app.slack.evidence import change_message, checked_message, evidence_view
from app.slack.formatting import answer_messages, answer_tail, notice
from app.slack.greeting import HELP
from app.slack.incoming import Incoming, asked_before
from app.slack.links import Links
from app.slack.prompts import Prompts
from app.slack.text import shortened
from app.slack.thread import Thread
from app.watching.changes import FigureChange

log = logging.getLogger(__name__)

T = TypeVar("T")
QUEUE_SECONDS = 2.0
"""Who waits longer for a turn is told that it takes a while."""
PATIENCE_SECONDS = 0.6
"""An answer that takes no longer is posted whole; a longer one is streamed."""
_TITLE_CHARS = 60
_CHANGE = TypeAdapter(FigureChange)
_NOTHING_TO_CHECK = "This message says nothing that could be checked."
_ACCIDENT = "Something went wrong here, and it is not your question. Please ask again in a while. (reference {})"


class Told(NamedTuple):
    """An answer ready to be delivered: whole messages, and what stands below the text of a stream."""

    pages: Sequence[Message]
    tail: Sequence[Block] = ()


class Answers:
    """Makes answers from one archive.

    Args:
        dateline: an open archive.
        links: where citations lead.
        thread_messages: how many messages of a thread are read for its context.
        at_a_time: how many questions are worked on at the same time; the others wait, acknowledged.
    """

    def __init__(self, dateline: Dateline, links: Links, *, thread_messages: int, at_a_time: int) -> None:
        self._dateline = dateline
        self._links = links
        self._thread_messages = thread_messages
        self._prompts = Prompts(dateline)
        self._slots = asyncio.Semaphore(at_a_time)
        self._threads = ThreadPoolExecutor(at_a_time, "slack-answers")

    async def prompts(self) -> Sequence[str]:
        """Questions to suggest."""
        return await self._in_thread(self._prompts.suggested)

    async def evidence(self, incoming: Incoming) -> Block:
        """The modal with the quotes of an answer.

        Raises:
            AnswerNotFound: the answer is not kept any more.
        """
        return evidence_view(await asyncio.to_thread(self._dateline.archive.receipts.get, incoming.text), self._links)

    def close(self) -> None:
        """Let go of the threads; a model that is still writing is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def to(self, incoming: Incoming, calls: Calls, reply: Reply) -> Told:
        """The answer, whatever happens: an error is a calm sentence too."""
        try:
            async with self._slot(reply):
                return await self._told(incoming, calls, reply)
        except SlackError:
            raise
        except DatelineError as error:
            return Told([notice(str(error))])
        except Exception:
            log.exception("answering %s failed", incoming.event_id)
            return Told([notice(_ACCIDENT.format(incoming.event_id))])

    @asynccontextmanager
    async def _slot(self, reply: Reply) -> AsyncIterator[None]:
        """A turn; who waits for it long is told."""
        turn = asyncio.ensure_future(self._slots.acquire())
        if not (await asyncio.wait({turn}, timeout=QUEUE_SECONDS))[0]:
            await reply.waiting()
        await turn
        try:
            yield
        finally:
            self._slots.release()

    async def _told(self, incoming: Incoming, calls: Calls, reply: Reply) -> Told:
        if not incoming.text:
            return Told([notice(HELP)])
        if incoming.kind == "check":
            claims = await self._in_thread(self._dateline.check, incoming.text)
            return Told(checked_message(claims, self._links) if claims else [notice(_NOTHING_TO_CHECK)])
        if incoming.kind == "share":
            answer = await asyncio.to_thread(self._dateline.archive.receipts.get, incoming.text)
            return self._pages(answer, incoming)
        if incoming.kind == "change":
            return Told(change_message(_CHANGE.validate_json(incoming.text), self._links))
        return await self._asked(incoming, calls, reply)

    async def _asked(self, incoming: Incoming, calls: Calls, reply: Reply) -> Told:
        is_first = not await asyncio.to_thread(self._turns, incoming)
        history = await self._history(incoming, calls) if is_first else ()
        ask = Ask(incoming.text, incoming.conversation, history=history)
        answer = await self._streamed(self._dateline.stream(ask), reply)
        opens_thread = not incoming.in_thread or (is_first and not history)
        if incoming.is_direct and incoming.thread_ts and opens_thread:
            await _entitle(calls, incoming)
        return self._pages(answer, incoming)

    def _turns(self, incoming: Incoming) -> Sequence[object]:
        return self._dateline.archive.conversations.turns(incoming.conversation) if incoming.conversation else ()

    def _pages(self, answer: Answer, incoming: Incoming) -> Told:
        private = incoming.kind == "command" and not incoming.public
        pages = answer_messages(answer, self._links, private=private)
        return Told(pages, answer_tail(answer, self._links, private=private))

    async def _history(self, incoming: Incoming, calls: Calls) -> tuple[str, ...]:
        """What people asked in the thread before they asked us."""
        if not (incoming.in_thread and incoming.ts and self._thread_messages):
            return ()
        try:
            messages = await Thread(calls, incoming).messages()
        except SlackError as error:
            log.warning("%s is answered without its thread: %s", incoming.event_id, error)
            return ()
        before = [message for message in messages if message["ts"] < incoming.ts]
        return asked_before(before[-self._thread_messages :])

    async def _streamed(self, events: Iterator[AnswerEvent], reply: Reply) -> Answer:
        links: dict[int, str | None] = {}
        async for event in self._with_patience(events, reply):
            match event:
                case Cited(citation):
                    links[citation.number] = self._links.to_citation(citation)
                case Delta(text):
                    await reply.write(text, links)
                case Answered(answer):
                    return answer
        raise RuntimeError("the events of an answer ended without it")

    async def _with_patience(self, events: Iterator[AnswerEvent], reply: Reply) -> AsyncIterator[AnswerEvent]:
        """The events, worked out in threads; the reply is told once when the answer takes long."""
        started, patient = time.monotonic(), True
        while True:
            upcoming = asyncio.ensure_future(self._in_thread(next, events, None))
            left = max(0.0, started + PATIENCE_SECONDS - time.monotonic())
            if patient and not (await asyncio.wait({upcoming}, timeout=left))[0]:
                patient = False
                await reply.working()
            event = await upcoming
            if event is None:
                return
            yield event

    async def _in_thread(self, work: Callable[..., T], *arguments: object) -> T:
        """Threads of our own: a model that is slow must not hold up what is taken in."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *arguments)


async def _entitle(calls: Calls, incoming: Incoming) -> None:
    """Name the conversation after its first question, where conversations have names."""
    title = shortened(incoming.text, _TITLE_CHARS)
    to = {"channel_id": incoming.channel, "thread_ts": incoming.thread_ts, "title": title}
    try:
        await calls("assistant_threads_setTitle", to, patient=False)
    except SlackError as error:
        log.info("no title for the thread of %s: %s", incoming.event_id, error)
