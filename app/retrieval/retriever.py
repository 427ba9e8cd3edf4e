"""From a question to its passages: hybrid search, fusion, priors, copies, focus."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.embeddings.protocol import Embedder
from app.models import Passage, SearchFilters
from app.retrieval.candidates import Candidates, Index, gather, passage_id
from app.retrieval.fusion import fused
from app.retrieval.priors import date_prior, opening_prior
from app.retrieval.question import Question
from app.retrieval.reranking import Reranker, reranked
from app.retrieval.selection import select
from app.retrieval.signs import sign_points
from app.retrieval.spelling import corrections

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
        candidates = gather(self._archive, _query(question), vector, question, filters)
        fixed = corrections(question.terms, (passage.text for passage in candidates.passages))
        if fixed:
            query = " ".join([_query(question), *fixed.values()])
            candidates = gather(self._archive, query, vector, question, filters)
        ranked = rank(question, candidates, filters.as_of)
        if self._reranker is not None:
            ranked = reranked(self._reranker, question.text, ranked)
        return select(ranked, top_k, question.sources)


def rank(question: Question, candidates: Candidates, as_of: str | None) -> list[Passage]:
    """The candidates with their final scores, best first, equal scores in the order of their ids."""
    passages = candidates.passages
    scores = fused(candidates.words, candidates.cosines, [passage.article_id for passage in passages])
    scores += date_prior(question, [passage.published_at for passage in passages], as_of or question.as_of)
    scores += opening_prior([passage.start for passage in passages])
    scores += np.array([sign_points(question, passage.text) for passage in passages], dtype=np.float64)
    order = sorted(range(len(passages)), key=lambda place: (-scores[place], passage_id(passages[place])))
    return [replace(passages[place], score=round(float(scores[place]), 6)) for place in order]


def _query(question: Question) -> str:
    return " ".join(question.terms) or question.text
