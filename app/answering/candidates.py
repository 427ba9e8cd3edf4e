"""Phrases of a sentence that could be the answer, by the kind of answer asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from app.answering.evidence import Sentence
from app.answering.focus import Focus
from app.answering.lexicon import COLOURS, MONTHS, NUMBER_WORDS, US_STATES, WEEKDAYS, Kind
from app.answering.names import names_in, quoted_titles_in, trimmed
from app.answering.words import Word, words_of
from app.models import Span
from app.retrieval.demonyms import place_of

_NUMBER = re.compile(
    r"[$£€]?\d[\d,]*(?:\.\d+)?(?:%|\s?(?:percent|per cent|million|billion|trillion)\b)?"
    rf"|\b(?:{'|'.join(NUMBER_WORDS)})\b(?:\s(?:million|billion|percent|hundred|thousand)\b)?",
    re.IGNORECASE,
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:,\s*{_YEAR})?|\d{{1,2}}\s+{_MONTH}(?:\s+{_YEAR})?|{_MONTH}(?:\s+{_YEAR})?"
    rf"|{_YEAR}|{'|'.join(WEEKDAYS)})(?!\w)"
)
_COLOUR = re.compile(rf"\b(?:{'|'.join(COLOURS)})\b", re.IGNORECASE)
_STATE = re.compile(rf"\b(?:{'|'.join(sorted(US_STATES, key=len, reverse=True))})\b")
_WHERE_BEFORE = re.compile(r"\b(?:in|at|to|of|from|near)\s+(?:the\s)?$", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|at|was|is)\s*$|,\s*$", re.IGNORECASE)
_FULL_YEAR = re.compile(_YEAR)


class Candidate(NamedTuple):
    """``sentence.text[span.start:span.end]`` and how well its form fits what is asked: 1 is plain, 0 unfit."""

    span: Span
    text: str
    fit: float


def candidates_in(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Candidate]:
    """Phrases of the right kind that are not just the question's own words.

    Args:
        lower_case: words seen in lower case nearby; one of them that opens a sentence is no name.
    """
    for span, fit in _FINDERS.get(focus.kind, _other)(sentence, focus, lower_case):
        text = sentence.text[span.start : span.end]
        words = words_of(text)
        stems = [word.stem for word in words if word.is_content]
        if not words or not fit or (stems and all(stem in focus.stems for stem in stems)):
            continue
        if focus.kind != "number" and not stems:
            continue
        more = _number_fit(sentence, span, text, focus) if focus.kind == "number" else 1.0
        yield Candidate(span, text, fit * more)


_Found = Iterator[tuple[Span, float]]
_Finder = Callable[[Sentence, Focus, frozenset[str]], _Found]


def _numbers(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for match in _NUMBER.finditer(sentence.text):
        if words_of(match.group())[0].stem not in focus.stems:
            yield trimmed(sentence.text, Span(*match.span())), 1.0


def _dates(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for match in _DATE.finditer(sentence.text):
        yield trimmed(sentence.text, Span(*match.span())), 0.35 if match.group() in WEEKDAYS else 1.0


def _months(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for match in re.finditer(rf"\b(?:{'|'.join(MONTHS)})\b", sentence.text):
        yield Span(*match.span()), 1.0


def _years(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for match in re.finditer(rf"\b{_YEAR}\b", sentence.text):
        yield Span(*match.span()), 1.0


def _colours(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for match in _COLOUR.finditer(sentence.text):
        yield Span(*match.span()), 1.0


def _states(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for match in _STATE.finditer(sentence.text):
        yield Span(*match.span()), 1.0


def _countries(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for span in names_in(sentence.text):
        name = sentence.text[span.start : span.end].lower()
        place = place_of(sentence.text[span.start : span.end])
        if place:
            yield span, 1.0 if name in place else 0.7


def _names(sentence: Sentence, lower_case: frozenset[str]) -> Iterator[Span]:
    for span in names_in(sentence.text):
        name = sentence.text[span.start : span.end]
        alone = " " not in name
        opens = span.start == 0 or sentence.text[max(0, span.start - 2) : span.start] in (". ", "“")
        if alone and (name in WEEKDAYS or name in MONTHS or (opens and name.lower() in lower_case)):
            continue
        yield span


def _persons(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for span in _names(sentence, lower_case):
        name = sentence.text[span.start : span.end]
        if place_of(name) or name in US_STATES:
            yield span, 0.15
        else:
            yield span, 0.6 if " " not in name else 1.0


def _places(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for span in _names(sentence, lower_case):
        name = sentence.text[span.start : span.end]
        fit = 1.2 if _WHERE_BEFORE.search(sentence.text[max(0, span.start - 9) : span.start]) else 0.5
        yield span, fit * 0.4 if focus.kind == "city" and (place_of(name) or name in US_STATES) else fit


def _works(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for span in quoted_titles_in(sentence.text):
        yield span, 1.3
    yield from _organisations(sentence, focus, lower_case)


def _organisations(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for span in _names(sentence, lower_case):
        yield span, 0.4 if place_of(sentence.text[span.start : span.end]) else 1.0


def _other(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> _Found:
    for span in quoted_titles_in(sentence.text):
        yield span, 0.8
    for span in _names(sentence, lower_case):
        yield span, 1.0


_FINDERS: Mapping[Kind, _Finder] = {
    "number": _numbers,
    "date": _dates,
    "month": _months,
    "year": _years,
    "colour": _colours,
    "state": _states,
    "country": _countries,
    "person": _persons,
    "city": _places,
    "place": _places,
    "work": _works,
    "organisation": _organisations,
}


def _number_fit(sentence: Sentence, span: Span, text: str, focus: Focus) -> float:
    after = sentence.text[span.end : span.end + 12].lower()
    fit = 1.0
    if focus.wants_age:
        before = sentence.text[max(0, span.start - 8) : span.start]
        fit = 1.5 if "year" in after or _AGE_BEFORE.search(before) else 0.3
    elif focus.counted:
        fit = _counted_fit(sentence.words, span, focus.counted)
    money = text[0] in "$£€" or "dollar" in after or "euro" in after
    share = "%" in text or "percent" in text or "percent" in after or "per cent" in after
    if focus.wants_money:
        fit *= 1.5 if money else 0.5
    elif money:
        fit *= 0.3
    if focus.wants_share:
        fit *= 1.5 if share else 0.6
    elif share and focus.counted:
        fit *= 0.3
    if _FULL_YEAR.fullmatch(text):
        fit *= 0.15
    return fit * 0.3 if text.lower() == "one" else fit


def _counted_fit(words: tuple[Word, ...], span: Span, counted: tuple[str, ...]) -> float:
    following = [word.stem for word in words if word.start >= span.end][:4]
    if any(stem in following for stem in counted):
        return 1.6
    return 0.8 if any(word.stem in counted for word in words) else 0.3
