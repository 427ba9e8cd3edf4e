"""Waiting for an answer for as long as the client does."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import anyio
from anyio import to_thread
from fastapi import HTTPException, Request

from app.answering.events import Answered, AnswerEvent
from app.models import Answer

_LOOK_SECONDS = 0.25
_LEFT = 499
"""What nginx logs for a client that closed its connection."""


async def answer_while_connected(request: Request, events: Iterator[AnswerEvent]) -> Answer:
    """The Answer at the end of the events; a client that leaves stops the work at its next event.

    Raises:
        HTTPException: the client has left; the status is for the log alone.
    """
    left = threading.Event()

    async def watch() -> None:
        while not await request.is_disconnected():
            await anyio.sleep(_LOOK_SECONDS)
        left.set()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch)
        answer = await to_thread.run_sync(_last, events, left)
        tasks.cancel_scope.cancel()
    if answer is None:
        raise HTTPException(_LEFT, "The client left before the answer was ready.")
    return answer


def _last(events: Iterator[AnswerEvent], left: threading.Event) -> Answer | None:
    for event in events:
        if isinstance(event, Answered):
            return event.answer
        if left.is_set():
            break
    close = getattr(events, "close", None)
    if close is not None:
        close()
    return None
