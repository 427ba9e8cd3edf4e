"""Answers to "who said that …?" and to "why …?": who says it, and the sentence that gives the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.answering.draft import Draft, Quote, Statement, origin_of
from app.answering.evidence import Sentence
from app.answering.focus import Focus
from app.answering.sentences import Ranked
from app.answering.support import is_covered
from app.figures.attribution import speaker_at

_WHO_SAID = re.compile(
    r"^who\s+(?:has\s+|have\s+)?(?:says?|said|reports?|reported|claims?|claimed|announced|stated|told\s+\w+)\s+that\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\bwhy\b", re.IGNORECASE)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|thanks to|in protest|in response|in order to|so that|as a result|should have|"
    r"failed to|failing to|citing|over (?:fears|concerns)|for fear)\b",
    re.IGNORECASE,
)
_LEAST_SHARE = 0.4


def asks_who_said(focus: Focus) -> bool:
    """Whether the question asks who said what it states itself."""
    return bool(_WHO_SAID.search(focus.ask))


def write_said(sentence: Sentence) -> Draft | None:
    """The speaker of a sentence and the sentence; None when its article names no speaker there."""
    speaker = speaker_at(sentence.article, sentence.span)
    if speaker is None:
        return None
    quote = Quote(sentence.article, sentence.span)
    lead = Statement(f"{speaker[:1].upper()}{speaker[1:]}.", (quote,), origin_of(sentence.article))
    return Draft(speaker, (lead,))


def reason_in(focus: Focus, ranked: Sequence[Ranked], weights: Mapping[str, float]) -> Sentence | None:
    """For a question that asks why, the nearest sentence that gives a reason; None for others and where none does."""
    if not ranked or not _WHY.search(focus.ask):
        return None
    near = (entry.sentence for entry in ranked if entry.score >= _LEAST_SHARE * ranked[0].score)
    return next((one for one in near if _CAUSE.search(one.text) and is_covered(one, weights)), None)
