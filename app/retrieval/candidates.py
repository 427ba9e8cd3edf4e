"""Gathers the chunks worth ranking: the best by words, the best by vectors, and those of the outlets asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.archive.protocols import Hit
from app.models import Passage, SearchFilters
from app.retrieval.question import Question

DEPTH = 150
"""Chunks asked of each index."""
SOURCE_DEPTH = 30
"""Chunks asked of each index for each outlet that the question names."""


class Index(Protocol):
    """What retrieval asks of the archive."""

    def search_words(self, query: str, k: int, filters: SearchFilters = ...) -> list[Hit]: ...
    def search_vectors(self, vector: NDArray[np.float32], k: int, filters: SearchFilters = ...) -> list[Hit]: ...
    def vectors(self, chunk_ids: Sequence[str]) -> NDArray[np.float32]: ...
    def passages(self, hits: Sequence[Hit]) -> list[Passage]: ...


@dataclass(frozen=True, slots=True)
class Candidates:
    """Chunks with what both indexes say of them; every sequence has the same length n.

    Attributes:
        passages: their texts; ``score`` is not final.
        words: BM25, 0 where the words did not find the chunk; shape (n,).
        cosines: in [-1, 1]; shape (n,).
    """

    passages: tuple[Passage, ...]
    words: NDArray[np.float64]
    cosines: NDArray[np.float64]


def gather(
    index: Index, query: str, vector: NDArray[np.float32], question: Question, filters: SearchFilters
) -> Candidates:
    """All chunks that either index finds under the filters, in the order of their ids.

    Args:
        index: the archive.
        query: the words to look for.
        vector: the question's unit vector.
        question: names the outlets that must be represented.
        filters: what may be found.
    """
    words = dict(index.search_words(query, DEPTH, filters))
    cosines = dict(index.search_vectors(vector, DEPTH, filters))
    for source in () if filters.sources else question.sources:
        narrowed = replace(filters, sources=(source,))
        words |= dict(index.search_words(query, SOURCE_DEPTH, narrowed))
        cosines |= dict(index.search_vectors(vector, SOURCE_DEPTH, narrowed))
    missing = sorted(words.keys() - cosines.keys())
    if missing:
        cosines |= zip(missing, (index.vectors(missing) @ vector).tolist(), strict=True)
    ids = sorted(cosines)
    passages = index.passages([Hit(chunk_id, cosines[chunk_id]) for chunk_id in ids])
    found = [passage_id(passage) for passage in passages]
    return Candidates(
        tuple(passages),
        np.array([words.get(chunk_id, 0.0) for chunk_id in found], dtype=np.float64),
        np.array([cosines[chunk_id] for chunk_id in found], dtype=np.float64),
    )


def passage_id(passage: Passage) -> str:
    """The id of the chunk that the passage is."""
    return f"{passage.article_id}:{passage.version}:{passage.start}-{passage.end}"
