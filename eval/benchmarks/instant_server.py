"""A model server that replies at once and always the same: what is left to measure is what stands around a model."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REPLY = {"citations": [1], "short_answer": "yes", "answer": "Nobody reads this.", "supported": True}
_CHUNK_CHARS = 12


@contextmanager
def instant_server() -> Iterator[str]:
    """The base URL of an OpenAI-compatible server on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Read the request whole, then stream the reply in chunks."""
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        text = json.dumps(REPLY)
        for start in range(0, len(text), _CHUNK_CHARS):
            self._tell({"content": text[start : start + _CHUNK_CHARS]}, None)
        self._tell({}, "stop")
        self.wfile.write(b"data: [DONE]\n\n")
        self.close_connection = True

    def do_GET(self) -> None:
        """The list of models."""
        body = json.dumps({"object": "list", "data": [{"id": "instant", "object": "model"}]}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_: object) -> None:
        """Requests are not told."""

    def _tell(self, delta: dict[str, str], finish_reason: str | None) -> None:
        head = {"id": "instant", "object": "chat.completion.chunk", "created": 1, "model": "instant"}
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        self.wfile.write(f"data: {json.dumps({**head, 'choices': [choice]})}\n\n".encode())
        self.wfile.flush()
