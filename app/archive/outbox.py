"""Brings both indexes in step with SQLite: applies what is pending, in order, as often as it takes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import accumulate

from app.archive.catalogue import Entry, day_number
from app.archive.protocols import Indexable, Removal, SearchIndex
from app.archive.rows import OutboxEntry
from app.archive.truth import Truth

CHUNKS_PER_BATCH = 1_000

OnApplied = Callable[[Sequence[Removal], Sequence[Entry]], None]


class Outbox:
    """Drains the outbox table into the indexes, at once or in the background.

    Every step may be repeated: a batch is confirmed in SQLite only after both indexes have it, so a process that dies
    in between applies the same batch again at its next start.

    Args:
        truth: where the changes are read and confirmed.
        indexes: what they are applied to.
        on_applied: told about every applied batch.
    """

    def __init__(self, truth: Truth, indexes: Sequence[SearchIndex], on_applied: OnApplied) -> None:
        self._truth = truth
        self._indexes = indexes
        self._on_applied = on_applied
        self._lock = threading.Lock()
        self._background = ThreadPoolExecutor(max_workers=1, thread_name_prefix="dateline-outbox")

    def drain_soon(self) -> Future[None]:
        """Start draining in the background; the future fails as ``drain`` would."""
        return self._background.submit(self.drain)

    def drain(self) -> None:
        """Apply everything that is pending."""
        with self._lock:
            while batch := _first_chunks(self._truth.pending(CHUNKS_PER_BATCH)):
                self._apply(batch)
                self._truth.confirm(batch[-1].seq)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nothing is applied meanwhile; what is pending stays so."""
        with self._lock:
            yield

    def close(self) -> None:
        """Wait for what is being applied."""
        self._background.shutdown(wait=True)

    def _apply(self, batch: Sequence[OutboxEntry]) -> None:
        # Removals first: an article deleted and added again within one batch has the same chunk ids.
        removals = [entry.removal for entry in batch if entry.removal]
        removed = {removal.row for removal in removals}
        added = self._truth.indexable(
            [entry.row for entry in batch if entry.removal is None and entry.row not in removed]
        )
        for index in self._indexes:
            if removals:
                index.delete(removals)
            if added:
                index.upsert(added)
        self._on_applied(removals, [entry_of(version) for version in added])


def entry_of(version: Indexable) -> Entry:
    """The catalogue's entry for a version."""
    article = version.article
    return Entry(
        row=version.row,
        article_id=article.article_id,
        version=article.version,
        day=day_number(article.published_at),
        source=article.source,
        language=article.language,
        chunk_count=len(version.spans),
    )


def _first_chunks(entries: Sequence[OutboxEntry]) -> list[OutboxEntry]:
    totals: Iterable[int] = accumulate(entry.chunk_count for entry in entries)
    fitting = sum(1 for total in totals if total <= CHUNKS_PER_BATCH)
    return list(entries[: max(fitting, 1)])
