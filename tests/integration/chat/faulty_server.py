"""An OpenAI-compatible chat server that fails on purpose, in every way such servers have been seen to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ANSWER = {"supported": True, "answer": "The zebra quay has 17 lamps [1].", "citations": [1]}
ECHO = "no: key="
"""What begins the server's own words in an error; the key it was sent follows."""
_CHUNK_CHARS = 7


class FaultyServer(ThreadingHTTPServer):
    """Fails as ``fault`` says; counts the requests and keeps their bodies."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.fault = "none"
        self.reply = json.dumps(ANSWER)
        self.requests: list[dict[str, Any]] = []
        self.hung_up = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def faulty_server() -> Iterator[FaultyServer]:
    """The server on a free port."""
    server = FaultyServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: FaultyServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append(body)
        try:
            _FAULTS[self.server.fault](self, body)
        except (BrokenPipeError, ConnectionResetError):
            self.server.hung_up.set()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""

    def send(self, status: int, content_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def error(self, status: int) -> None:
        told = {"error": {"message": f"{ECHO}{self.headers['authorization']}", "type": "x", "code": status}}
        self.send(status, "application/json", json.dumps(told).encode())

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()

    def chunk(self, delta: dict[str, Any], **more: Any) -> None:
        finish = more.pop("finish_reason", None)
        head = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "faulty"}
        body = {**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}], **more}
        self.wfile.write(f"data: {json.dumps(body)}\n\n".encode())
        self.wfile.flush()

    def words(self, text: str, pause: float = 0.0) -> None:
        for start in range(0, len(text), _CHUNK_CHARS):
            self.chunk({"content": text[start : start + _CHUNK_CHARS]})
            time.sleep(pause)

    def end(self) -> None:
        self.chunk({}, finish_reason="stop", usage={"prompt_tokens": 90, "completion_tokens": 12, "total_tokens": 102})
        self.wfile.write(b"data: [DONE]\n\n")


def _well(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin()
    handler.words(handler.server.reply)
    handler.end()


def _no_schema(handler: _Handler, body: dict[str, Any]) -> None:
    handler.error(400) if "response_format" in body else _well(handler, body)


def _once_busy(handler: _Handler, body: dict[str, Any]) -> None:
    handler.error(429) if len(handler.server.requests) == 1 else _well(handler, body)


def _empty(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin()
    handler.end()


def _half(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin()
    handler.words(handler.server.reply[: len(handler.server.reply) // 2])


def _slow(handler: _Handler, body: dict[str, Any]) -> None:
    time.sleep(3)
    _well(handler, body)


def _drip(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin()
    handler.words(handler.server.reply * 20, pause=0.1)


def _ramble(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin()
    handler.words('{"supported": true, "answer": "' + "The quay and the lamps and " * 4_000)
    handler.end()


def _garbage(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin()
    handler.wfile.write(b"data: {not json\n\ndata: [DONE]\n\n")


def _reset(handler: _Handler, body: dict[str, Any]) -> None:
    handler.connection.close()


_FAULTS: dict[str, Callable[[_Handler, dict[str, Any]], None]] = {
    "none": _well,
    "500": lambda handler, body: handler.error(500),
    "429": lambda handler, body: handler.error(429),
    "wrong key": lambda handler, body: handler.error(401),
    "unknown model": lambda handler, body: handler.error(404),
    "context too long": lambda handler, body: handler.error(400),
    "HTML": lambda handler, body: handler.send(200, "text/html", b"<html><body>Welcome</body></html>"),
    "HTML 502": lambda handler, body: handler.send(502, "text/html", b"<html>Bad gateway</html>"),
    "empty body": lambda handler, body: handler.send(200, "text/event-stream", b""),
    "empty": _empty,
    "half": _half,
    "slow": _slow,
    "drip": _drip,
    "ramble": _ramble,
    "garbage": _garbage,
    "reset": _reset,
    "no schema": _no_schema,
    "once busy": _once_busy,
}
FAULTS = sorted(_FAULTS.keys() - {"none", "no schema", "once busy"})
