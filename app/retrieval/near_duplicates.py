"""Copies of one story: passages that share most of their runs of words, and the figures in them, say the same."""

from __future__ import annotations

import re

RUN_WORDS = 4
SHARED = 0.6
"""Two passages are copies when the shorter shares at least this much of its runs with the longer."""
FEWEST_RUNS = 5
"""Shorter passages are copies only when they are equal."""

Run = tuple[str, ...]

_WORD = re.compile(r"\w+")


class Stories:
    """The texts seen so far, to tell the first of a story from its copies."""

    def __init__(self) -> None:
        self._seen: list[frozenset[Run]] = []

    def is_new(self, text: str) -> bool:
        """Whether no text seen before is a copy of this one; a copy is not remembered."""
        runs = word_runs(text)
        if any(_are_copies(runs, other) for other in self._seen):
            return False
        self._seen.append(runs)
        return True


def are_copies(left: str, right: str) -> bool:
    """Whether two texts share most of their runs of words."""
    return _are_copies(word_runs(left), word_runs(right))


def word_runs(text: str) -> frozenset[Run]:
    """Every run of RUN_WORDS words, case and punctuation aside; the whole text when it is shorter."""
    words = _WORD.findall(text.lower())
    if len(words) < RUN_WORDS:
        return frozenset((tuple(words),))
    return frozenset(zip(*(words[offset:] for offset in range(RUN_WORDS)), strict=False))


def _are_copies(left: frozenset[Run], right: frozenset[Run]) -> bool:
    shorter = min(len(left), len(right))
    if shorter < FEWEST_RUNS:
        return left == right
    return len(left & right) >= SHARED * shorter and not _is_update(left, right)


def _is_update(left: frozenset[Run], right: frozenset[Run]) -> bool:
    """Whether each has a number that the other lacks: "32 killed", told again as "44 killed"."""
    mine, theirs = ({word for run in runs for word in run if word.isdigit()} for runs in (left, right))
    return bool(mine - theirs and theirs - mine)
