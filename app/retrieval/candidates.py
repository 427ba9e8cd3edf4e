"""Gathers the chunks worth ranking: the best by words, the best by vectors, and those of the outlets asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.archive.protocols import ChunkRef, Hit, chunk_ref
from app.models import Passage, SearchFilters
from app.retrieval.question import Question

WORD_DEPTH = 150
"""Chunks asked of the word index; the date prior brings up some from far down."""
VECTOR_DEPTH = 100
"""Chunks asked of the vector index."""
SOURCE_DEPTH = 30
"""Chunks asked of each index for each outlet that the question names."""
UNSEEN_MARGIN = 0.1
"""A chunk that the vectors did not find counts as this much below the last that they did, until it is looked up."""


class Index(Protocol):
    """What retrieval asks of the archive."""

    def search_words(self, query: str, k: int, filters: SearchFilters = ...) -> list[Hit]: ...
    def search_vectors(self, vector: NDArray[np.float32], k: int, filters: SearchFilters = ...) -> list[Hit]: ...
    def days(self, article_ids: Sequence[str]) -> list[str | None]: ...
    def vectors(self, chunk_ids: Sequence[str]) -> NDArray[np.float32]: ...
    def passages(self, hits: Sequence[Hit]) -> list[Passage]: ...


@dataclass(frozen=True, slots=True)
class Candidates:
    """Chunks in the order of their ids, with what both indexes say of them; every sequence has the same length n.

    Attributes:
        ids: chunk ids.
        refs: the same, taken apart.
        days: the day of each chunk's article, None when unknown.
        words: BM25, 0 where the words did not find the chunk; shape (n,).
        cosines: in [-1, 1], estimated where the vectors did not find the chunk; shape (n,).
        estimated: which cosines are estimated; shape (n,).
        named: which chunks come from an outlet that the question names; shape (n,).
    """

    ids: tuple[str, ...]
    refs: tuple[ChunkRef, ...]
    days: tuple[str | None, ...]
    words: NDArray[np.float64]
    cosines: NDArray[np.float64]
    estimated: NDArray[np.bool_]
    named: NDArray[np.bool_]


def gather(
    index: Index, query: str, vector: NDArray[np.float32], question: Question, filters: SearchFilters
) -> Candidates:
    """All chunks that either index finds under the filters.

    Args:
        index: the archive.
        query: the words to look for.
        vector: the question's unit vector.
        question: names the outlets that must be represented.
        filters: what may be found.
    """
    words = dict(index.search_words(query, WORD_DEPTH, filters))
    cosines = dict(index.search_vectors(vector, VECTOR_DEPTH, filters))
    unseen = min(cosines.values(), default=0.0) - UNSEEN_MARGIN
    named: set[str] = set()
    for source in () if filters.sources else question.sources:
        narrowed = replace(filters, sources=(source,))
        own_words = dict(index.search_words(query, SOURCE_DEPTH, narrowed))
        own_cosines = dict(index.search_vectors(vector, SOURCE_DEPTH, narrowed))
        words, cosines, named = words | own_words, cosines | own_cosines, named | own_words.keys() | own_cosines.keys()
    ids = sorted(words.keys() | cosines.keys())
    refs = tuple(map(chunk_ref, ids))
    return Candidates(
        ids=tuple(ids),
        refs=refs,
        days=tuple(index.days([ref.article_id for ref in refs])),
        words=np.array([words.get(chunk_id, 0.0) for chunk_id in ids], dtype=np.float64),
        cosines=np.array([cosines.get(chunk_id, unseen) for chunk_id in ids], dtype=np.float64),
        estimated=np.array([chunk_id not in cosines for chunk_id in ids], dtype=np.bool_),
        named=np.array([chunk_id in named for chunk_id in ids], dtype=np.bool_),
    )
