"""A small HTTP server with Dateline's interface and written-down answers."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from app.models import Answer
from tests.unit.eval.builders import TEXT, passage, refusal


class _Handler(BaseHTTPRequestHandler):
    answers: Mapping[str, Answer] = {}
    bodies: list[dict[str, Any]]

    def do_POST(self) -> None:  # the library's name
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.bodies.append(body)
        if body["question"].startswith("broken"):
            self._send(500, {"detail": "The archive is on fire."})
            return
        if body["question"].startswith("slow"):
            time.sleep(0.1)
        if self.path == "/v1/ask":
            self._send(200, asdict(self.answers.get(body["question"], refusal(standalone_question=body["question"]))))
        else:
            row = {name: value for name, value in asdict(passage()).items() if name != "version"}
            self._send(200, {"passages": [row]})

    def do_GET(self) -> None:  # the library's name
        if self.path == "/v1/status":
            self._send(200, {"folder": "/secret/archive", "articles": 1, "version": 7})
        elif self.path.startswith("/v1/articles/posts"):
            self._send(200, {"article": {"article_id": "posts", "text": TEXT}, "highlight": None})
        else:
            self._send(404, {"detail": "There is no such article."})

    def _send(self, status: int, body: Mapping[str, Any]) -> None:
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_: object) -> None:
        """Keep the test output clean."""


@contextmanager
def scripted_server(answers: Mapping[str, Answer]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Its base URL, and the list of request bodies as they come in."""
    bodies: list[dict[str, Any]] = []
    handler = type("Handler", (_Handler,), {"answers": answers, "bodies": bodies})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", bodies
        finally:
            server.shutdown()
            thread.join()
