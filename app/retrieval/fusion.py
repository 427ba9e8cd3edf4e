"""One score from words and vectors, for chunks and for the articles they stand in; pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

# Round weights, set on the even RealTimeQA questions and checked on the odd ones (eval/benchmarks/retrieval.py); hits
# change by less than 0.01 when any of them is a third smaller or larger.
WORDS_WEIGHT = 1.0
ARTICLE_WEIGHT = 1.0
"""For the best BM25 score in the chunk's article: an article that is about the question speaks for all its chunks."""
COSINE_WEIGHT = 1.5


def fused(words: Scores, cosines: Scores, articles: Sequence[str]) -> Scores:
    """Relevance of each chunk, about 0..3.5, higher is better.

    BM25 has no fixed range, so it is divided by the best of the list; cosines are comparable between questions and
    stay as they are.

    Args:
        words: BM25 scores, 0 for a chunk that the words did not find; shape (n,).
        cosines: cosines of the same chunks in [-1, 1]; shape (n,).
        articles: the article of each chunk.
    """
    shares = scaled(words)
    return WORDS_WEIGHT * shares + ARTICLE_WEIGHT * best_of_group(shares, articles) + COSINE_WEIGHT * cosines


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
