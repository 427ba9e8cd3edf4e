import threading
import time
from collections.abc import Generator, MutableMapping
from typing import Any

import anyio
import pytest

from app.api.event_stream import EventStream


class Client:
    """An ASGI client that leaves after ``leaves_after`` pieces, or stays."""

    def __init__(self, leaves_after: int | None = None) -> None:
        self.pieces: list[bytes] = []
        self._leaves_after = leaves_after
        self._gone = anyio.Event()

    async def receive(self) -> dict[str, str]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: MutableMapping[str, Any]) -> None:
        if message.get("body"):
            self.pieces.append(message["body"])
        if len(self.pieces) == self._leaves_after:
            self._gone.set()

    def read(self, response: EventStream) -> list[bytes]:
        async def serve() -> None:
            await response({"type": "http", "asgi": {"spec_version": "2.3"}}, self.receive, self.send)

        anyio.run(serve)
        return self.pieces


def test_events_arrive_in_order():
    """Everything the generator yields, nothing else."""
    assert Client().read(EventStream(piece for piece in (b"one", b"two"))) == [b"one", b"two"]


def test_a_silence_is_filled_with_heartbeats():
    """A slow step does not look like a dead connection."""

    def slow() -> Generator[bytes]:
        time.sleep(0.2)
        yield b"late"

    pieces = Client().read(EventStream(slow(), heartbeat_seconds=0.05))

    assert pieces[0] == b": ping\n\n"
    assert pieces[-1] == b"late"


def test_the_work_stops_when_the_client_leaves():
    """The generator is closed, so that a model does not write for nobody."""
    closed = threading.Event()

    def endless() -> Generator[bytes]:
        try:
            while True:
                yield b"more"
                time.sleep(0.01)
        finally:
            closed.set()

    Client(leaves_after=2).read(EventStream(endless()))

    assert closed.is_set()


def test_an_error_of_the_generator_is_not_swallowed():
    """What the generator does not handle reaches the server."""

    def broken() -> Generator[bytes]:
        yield b"one"
        raise ValueError("broken")

    with pytest.raises(ExceptionGroup, match="unhandled errors"):
        Client().read(EventStream(broken()))
