""" "What does the array listen for?", "What did Moss say?": the sentence of that deed, not the nearest name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.predicates import says_what_is_done
from app.answering.reading.sentences import Ranked
from app.answering.reading.support import supported

_ASKS_WHAT_IS_DONE = re.compile(
    r"\bwhat\s+(?:(?:did|does|do|has|have|happened|happens|will)\b|"
    r"(?:is|are|was|were)\s.*(?:\s(?:for|of)\W*$|\w{3}ing\b))",
    re.IGNORECASE,
)
_NEAR_SHARE = 0.4


def asks_what_is_done(focus: Focus) -> bool:
    """Whether a clause answers, and no name alone."""
    return _ASKS_WHAT_IS_DONE.search(focus.ask) is not None


def what_is_done(focus: Focus, ranked: Sequence[Ranked], weights: Mapping[str, float]) -> Sentence | None:
    """The nearest sentence that speaks of the deed asked about; None for other questions and where none does."""
    if not ranked or not asks_what_is_done(focus):
        return None
    near = (entry.sentence for entry in ranked if entry.score >= _NEAR_SHARE * ranked[0].score)
    return next((one for one in near if says_what_is_done(focus, one) and supported(focus, one, weights)), None)
