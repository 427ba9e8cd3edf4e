"""One score from words and vectors, for chunks and for the articles they stand in; pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

# Round weights, set on half of the RealTimeQA questions and checked on the other half (eval/benchmarks/retrieval.py).
WORDS_WEIGHT = 1.0
COSINE_WEIGHT = 1.0
BEST_IN_ARTICLE_WEIGHT = 0.5
"""An article's best chunk speaks for its other chunks."""


def fused(words: Scores, cosines: Scores, articles: Sequence[str]) -> Scores:
    """Relevance of each chunk, about 0..3, higher is better.

    BM25 has no fixed range, so it is divided by the best of the list; cosines are comparable between questions and
    stay as they are. To both the best of the chunk's article is added.

    Args:
        words: BM25 scores, 0 for a chunk that the words did not find; shape (n,).
        cosines: cosines of the same chunks in [-1, 1]; shape (n,).
        articles: the article of each chunk.
    """
    own = WORDS_WEIGHT * scaled(words) + COSINE_WEIGHT * cosines
    return own + BEST_IN_ARTICLE_WEIGHT * best_of_group(own, articles)


def scaled(scores: Scores) -> Scores:
    """The scores divided by the highest; all 0 when none is above 0."""
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else np.zeros_like(scores)


def best_of_group(scores: Scores, groups: Sequence[str]) -> Scores:
    """For each score the highest of its group; shape kept."""
    best: dict[str, float] = {}
    for group, score in zip(groups, scores.tolist(), strict=True):
        if score > best.get(group, -np.inf):
            best[group] = score
    return np.array([best[group] for group in groups], dtype=np.float64)
