"""A small news site on a free port of this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

SENTENCES = " ".join(
    f"The governor said on day {day} that the bridge would be open to lorries again soon." for day in range(9)
)
STORY = (
    "<!doctype html><html><head><title>Bridge reopens</title>"
    '<meta property="og:site_name" content="The Courier"><meta property="article:published_time" content="2020-03-02">'
    f"</head><body><article><h1>Bridge reopens</h1><p>{SENTENCES}</p></article></body></html>"
)

Answer = Callable[[BaseHTTPRequestHandler, str], None]


def _send(
    handler: BaseHTTPRequestHandler, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _redirect(handler: BaseHTTPRequestHandler, to: str) -> None:
    handler.send_response(302)
    handler.send_header("Location", to)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def _feed(handler: BaseHTTPRequestHandler, base: str) -> None:
    item = "<item><title>{0}</title><link>{1}{2}</link><pubDate>Mon, 02 Mar 2020 08:00:00 GMT</pubDate>{3}</item>"
    full = f"<content:encoded><![CDATA[<p>{SENTENCES}</p><p>Full text of the feed.</p>]]></content:encoded>"
    items = (
        item.format("In full", base, "/in-full", full)
        + item.format("Announced", base, "/story", "<description>Teaser.</description>")
        + item.format("Gone", base, "/gone", "<description>Teaser.</description>")
    )
    rss = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Courier</title>{items}</channel></rss>"
    )
    _send(handler, rss.encode(), "application/rss+xml")


def _slow(handler: BaseHTTPRequestHandler, _: str) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _tick in range(100):
            handler.wfile.write(b"<p>drip</p>")
            time.sleep(0.05)
    except OSError:
        return  # the client has had enough


PAGES: dict[str, Answer] = {
    "/story": lambda handler, base: _send(handler, STORY.encode()),
    "/moved": lambda handler, base: _redirect(handler, f"{base}/story"),
    "/loop": lambda handler, base: _redirect(handler, f"{base}/loop"),
    "/to-file": lambda handler, base: _redirect(handler, "file:///etc/hostname"),
    "/to-metadata": lambda handler, base: _redirect(handler, "http://169.254.169.254/latest/meta-data"),
    "/feed": _feed,
    "/page-as-feed.xml": lambda handler, base: _send(handler, STORY.encode()),
    "/note.xml": lambda handler, base: _send(handler, b"<?xml version='1.0'?><note>x</note>", "text/xml"),
    "/picture": lambda handler, base: _send(handler, b"\x89PNG\r\n", "image/png"),
    "/large": lambda handler, base: _send(handler, b"<p>x</p>" * 400_000),
    "/stories.jsonl": lambda handler, base: _send(handler, b'{"text": "It rained."}\nbroken\n', "application/x-ndjson"),
    "/broken": lambda handler, base: _send(handler, b"oops", status=503),
    "/slow": _slow,
}


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        base = f"http://{self.headers['Host']}"
        answer = PAGES.get(self.path)
        if answer is None:
            _send(self, b"not here", status=404)
        else:
            answer(self, base)

    def log_message(self, *args: object) -> None:
        """Keep the test output quiet."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Base URL of the site; the host name is localhost, so that names are resolved."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
