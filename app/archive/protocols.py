"""What the archive asks of its two indexes, and the values that pass between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from app.archive.catalogue import Bounds
from app.models import Article, Span


class Hit(NamedTuple):
    """A chunk found by a search; ``score`` is higher for better."""

    chunk_id: str
    score: float


class RowHit(NamedTuple):
    """A chunk as the word index knows it: the version's row and the chunk's span."""

    row: int
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Indexable:
    """One version with everything an index needs; ``vectors`` has shape ``(len(spans), dimension)``."""

    row: int
    article: Article
    spans: tuple[Span, ...]
    vectors: NDArray[np.float32]

    @property
    def chunk_ids(self) -> list[str]:
        article = self.article
        return [chunk_id(article.article_id, article.version, span) for span in self.spans]


@dataclass(frozen=True, slots=True)
class Removal:
    """One version that must leave both indexes."""

    row: int
    chunk_ids: tuple[str, ...]


class ChunkRef(NamedTuple):
    """The parts of a chunk id."""

    article_id: str
    version: int
    start: int
    stop: int


REINDEX_HINT = "Run dateline reindex to rebuild the indexes from what is stored."


class SearchIndex(Protocol):
    """What both indexes have in common; every change is idempotent, so that a batch may be applied again.

    Every method may raise ArchiveDamaged, and those that write ArchiveUnwritable.
    """

    @property
    def name(self) -> str:
        """What it holds, for messages: "vectors" or "words"."""
        ...

    def open(self) -> None:
        """Open or make the index."""
        ...

    def upsert(self, versions: Sequence[Indexable]) -> None: ...
    def delete(self, removals: Sequence[Removal]) -> None: ...
    def count(self) -> int:
        """Chunks that can be found."""
        ...

    def finds(self, version: Indexable) -> bool:
        """Whether a real search for the version's first chunk comes back with it or an equal text."""
        ...

    def clear(self) -> None:
        """Forget everything, also what cannot be read any more, and be open and empty afterwards."""
        ...

    def close(self) -> None: ...


class VectorIndex(SearchIndex, Protocol):
    def search(self, vector: NDArray[np.float32], k: int) -> list[Hit]:
        """The ``k`` nearest chunks by cosine in [-1, 1], best first."""
        ...


class WordIndex(SearchIndex, Protocol):
    def search(self, query: str, k: int, bounds: Bounds | None) -> list[RowHit]:
        """The ``k`` best chunks by BM25 (0 and up), best first."""
        ...


def chunk_id(article_id: str, version: int, span: Span) -> str:
    """``<article_id>:<version>:<start>-<end>``."""
    return f"{article_id}:{version}:{span[0]}-{span[1]}"


def chunk_ref(identifier: str) -> ChunkRef:
    """The inverse of ``chunk_id``; the article id may contain colons."""
    article_id, version, span = identifier.rsplit(":", 2)
    start, _, stop = span.partition("-")
    return ChunkRef(article_id, int(version), int(start), int(stop))
