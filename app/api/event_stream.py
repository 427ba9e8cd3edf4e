"""Server-sent events from a generator that runs in a thread: heartbeats in silences, closed when nobody listens."""

from __future__ import annotations

from collections.abc import Generator

import anyio
from anyio import to_thread
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from fastapi.sse import KEEPALIVE_COMMENT
from starlette.responses import StreamingResponse
from starlette.types import Send

HEARTBEAT_SECONDS = 10.0
_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}  # nginx would keep events back to fill a buffer


class EventStream(StreamingResponse):
    """A ``text/event-stream`` of what the generator yields.

    Args:
        events: yields encoded events; runs in worker threads, and is closed as soon as the client has left.
        heartbeat_seconds: after so long without an event a comment is sent, so that no proxy hangs up.
    """

    media_type = "text/event-stream"

    def __init__(self, events: Generator[bytes], *, heartbeat_seconds: float = HEARTBEAT_SECONDS) -> None:
        super().__init__((), headers=_HEADERS)
        self._events = events
        self._heartbeat_seconds = heartbeat_seconds

    async def stream_response(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        outbox, inbox = anyio.create_memory_object_stream[bytes]()
        async with anyio.create_task_group() as tasks, inbox:
            tasks.start_soon(self._produce, outbox)
            while (event := await self._next_of(inbox)) is not None:
                await send({"type": "http.response.body", "body": event, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _next_of(self, inbox: MemoryObjectReceiveStream[bytes]) -> bytes | None:
        """The next event, a heartbeat when it takes long, None at the end."""
        try:
            with anyio.fail_after(self._heartbeat_seconds):
                return await inbox.receive()
        except TimeoutError:
            return KEEPALIVE_COMMENT
        except anyio.EndOfStream:
            return None

    async def _produce(self, outbox: MemoryObjectSendStream[bytes]) -> None:
        async with outbox:
            try:
                while (event := await to_thread.run_sync(next, self._events, None)) is not None:
                    await outbox.send(event)
            finally:
                with anyio.CancelScope(shield=True):
                    await to_thread.run_sync(self._events.close)
