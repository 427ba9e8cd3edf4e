"""Articles, versions, chunks, vectors and the outbox: what the archive knows for certain."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from app.archive import schema, sql
from app.archive.catalogue import Entry
from app.archive.database import Database
from app.archive.protocols import ChunkRef, Indexable
from app.archive.rows import (
    Counts,
    Draft,
    Newest,
    OutboxEntry,
    article_of,
    insert_chunks,
    matrix_of,
    newest_of,
    push_removal,
    removal_of,
    store,
    touch,
)
from app.models import Article, Span


class Truth:
    """Reads and writes the SQLite tables of the archive; every write is one transaction.

    Args:
        database: an open database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.writing() as connection:
            if not connection.execute(sql.TABLE_NAMES).fetchall():
                for statement in schema.SCHEMA.split(";\n"):
                    connection.execute(statement)
            for statement in schema.LATER_TABLES:
                connection.execute(statement)

    def meta(self, name: str) -> str | None:
        with self._database.reading() as connection:
            row = connection.execute(sql.GET_META, (name,)).fetchone()
        return str(row[0]) if row else None

    def set_meta(self, **values: str) -> None:
        with self._database.writing() as connection:
            connection.executemany(sql.SET_META, values.items())

    def entries(self) -> list[Entry]:
        """The newest version of every article, pending ones included."""
        with self._database.reading() as connection:
            return [Entry(*row) for row in connection.execute(sql.NEWEST_ENTRIES)]

    def newest(self, article_id: str) -> Newest | None:
        with self._database.reading() as connection:
            return newest_of(connection, article_id)

    def store(self, drafts: Sequence[Draft], moment: str) -> list[tuple[int, bool]]:
        """Commit drafts as pending: for each its version, and whether it was stored (False: unchanged).

        Decided here, inside the transaction, so that two writers of one article cannot both make version 2.
        """
        with self._database.writing() as connection:
            outcomes = [store(connection, draft) for draft in drafts]
            if any(stored for _, stored in outcomes):
                touch(connection, moment)
        return outcomes

    def delete(self, article_id: str, moment: str) -> int | None:
        """Take an article away with all its versions; its newest row, None when there was none."""
        with self._database.writing() as connection:
            entry = newest_of(connection, article_id)
            if entry is None:
                return None
            push_removal(connection, article_id, entry)
            connection.execute(sql.DELETE_ARTICLE, (article_id,))
            touch(connection, moment)
        return entry.row

    def article(self, article_id: str, version: int | None) -> Article | None:
        with self._database.reading() as connection:
            if version is None:
                row = connection.execute(sql.NEWEST_ARTICLE, (article_id,)).fetchone()
            else:
                row = connection.execute(sql.ARTICLE_VERSION, (article_id, version)).fetchone()
        return article_of(row) if row else None

    def articles_newest_first(self, rows: Sequence[int] | None, limit: int, offset: int) -> list[Article]:
        """Newest versions, latest day first, undated last; ``rows`` None means all."""
        with self._database.reading() as connection:
            if rows is None:
                found = connection.execute(sql.ARTICLES_NEWEST_FIRST, (limit, offset))
            else:
                found = connection.execute(sql.ARTICLES_OF_ROWS_NEWEST_FIRST, (json.dumps(rows), limit, offset))
            return [article_of(row) for row in found]

    def articles_of(self, versions: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Article]:
        """The articles at these ids and versions, in one query; unknown ones are left out."""
        wanted = json.dumps(list(dict.fromkeys(versions)))
        with self._database.reading() as connection:
            found = [article_of(row) for row in connection.execute(sql.ARTICLES_BY_VERSION, (wanted,))]
        return {(article.article_id, article.version): article for article in found}

    def counted_by_source(self) -> list[tuple[str | None, int]]:
        """Articles of each source, most first; None is for those without."""
        with self._database.reading() as connection:
            return [(name, int(count)) for name, count in connection.execute(sql.COUNT_BY_SOURCE)]

    def counted_by_month(self) -> list[tuple[str | None, int]]:
        """Articles of each month (``YYYY-MM``), earliest first; None is for those without a day."""
        with self._database.reading() as connection:
            return [(month, int(count)) for month, count in connection.execute(sql.COUNT_BY_MONTH)]

    def counts(self) -> Counts:
        with self._database.reading() as connection:
            return Counts(*connection.execute(sql.COUNTS).fetchone())

    def pending(self, limit: int) -> list[OutboxEntry]:
        """The oldest ``limit`` changes that the indexes have not confirmed."""
        with self._database.reading() as connection:
            found = connection.execute(sql.READ_OUTBOX, (limit,)).fetchall()
        return [OutboxEntry(seq, row, removal_of(row, removed), count) for seq, row, removed, count in found]

    def confirm(self, last_seq: int) -> None:
        """Both indexes hold every change up to ``last_seq``."""
        with self._database.writing() as connection:
            connection.execute(sql.CLEAR_OUTBOX, (last_seq,))

    def newest_rows(self) -> list[int]:
        with self._database.reading() as connection:
            return [row for (row,) in connection.execute(sql.NEWEST_ROWS)]

    def version_rows(self) -> list[int]:
        """The rows of all versions, superseded ones too."""
        with self._database.reading() as connection:
            return [row for (row,) in connection.execute(sql.VERSION_ROWS)]

    def articles_at(self, rows: Sequence[int]) -> dict[int, Article]:
        """The articles at ``rows``; rows that are gone are left out."""
        with self._database.reading() as connection:
            found = connection.execute(sql.ARTICLES_BY_ROW, (json.dumps(rows),))
            return {row[0]: article_of(row[1:]) for row in found}

    def replace_figures(self, figures: Mapping[int, Sequence[tuple[float, str]]]) -> None:
        """Put these figures, as ``(value, JSON)``, in place of those of each row."""
        with self._database.writing() as connection:
            connection.executemany(sql.DELETE_FIGURES, [(row,) for row in figures])
            connection.executemany(
                sql.INSERT_FIGURE,
                [(row, n, *figure) for row, written in figures.items() for n, figure in enumerate(written)],
            )

    def indexable(self, rows: Sequence[int]) -> list[Indexable]:
        """The versions at ``rows`` with chunks and vectors, in order of row; rows that are gone are left out."""
        wanted = (json.dumps(rows),)
        with self._database.reading() as connection:
            articles = {row[0]: article_of(row[1:]) for row in connection.execute(sql.ARTICLES_BY_ROW, wanted)}
            chunks = connection.execute(sql.CHUNKS_OF_ROWS, wanted).fetchall()
            blobs = dict(connection.execute(sql.VECTORS_OF_ROWS, wanted).fetchall())
        spans = {row: tuple(Span(*chunk[1:]) for chunk in group) for row, group in groupby(chunks, lambda c: c[0])}
        return [
            Indexable(row, articles[row], spans.get(row, ()), matrix_of(blobs[row], len(spans.get(row, ()))))
            for row in sorted(articles)
        ]

    def vectors_of_rows(self, rows: Sequence[int], dimension: int) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
        """The row of every chunk of ``rows``, and their vectors of shape ``(chunks, dimension)``, in order of chunk."""
        with self._database.reading() as connection:
            found = connection.execute(sql.VECTORS_OF_ROWS, (json.dumps(rows),)).fetchall()
        vectors = np.frombuffer(b"".join(blob for _, blob in found), np.float16).reshape(-1, dimension)
        counts = [len(blob) // (2 * dimension) for _, blob in found]
        return np.repeat(np.array([row for row, _ in found], np.int64), counts), vectors

    def vectors_of_chunks(self, refs: Sequence[ChunkRef]) -> dict[ChunkRef, NDArray[np.float32]]:
        with self._database.reading() as connection:
            found = connection.execute(sql.VECTORS_OF_CHUNKS, (json.dumps(refs),)).fetchall()
        return {ChunkRef(*row[:4]): np.frombuffer(row[4], np.float16).astype(np.float32) for row in found}

    def spans_of_rows(self, rows: Sequence[int]) -> dict[int, list[Span]]:
        spans: dict[int, list[Span]] = {}
        with self._database.reading() as connection:
            for row, start, stop in connection.execute(sql.CHUNKS_OF_ROWS, (json.dumps(rows),)):
                spans.setdefault(row, []).append(Span(start, stop))
        return spans

    def replace_chunks(self, drafts: Sequence[tuple[int, Draft]]) -> None:
        """Cut and encode stored rows anew; the indexes are not told."""
        with self._database.writing() as connection:
            for row, draft in drafts:
                connection.execute(sql.DELETE_CHUNKS, (row,))
                connection.execute(sql.DELETE_VECTORS, (row,))
                connection.execute(sql.SET_CHUNK_COUNT, (len(draft.spans), row))
                insert_chunks(connection, row, draft)

    def drop_superseded_chunks(self) -> None:
        """Old versions keep their text and lose chunks and vectors."""
        with self._database.writing() as connection:
            for statement in sql.DROP_SUPERSEDED:
                connection.execute(statement)
