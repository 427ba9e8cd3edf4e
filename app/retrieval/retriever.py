"""From a question to its passages: hybrid search, fusion, priors, then a closer look at the best."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.archive.protocols import Hit
from app.embeddings.protocol import Embedder
from app.errors import ArticleNotFound
from app.models import Passage, SearchFilters
from app.retrieval.candidates import Candidates, Index, gather
from app.retrieval.question import Question
from app.retrieval.ranking import corrected, ordered, relevance, shortlist
from app.retrieval.reranking import Reranker, reranked
from app.retrieval.selection import select
from app.retrieval.spelling import corrections

SHORTLIST = 3
"""Times ``top_k`` chunks are read; the others are judged by what the indexes say of them."""
SHORTEST_SHORTLIST, LONGEST_SHORTLIST = 40, 120

_EVERYTHING = SearchFilters()


class Retriever:
    """Finds passages; the same question on the same archive gives the same passages in the same order.

    Args:
        archive: where to search.
        embedder: the model the archive was made with.
        reranker: reads the best passages again; None keeps the order of the fused scores.
    """

    def __init__(self, archive: Index, embedder: Embedder, reranker: Reranker | None = None) -> None:
        self._archive = archive
        self._embedder = embedder
        self._reranker = reranker

    def search(self, question: Question, *, filters: SearchFilters = _EVERYTHING, top_k: int = 10) -> list[Passage]:
        """The ``top_k`` best passages, best first, fewer when the archive has no more.

        Scores are comparable within one call only; higher is better. Outlets that the question names come first.
        """
        if top_k <= 0 or not question.text:
            return []
        vector = self._embedder.encode_query(question.text)
        depth = max(top_k, min(LONGEST_SHORTLIST, SHORTLIST * top_k), SHORTEST_SHORTLIST)
        query = " ".join(question.terms) or question.text
        ranked = self._ranked(query, vector, question, filters, depth)
        fixed = corrections(question.terms, [f"{passage.title} {passage.text}" for passage in ranked])
        if fixed:
            ranked = self._ranked(" ".join([query, *fixed.values()]), vector, question, filters, depth)
        if self._reranker is not None:
            ranked = reranked(self._reranker, question.text, ranked)
        return select(ranked, top_k, question.sources)

    def likeness(self, phrase: str, others: Sequence[str]) -> list[float]:
        """Cosines of phrases with one phrase, in the order given."""
        vectors = self._embedder.encode([phrase, *others])
        cosines: list[float] = (vectors[1:] @ vectors[0]).tolist()
        return cosines

    def _ranked(
        self, query: str, vector: NDArray[np.float32], question: Question, filters: SearchFilters, depth: int
    ) -> list[Passage]:
        """The ``depth`` best chunks with their final scores, best first, equal scores in the order of their ids."""
        candidates = gather(self._archive, query, vector, question, filters)
        scores = relevance(question, candidates, filters.as_of or question.as_of)
        kept = shortlist(candidates, scores, depth)
        scores = corrected(scores, candidates, self._missing_cosines(candidates, kept, vector))
        hits = [Hit(candidates.ids[place], float(scores[place])) for place in kept]
        passages = self._archive.passages(hits)
        return ordered(question, passages, [passage.score for passage in passages])

    def _missing_cosines(
        self, candidates: Candidates, places: Sequence[int], vector: NDArray[np.float32]
    ) -> dict[int, float]:
        """Exact cosines of the places that have estimates; none when one of the articles was deleted meanwhile."""
        missing = [place for place in places if candidates.estimated[place]]
        try:
            found = self._archive.vectors([candidates.ids[place] for place in missing]) @ vector
        except ArticleNotFound:
            return {}
        return dict(zip(missing, found.tolist(), strict=True))
