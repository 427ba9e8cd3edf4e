"""A real server over a small archive, in this process: what the chat tests ask."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import uvicorn

from app.answering.answerer import Answerer
from app.archive.archive import Archive
from app.archive.identity import new_article
from app.dateline import Dateline
from app.figures.reading.extract import extract_figures
from app.models import Article
from app.retrieval.retriever import Retriever
from app.settings import Settings
from app.watching.watcher import Watcher
from app.wiring import make_application
from tests.fakes import HashEmbedder

LAMPS = "How many lamps does the zebra quay have?"
MAYOR = "Who opened the zebra quay?"
UNKNOWN = "How many submarines does Bolivia have?"


def articles() -> list[Article]:
    """Three invented stories; the newer figure of the quay's lamps replaces the older one."""
    return [
        _article(
            "quay-old",
            "Zebra quay gets lamps",
            "Harbour Post",
            "2020-01-10",
            "HARBOUR, January 10. The zebra quay has 12 lamps, the port office said on Friday. Work began in autumn.",
        ),
        _article(
            "quay-new",
            "Zebra quay opens with more lamps",
            "Coast Courier",
            "2020-03-02",
            "HARBOUR, March 2. Mayor Ilse Berg opened the zebra quay on Monday before 300 guests. "
            "The zebra quay has 17 lamps, the port office said. No ships were there on the first day.",
        ),
        _article(
            "library",
            "Old library burns",
            "Coast Courier",
            "2020-02-11",
            "NORDHAVEN, February 11. A fire destroyed the old library in Nordhaven on Tuesday. "
            "Nobody was hurt, the fire chief Omar Haddad said. Some 4,000 books were lost.",
        ),
    ]


def _article(name: str, title: str, source: str, day: str, text: str) -> Article:
    return new_article(
        text=text, title=title, source=source, url=f"https://news.example/{name}", published_at=day, publisher_id=name
    )


@contextmanager
def opened(folder: Path, **answerer: Any) -> Iterator[Dateline]:
    """The small archive with an answerer that takes the given options."""
    embedder = HashEmbedder()
    archive = Archive.open(folder, embedder, extract=extract_figures)
    try:
        list(archive.add(articles()))
        retriever = Retriever(archive, embedder)
        asked = Answerer(archive, retriever, **answerer)
        yield Dateline(Settings(archive=folder), embedder, archive, retriever, asked, Watcher(asked))
    finally:
        archive.close()


@contextmanager
def served(dateline: Dateline, *, socket_mode: bool = False) -> Iterator[str]:
    """The base URL of a real server on a free port."""
    listener = socket.create_server(("127.0.0.1", 0))
    application = make_application(dateline.settings, nullcontext(dateline), socket_mode=socket_mode)
    config = uvicorn.Config(application, log_config=None)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
