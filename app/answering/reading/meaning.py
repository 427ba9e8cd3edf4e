"""Which phrases can be what is asked for: "Apple TV+" is a streaming platform, "AFC Richmond" is none.

No list of kinds would do for "sea creature" or "home goods chain"; the embedding model knows. Only the few phrases that
are best by form and place are compared, so that a question costs less than one more encoding of itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from app.answering.reading.focus import Focus

MOST_COMPARED = 8
_KINDS = frozenset({"thing", "organisation", "work"})
"""Persons and places have finders that know their form, and a name says little of a general or a village."""
_PULL = 1.0
"""A phrase 0.3 nearer in cosine than the others gains a third."""


class Likeness(Protocol):
    """How near phrases are to one phrase in meaning: cosines in [-1, 1], one of each."""

    def __call__(self, phrase: str, others: Sequence[str]) -> Sequence[float]: ...


def meaning_fits(focus: Focus, phrases: Sequence[str], likeness: Likeness | None) -> list[float]:
    """A factor around 1 for each phrase: above it where it means the asked noun phrase more than the others do.

    Cosines count relative to their mean, because embedding models differ in what they call near.
    """
    if likeness is None or focus.asked_phrase is None or focus.kind not in _KINDS or len(phrases) < 2:
        return [1.0] * len(phrases)
    cosines = likeness(focus.asked_phrase, phrases)
    mean = sum(cosines) / len(cosines)
    return [math.exp(_PULL * (cosine - mean)) for cosine in cosines]
