"""Phrases of a sentence that could be the answer, by the kind of answer asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from typing import NamedTuple

from app.answering.reading import amounts, dates, finders
from app.answering.reading.evidence import Sentence
from app.answering.reading.finders import Found
from app.answering.reading.focus import Focus
from app.answering.reading.lexicon import Kind
from app.answering.reading.persons import persons
from app.answering.reading.predicates import asks_population
from app.answering.reading.trimming import shown_span
from app.answering.reading.words import Word, words_of
from app.figures.reading.currencies import is_money
from app.figures.reading.numbers import read_numbers
from app.models import Span

_AGE_BEFORE = re.compile(r"\b(?:aged?|at|was|is)\s*$|,\s*$", re.IGNORECASE)
_LIVING_BEFORE = re.compile(r"\b(?:population|home to|inhabited by)\s+(?:of\s+)?(?:\w+\s+)?\Z")
_LIVING_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:inhabitants|residents|(?:people|civilians)\s+(?:\w+\s+){0,2}(?:live|lived|living)\b)"
)
_NOT_PLACES = frozenset({"organisation", "work"})
_PARTS = frozenset({"including", "among"})
"""What follows is only a part of what the number counts: "18 including an American"."""
_FOLLOWING = 4
_PEOPLE = frozenset({"peopl", "person"})
_ASKS_PERCENT = re.compile(r"\b(?:percent(?:age)?|per cent|what share|what proportion)\b", re.IGNORECASE)
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")


class Candidate(NamedTuple):
    """A phrase at a place of its sentence, how it is told, and how well its form fits: 1 is plain, 0 unfit."""

    span: Span
    text: str
    fit: float


def candidates_in(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Candidate]:
    """Phrases of the right kind that are not just the question's own words.

    Args:
        lower_case: words seen in lower case nearby; one of them that opens a sentence is no name.
    """
    in_dateline = shown_span(sentence.text, Span(0, len(sentence.text))).start
    for span, fit, told in _FINDERS.get(focus.kind, finders.other)(sentence, focus, lower_case):
        if span.start < in_dateline:
            continue
        text = told or sentence.text[span.start : span.end]
        words = words_of(text)
        stems = [word.stem for word in words if word.is_content]
        if not words or not fit or (stems and all(_is_known(stem, focus) for stem in stems)):
            continue
        if focus.kind not in ("number", "date", "month") and not stems:  # "May" is no word of content
            continue
        more = _number_fit(sentence, span, text, focus) if focus.kind == "number" else 1.0
        if more:
            yield Candidate(span, text, fit * more)


def _is_known(stem: str, focus: Focus) -> bool:
    """Whether the question has the word itself, or it is only the country around it: "Aleppo, Syria"."""
    return stem in focus.stems or (stem.startswith("@") and focus.kind in _NOT_PLACES and focus.asking != "who")


_Finder = Callable[[Sentence, Focus, frozenset[str]], Iterator[Found]]
_FINDERS: Mapping[Kind, _Finder] = {
    "number": amounts.numbers,
    "date": dates.dates,
    "month": dates.months,
    "year": dates.years,
    "colour": finders.colours,
    "state": finders.states,
    "country": finders.countries,
    "person": persons,
    "city": finders.places,
    "place": finders.places,
    "work": finders.works,
    "organisation": finders.organisations,
}


def _number_fit(sentence: Sentence, span: Span, text: str, focus: Focus) -> float:
    after = sentence.text[span.end : span.end + 12].lower()
    fit = 1.0
    if focus.wants_age:
        before = sentence.text[max(0, span.start - 8) : span.start]
        fit = 1.5 if "year" in after or _AGE_BEFORE.search(before) else 0.3
    elif focus.counted:
        fit = _counted_fit(sentence.words, span, focus.counted)
        if asks_population(focus) and not _counts_who_live(sentence.text, span):
            return 0.0
    money = any(is_money(reading.unit) for reading in read_numbers(text))
    share = "%" in text or "percent" in text or "percent" in after or "per cent" in after
    if focus.wants_money:
        fit *= 1.5 if money else 0.5
    elif money:
        fit *= 0.3
    if focus.wants_share:
        fit *= 1.5 if share else 0.0 if _ASKS_PERCENT.search(focus.ask) else 0.6
    elif share and focus.counted:
        fit *= 0.3
    if _FULL_YEAR.fullmatch(text):
        fit *= 0.0 if focus.counted else 0.15
    return fit * 0.3 if text.lower() == "one" else fit


def _counts_who_live(text: str, span: Span) -> bool:
    return bool(_LIVING_BEFORE.search(text[: span.start]) or _LIVING_AFTER.match(text, span.end))


def _counted_fit(words: tuple[Word, ...], span: Span, counted: tuple[str, ...]) -> float:
    behind = [word for word in words if word.start >= span.end]
    if behind and behind[0].text.lower() in _PARTS:
        return 0.3 if counted[-1] in _PEOPLE else 0.0
    following = list(takewhile(lambda word: word.text.lower() != "and", behind[:_FOLLOWING]))
    if any(word.stem in counted for word in following):
        return 1.6
    if following and following[0].is_content and following[0].start <= span.end + 1:
        return 0.3 if counted[-1] in _PEOPLE else 0.0  # "two provinces" counts provinces
    return 0.8 if any(word.stem in counted for word in words) else 0.3 if counted[-1] in _PEOPLE else 0.0
