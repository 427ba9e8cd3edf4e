"""Answers to "who said that …?" and to "why …?": who says it, and the sentence that gives the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.answering.draft import NOTHING, Draft, Quote, Statement, origin_of
from app.answering.extractive.telling import told_alone
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.sentences import Ranked
from app.answering.reading.support import is_covered
from app.answering.reading.words import words_of
from app.figures.reading.days import read_days
from app.figures.reading.numbers import read_numbers
from app.figures.speakers.attribution import speaker_at
from app.figures.speakers.words import ROLES
from app.models import Span

_WHO_SAID = re.compile(
    r"^who\s+(?:has\s+|have\s+)?(?:says?|said|reports?|reported|claims?|claimed|announced|stated|puts?|counts?|counted|"
    r"lists?|listed|gives?|gave|estimates?|estimated|spoke|told\s+\w+)\b(?P<what>\s+(?:that|about)\b)?",
    re.IGNORECASE,
)
_WHICH_OUTLET = re.compile(
    r"^(?:which|what)\s+(?:outlet|newspaper|paper|news\s+agency|article|story)\s+(?:has\s+|have\s+)?"
    r"(?:says?|said|reports?|reported|wrote|writes|published|carried|covered)\b",
    re.IGNORECASE,
)
_WHO_SAYS = re.compile(r"who\s+(?:said|says)\b(?:\s+that\b)?", re.IGNORECASE)
_BEHIND_OFFICE = re.compile(rf"\b(?i:{'|'.join(sorted(ROLES))}),?\s(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)+)$")
_WHY = re.compile(r"\bwhy\b", re.IGNORECASE)
_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|thanks to|in protest|in response|in order to|so that|as a result|should have|"
    r"failed to|failing to|citing|over (?:fears|concerns)|for fear)\b",
    re.IGNORECASE,
)
_LEAST_SHARE = 0.4
_LEAST_WORDS_SAID = 3


def asks_who_said(focus: Focus) -> bool:
    """Whether the question asks who said what it states itself: that something is so, a number or words."""
    found = _WHO_SAID.search(focus.ask)
    if found is None:
        return False
    return found["what"] is not None or bool(_asked_values(focus)) or _words_asked(focus) is not None


def says_too_little(focus: Focus) -> bool:
    """Whether a bare number is all that the question states: it names no event."""
    return bool(_asked_values(focus)) and len(focus.weights) <= len(_asked_values(focus))


def _words_asked(focus: Focus) -> str | None:
    """What is asked to have been said, in lower case without its punctuation; None when it is short."""
    found = _WHO_SAYS.match(focus.ask)
    words = _bare(focus.ask[found.end() :]) if found else ""
    return words if len(words.split()) >= _LEAST_WORDS_SAID else None


def _bare(text: str) -> str:
    return " ".join(word.text.lower() for word in words_of(text))


def states_a_number(focus: Focus) -> bool:
    """Whether only a sentence with the question's own number answers it."""
    return bool(_asked_values(focus))


def write_said(focus: Focus, ranked: Sequence[Ranked], nearest: Sentence | None) -> Draft | None:
    """The speaker of the nearest sentence, or of the first that has the asked number; None when nobody is named there.

    Args:
        ranked: the sentences read, nearest first.
        nearest: the first one that is about the question, None when none is.
    """
    values, words = _asked_values(focus), _words_asked(focus)
    spoken = (entry.sentence for entry in ranked if words and words in _bare(entry.sentence.text))
    nearest = next(spoken, nearest)
    for sentence in (entry.sentence for entry in ranked) if values else (nearest,):
        if sentence is None:
            continue
        start = _place_of(values, sentence.text)
        said = None if start is None else speaker_at(sentence.article, _after(sentence, start))
        if said:
            quote = Quote(sentence.article, sentence.span)
            lead = Statement(
                f"{said[:1].upper()}{said[1:]}.", (quote,), origin_of(sentence.article), names_speaker=True
            )
            return Draft(_person_in(said), (lead,))
    return None


def asks_outlet(focus: Focus) -> bool:
    """Whether the outlet itself is asked for: "which paper reported that …?"."""
    return _WHICH_OUTLET.match(focus.ask) is not None


def write_outlet(focus: Focus, ranked: Sequence[Ranked], nearest: Sentence | None) -> Draft:
    """The outlet of the nearest sentence, of one with the asked number where there is one."""
    values = _asked_values(focus)
    if values:
        nearest = next((entry.sentence for entry in ranked if _place_of(values, entry.sentence.text) is not None), None)
    if nearest is None or nearest.article.source is None:
        return NOTHING
    return replace(told_alone(nearest), short_answer=nearest.article.source)


def _person_in(speaker: str) -> str:
    """The person alone behind an office: "Foreign Minister Sergey Lavrov" -> "Sergey Lavrov"; others as they are."""
    named = _BEHIND_OFFICE.search(speaker)
    return named["name"] if named else speaker


def _asked_values(focus: Focus) -> frozenset[float]:
    """The numbers that the question states, days and years aside."""
    days = [day.span for day in read_days(focus.ask, None)]
    return frozenset(
        reading.value
        for reading in read_numbers(focus.ask)
        if not any(day.start <= reading.span.start < day.end for day in days)
        and str(int(reading.value)) not in focus.years
    )


def _place_of(values: frozenset[float], text: str) -> int | None:
    """Where the sentence states one of the values; its start when there are none to state; None when it does not."""
    if not values:
        return 0
    return next((reading.span.start for reading in read_numbers(text) if reading.value in values), None)


def _after(sentence: Sentence, start: int) -> Span:
    return Span(sentence.span.start + start, sentence.span.end)


def reason_in(focus: Focus, ranked: Sequence[Ranked], weights: Mapping[str, float]) -> Sentence | None:
    """For a question that asks why, the nearest sentence that gives a reason; None for others and where none does."""
    if not ranked or not _WHY.search(focus.ask):
        return None
    near = (entry.sentence for entry in ranked if entry.score >= _LEAST_SHARE * ranked[0].score)
    return next((one for one in near if _CAUSE.search(one.text) and is_covered(one, weights)), None)
