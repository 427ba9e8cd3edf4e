"""Copies of one story: passages that share most of their runs of words belong to one cluster."""

from __future__ import annotations

import re
from collections.abc import Sequence

RUN_WORDS = 4
SHARED = 0.6
"""Two passages are copies when the shorter shares at least this much of its runs with the longer."""
FEWEST_RUNS = 5
"""Shorter passages are copies only when they are equal."""

_WORD = re.compile(r"\w+")


def clusters_of(texts: Sequence[str]) -> list[int]:
    """For each text the index of the first text it is a copy of, its own index when it is the first of its kind."""
    seen: list[tuple[int, frozenset[int]]] = []
    clusters: list[int] = []
    for index, text in enumerate(texts):
        runs = word_runs(text)
        leader = next((first for first, other in seen if _are_copies(runs, other)), index)
        if leader == index:
            seen.append((index, runs))
        clusters.append(leader)
    return clusters


def word_runs(text: str) -> frozenset[int]:
    """Hashes of every run of RUN_WORDS words, case and punctuation aside; of the whole text when it is shorter."""
    words = _WORD.findall(text.lower())
    if len(words) < RUN_WORDS:
        return frozenset((hash(tuple(words)),))
    return frozenset(map(hash, zip(*(words[offset:] for offset in range(RUN_WORDS)), strict=False)))


def _are_copies(left: frozenset[int], right: frozenset[int]) -> bool:
    shorter = min(len(left), len(right))
    if shorter < FEWEST_RUNS:
        return left == right
    return len(left & right) >= SHARED * shorter
