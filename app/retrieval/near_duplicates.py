"""Copies of one story: passages that share most of their runs of words say the same."""

from __future__ import annotations

import re
from collections import Counter

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
        self._lengths: list[int] = []
        self._holders: dict[Run, list[int]] = {}  # most stories share no run with a text, and are not looked at

    def is_new(self, text: str) -> bool:
        """Whether no text seen before is a copy of this one; a copy is not remembered."""
        runs = word_runs(text)
        shared = Counter(story for run in runs for story in self._holders.get(run, ()))
        if any(_are_enough(count, len(runs), self._lengths[story]) for story, count in shared.items()):
            return False
        for run in runs:
            self._holders.setdefault(run, []).append(len(self._lengths))
        self._lengths.append(len(runs))
        return True


def are_copies(left: str, right: str) -> bool:
    """Whether two texts share most of their runs of words."""
    runs, others = word_runs(left), word_runs(right)
    return _are_enough(len(runs & others), len(runs), len(others))


def word_runs(text: str) -> frozenset[Run]:
    """Every run of RUN_WORDS words, case and punctuation aside; the whole text when it is shorter."""
    words = _WORD.findall(text.lower())
    if len(words) < RUN_WORDS:
        return frozenset((tuple(words),))
    return frozenset(zip(*(words[offset:] for offset in range(RUN_WORDS)), strict=False))


def _are_enough(shared: int, length: int, other: int) -> bool:
    """Whether texts of so many runs are copies by those they share."""
    shorter = min(length, other)
    return shared >= SHARED * shorter if shorter >= FEWEST_RUNS else shared == length == other
