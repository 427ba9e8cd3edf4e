"""How articles become rows of SQLite and rows become articles; the caller brings connection and transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.archive import sql
from app.archive.catalogue import day_number
from app.archive.protocols import Removal, chunk_id
from app.models import Article, Span

_ARTICLE_FIELDS = tuple(field.name for field in fields(Article))


@dataclass(frozen=True, slots=True)
class Draft:
    """An article ready to store: cut, encoded, with its figures already written as ``(value, JSON)``."""

    article: Article
    content_hash: str
    spans: tuple[Span, ...]
    vectors: NDArray[np.float16]
    figures: tuple[tuple[float, str], ...] = ()


class OutboxEntry(NamedTuple):
    """One change that the indexes have not confirmed; ``removal`` None means the row is to be found."""

    seq: int
    row: int
    removal: Removal | None
    chunk_count: int


class Newest(NamedTuple):
    """Where an article stands: the row, number and content hash of its newest version."""

    row: int
    version: int
    content_hash: str


class Counts(NamedTuple):
    articles: int
    versions: int
    chunks: int
    pending: int
    first_published: str | None
    last_published: str | None


def newest_of(connection: sqlite3.Connection, article_id: str) -> Newest | None:
    """Where the newest version stands; None for an unknown article."""
    row = connection.execute(sql.NEWEST_OF_ARTICLE, (article_id,)).fetchone()
    return Newest(*row) if row else None


def store(connection: sqlite3.Connection, draft: Draft) -> tuple[int, bool]:
    """Write a draft as the newest version, pending; its version, and False when its text is there already."""
    before = newest_of(connection, draft.article.article_id)
    if before and before.content_hash == draft.content_hash:
        return before.version, False
    if before:
        push_removal(connection, draft.article.article_id, before)
        connection.execute(sql.SUPERSEDE, (before.row,))
    version = before.version + 1 if before else 1
    row = _insert(connection, replace(draft.article, version=version), draft)
    connection.execute(sql.PUSH_OUTBOX, (row, None))
    return version, True


def _insert(connection: sqlite3.Connection, article: Article, draft: Draft) -> int:
    row = connection.execute(
        sql.INSERT_VERSION,
        (
            article.article_id,
            article.version,
            draft.content_hash,
            len(draft.spans),
            day_number(article.published_at),
            article.published_at,
            article.source,
            article.language,
            article.title,
            article.url,
            article.partial_date,
            article.place,
            article.agency,
            json.dumps(article.authors, ensure_ascii=False),
            article.text,
        ),
    ).lastrowid
    assert row is not None  # noqa: S101 - SQLite sets it after every insert
    insert_chunks(connection, row, draft)
    connection.executemany(sql.INSERT_FIGURE, [(row, n, *figure) for n, figure in enumerate(draft.figures)])
    return row


def insert_chunks(connection: sqlite3.Connection, row: int, draft: Draft) -> None:
    """Write the chunks of a version and their vectors."""
    connection.executemany(sql.INSERT_CHUNK, [(row, n, *span) for n, span in enumerate(draft.spans)])
    connection.execute(sql.INSERT_VECTORS, (row, draft.vectors.tobytes()))


def push_removal(connection: sqlite3.Connection, article_id: str, newest: Newest) -> None:
    """Tell the indexes, through the outbox, to forget a version."""
    chunks = connection.execute(sql.CHUNKS_OF_ROWS, (json.dumps([newest.row]),))
    ids = [chunk_id(article_id, newest.version, Span(start, stop)) for _, start, stop in chunks]
    connection.execute(sql.PUSH_OUTBOX, (newest.row, json.dumps(ids)))


def touch(connection: sqlite3.Connection, moment: str) -> None:
    """Count up the version of the archive."""
    (before,) = connection.execute(sql.GET_META, ("version",)).fetchone() or ("0",)
    connection.execute(sql.SET_META, ("version", str(int(before) + 1)))
    connection.execute(sql.SET_META, ("changed_at", moment))


def removal_of(row: int, removed: str | None) -> Removal | None:
    """What an entry of the outbox takes away; None when it adds."""
    return None if removed is None else Removal(row, tuple(json.loads(removed)))


def matrix_of(blob: bytes, chunks: int) -> NDArray[np.float32]:
    """Stored vectors in the shape ``(chunks, dimension)``."""
    return (
        np.frombuffer(blob, np.float16).astype(np.float32).reshape(chunks, -1)
        if chunks
        else np.empty((0, 0), np.float32)
    )


def article_of(row: Sequence[Any]) -> Article:
    """An article from the columns of ``sql._ARTICLE``, which stand in the order of its fields."""
    columns = dict(zip(_ARTICLE_FIELDS, row, strict=True))
    return Article(**columns | {"authors": tuple(json.loads(columns["authors"]))})
