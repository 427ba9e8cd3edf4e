"""Ranks candidates: first by what the indexes say of all of them, then the best by their text too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from app.models import Passage
from app.retrieval.candidates import Candidates
from app.retrieval.fusion import COSINE_WEIGHT, Scores, fused
from app.retrieval.priors import date_prior, opening_prior
from app.retrieval.question import Question
from app.retrieval.signs import sign_points


def relevance(question: Question, candidates: Candidates, as_of: str | None) -> Scores:
    """What words, vectors, day and place in the article say of each candidate; shape (n,), higher is better."""
    scores = fused(candidates.words, candidates.cosines, [ref.article_id for ref in candidates.refs])
    scores += date_prior(question, candidates.days, as_of)
    scores += opening_prior([ref.start for ref in candidates.refs])
    return scores


def shortlist(candidates: Candidates, scores: Scores, depth: int) -> list[int]:
    """Places of the ``depth`` best and of everything from named outlets, in order of place; ties by id."""
    best = np.argsort(-scores, kind="stable")[:depth]
    return sorted({*best.tolist(), *np.flatnonzero(candidates.named).tolist()})


def corrected(scores: Scores, candidates: Candidates, cosines: Mapping[int, float]) -> Scores:
    """The scores with exact cosines, by place, instead of estimated ones."""
    exact = scores.copy()
    for place, cosine in cosines.items():
        exact[place] += COSINE_WEIGHT * (cosine - candidates.cosines[place])
    return exact


def ordered(question: Question, passages: Sequence[Passage], scores: Sequence[float]) -> list[Passage]:
    """The passages with their final scores, best first, equal scores in the order given."""
    final = [
        replace(passage, score=round(score + sign_points(question, passage.text), 6))
        for passage, score in zip(passages, scores, strict=True)
    ]
    return sorted(final, key=lambda passage: -passage.score)
