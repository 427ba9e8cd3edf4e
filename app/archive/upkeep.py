"""Keeps both indexes true to SQLite: proves them with a count and real searches, rebuilds what fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence

from app.archive.protocols import REINDEX_HINT, Indexable, SearchIndex
from app.archive.truth import Truth
from app.errors import ArchiveDamaged

CHUNKS_PER_BATCH = 1_000
PROBES = 5

OnProgress = Callable[[int, int], None]
"""Told how many of how many chunks are done."""

_log = logging.getLogger(__name__)


def open_in_step(indexes: Sequence[SearchIndex], truth: Truth, finish_pending: Callable[[], None]) -> None:
    """Open the indexes, finish what is pending, prove each and rebuild those that fail.

    Raises:
        ArchiveDamaged: an index is wrong even after it was rebuilt.
    """
    for index in indexes:
        try:
            index.open()
        except ArchiveDamaged as damage:
            _log.warning("Rebuilding the %s: %s", index.name, damage.message)
            rebuild(index, truth)
    try:
        finish_pending()
    except ArchiveDamaged as damage:
        _log.warning("Rebuilding both indexes: %s", damage.message)
        for index in indexes:
            rebuild(index, truth)
        finish_pending()
    for index in indexes:
        _prove_or_rebuild(index, truth)


def rebuild(index: SearchIndex, truth: Truth, on_progress: OnProgress | None = None) -> None:
    """Fill one index anew from the stored chunks and vectors; nothing is encoded."""
    total = truth.counts().chunks
    done = 0
    index.clear()
    for versions in stored_versions(truth):
        index.upsert(versions)
        done += sum(len(version.spans) for version in versions)
        if on_progress is not None:
            on_progress(done, total)


def stored_versions(truth: Truth) -> Iterator[list[Indexable]]:
    """Every newest version in order of row, about a thousand chunks at a time."""
    rows: list[int] = []
    chunks = 0
    for entry in sorted(truth.entries()):
        rows.append(entry.row)
        chunks += entry.chunk_count
        if chunks >= CHUNKS_PER_BATCH:
            yield truth.indexable(rows)
            rows, chunks = [], 0
    if rows:
        yield truth.indexable(rows)


def flaw(index: SearchIndex, truth: Truth) -> str | None:
    """What is wrong with an index; None when it holds every chunk and finds those it is asked for."""
    try:
        expected, held = truth.counts().chunks, index.count()
        if held != expected:
            return f"it holds {held} of {expected} chunks"
        rows = truth.newest_rows()
        probed = truth.indexable(rows[:: max(1, len(rows) // PROBES)][-PROBES:])
        lost = next((version for version in probed if not index.finds(version)), None)
    except ArchiveDamaged as damage:
        return damage.message
    return f"it does not find the stored article {lost.article.article_id}" if lost else None


def _prove_or_rebuild(index: SearchIndex, truth: Truth) -> None:
    found = flaw(index, truth)
    if found is None:
        return
    _log.warning("Rebuilding the %s: %s", index.name, found)
    rebuild(index, truth)
    left = flaw(index, truth)
    if left is not None:
        raise ArchiveDamaged(
            f"The {index.name} are not in step with the archive and could not be repaired: {left}.", hint=REINDEX_HINT
        )
