"""A small archive on a quay whose lamps are counted again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.answering.answerer import Answerer
from app.archive.archive import Archive
from app.archive.identity import new_article
from app.figures.reading.extract import extract_figures
from app.retrieval.retriever import Retriever
from tests.fakes import HashEmbedder

LAMPS = "How many lamps does the zebra quay have?"
Store = Callable[..., str]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path, HashEmbedder(), extract=extract_figures) as opened:
        yield opened


@pytest.fixture
def store(archive: Archive) -> Store:
    """Stores one invented story and gives its article id."""

    def stored(name: str, day: str, text: str, source: str = "Harbour Post") -> str:
        article = new_article(text=text, title="Zebra quay", source=source, published_at=day, publisher_id=name)
        return next(iter(list(archive.add([article])))).article_id

    return stored


@pytest.fixture
def answerer(archive: Archive, store: Store) -> Answerer:
    store("old", "2020-01-10", "The zebra quay has 12 lamps, the port office said on Friday. Work began in autumn.")
    return Answerer(archive, Retriever(archive, HashEmbedder()))
