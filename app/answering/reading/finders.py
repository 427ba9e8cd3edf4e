"""Phrases of one sentence that have the form of an answer: places, names of things and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.answering.reading.doers import deed_asked, doers_in, does, is_speaker
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.lexicon import COLOURS, US_STATES, kind_of_category
from app.answering.reading.names import names_in, quoted_titles_in
from app.answering.reading.noun_phrases import noun_phrases_in
from app.answering.reading.words import words_of
from app.answering.speaker_names import is_body
from app.english import MONTHS, NUMBER_WORDS, WEEKDAYS
from app.models import Span
from app.retrieval.demonyms import place_of

MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = re.compile(rf"\b{MONTH}\s+\d{{1,2}}\b(?:,\s*{YEAR})?|\b\d{{1,2}}\s+{MONTH}(?!\w)")
_FROM_PLACE = re.compile(r"\sof\s(?P<place>[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+)*)\Z")
_WIDER = re.compile(r"\s+(?:province|county|region|state|governorate)\b")
"""What follows the name of an area; a place in it is told before the area."""
_UNKNOWN_COUNTRY = 0.6
_PAIRED = 1.6
_ASKS_TWO = re.compile(r"\b(?:which|what)\s+(?:two|both)\b", re.IGNORECASE)
_COLOUR = re.compile(rf"\b(?:{'|'.join(COLOURS)})\b", re.IGNORECASE)
_STATE = re.compile(rf"\b(?:{'|'.join(sorted(US_STATES, key=len, reverse=True))})\b")
_WHERE_BEFORE = re.compile(
    r"\b(?:in|into|at|to|of|off|on|from|near|outside|inside|around|towards?)\s+(?:the\s)?(?:\w+[’']s\s)?$",
    re.IGNORECASE,
)
_WHERE_AFTER = re.compile(r",\s+where\b")
_NO_NAME = re.compile(r"\b(?:Photos?|Images|Getty)$|-(?:[a-z]+ed|led|held|run|wide|era)$")
"""Credits, and half a name: "Britain-based"."""
_RUN_TOGETHER = re.compile(r"^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\d{5}|\b(?:19|20)\d\d\s+[A-Z]")
"""Days, and page furniture that ran together: "Jul 262016 BEIRUT Syrian"."""
_ASKS_NAME = re.compile(r"\b(?:what name|called|named|code-?named?|dubbed|known as|name of)\b", re.IGNORECASE)
_NAMED_BEFORE = re.compile(
    r"\b(?:called|named|code-?named|dubbed|titled|known as)\s+(?:the\s+)?[“\"‘']?$", re.IGNORECASE
)
_LONGEST_PLACE = 6
_NAMED, _DOES_DEED, _THERE = 2.0, 2.0, 0.5
_IN_BEFORE = re.compile(r"\b(?:in|near)\s+\Z")
_COMMON_NOUN = 0.5
"""Names are asked for more often; words of the question in a phrase make it less of an answer."""
_NAMED_ONLY = 0.15


class Found(NamedTuple):
    """``sentence.text[span.start:span.end]``, how well its form fits (1 is plain), and how it is told if otherwise."""

    span: Span
    fit: float
    told: str | None = None


def colours(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Names of colours."""
    for match in _COLOUR.finditer(sentence.text):
        yield Found(Span(*match.span()), 1.0)


def states(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """States of the United States."""
    for match in _STATE.finditer(sentence.text):
        yield Found(Span(*match.span()), 1.0)


def countries(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Names of countries, and, fitting less, of their peoples."""
    for span in names_in(sentence.text):
        origin = _FROM_PLACE.search(sentence.text, span.start, span.end)
        if origin and place_of(origin["place"]):
            yield Found(Span(*origin.span("place")), 1.0)
        name = sentence.text[span.start : span.end].lower()
        place = place_of(sentence.text[span.start : span.end])
        before = sentence.text[max(0, span.start - 9) : span.start]
        if place:
            yield Found(span, 1.0) if name in place else Found(span, 0.6, place.title())
        elif _WHERE_BEFORE.search(before) and not opens_alone(sentence, span):
            yield Found(span, _UNKNOWN_COUNTRY)


def likely_names(sentence: Sentence, lower_case: frozenset[str]) -> Iterator[Span]:
    """Names, without weekdays, months, credits, "(AFP)" and ordinary words that only open a sentence."""
    for span in names_in(sentence.text):
        name = sentence.text[span.start : span.end]
        alone = " " not in name
        opens = span.start == 0 or sentence.text[max(0, span.start - 2) : span.start] in (". ", "“")
        if name.lower().split("-")[0] in NUMBER_WORDS and alone:
            continue
        if alone and (name in WEEKDAYS or name in MONTHS or (opens and name.lower() in lower_case)):
            continue
        if (
            _NO_NAME.search(name)
            or _RUN_TOGETHER.search(name)
            or sentence.text[max(0, span.start - 1) : span.end + 1] == f"({name})"
        ):
            continue
        yield span


def opens_alone(sentence: Sentence, span: Span) -> bool:
    """Whether the span is the first word of its sentence: then its capital tells little."""
    return span.start <= 1 and " " not in sentence.text[span.start : span.end]


def places(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Names, best after a preposition of place."""
    for span in likely_names(sentence, lower_case):
        name = sentence.text[span.start : span.end]
        place = place_of(name)
        if (place and name.lower() not in place) or _is_part_of_name(sentence.text, span):  # "Turkish" is no place
            continue
        if place is None and _is_no_place(name):
            continue
        there = _WHERE_BEFORE.search(sentence.text[max(0, span.start - 30) : span.start])
        there = there or _WHERE_AFTER.match(sentence.text, span.end)
        if not there and (opens_alone(sentence, span) or is_speaker(sentence.text, span)):
            continue
        if focus.category and _is_called(sentence.text, span, focus.category):
            fit = 1.6
        else:
            fit = 1.2 if there else 0.5 if focus.category else _NAMED_ONLY
        if _WIDER.match(sentence.text, span.end):
            fit *= 0.4
        yield Found(span, fit * 0.4 if focus.kind == "city" and (place or name in US_STATES) else fit)


def _is_no_place(name: str) -> bool:
    """A body, a headline that ran into a name, or "Syrias", whose apostrophe was lost."""
    return (
        is_body(name) or len(name.split()) > _LONGEST_PLACE or (name.endswith("s") and place_of(name[:-1]) is not None)
    )


def _is_called(text: str, span: Span, category: str) -> bool:
    """ "The river Ane", "the village of Mashi", "Mashi village" where a river or a village is asked for."""
    noun = re.escape(category)
    before = re.search(rf"\b{noun}s?\s+(?:of\s+)?\Z", text[max(0, span.start - 30) : span.start], re.IGNORECASE)
    if _WIDER.match(text, span.end):  # "the largest town of Orlen province" is not Orlen
        return False
    return bool(before or re.match(rf"\s+{noun}\b", text[span.end : span.end + 30], re.IGNORECASE))


def _is_part_of_name(text: str, span: Span) -> bool:
    """ "Human Rights" of an observatory; and "Fighting for Saraqib" is more than a name."""
    name = text[span.start : span.end]
    return " for " in name or (" " in name and text[max(0, span.start - 4) : span.start] == "for ")


def works(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Titles in quotation marks, and names."""
    for span in quoted_titles_in(sentence.text):
        yield Found(span, 1.3)
    yield from organisations(sentence, focus, lower_case)


def organisations(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Names that are no countries, and whoever does the deed asked about."""
    deed = deed_asked(focus)
    yield from (Found(span, _DOES_DEED) for span in (doers_in(sentence.text, deed) if deed else ()))
    for span in likely_names(sentence, lower_case):
        name = sentence.text[span.start : span.end]
        fit = _DOES_DEED if deed and does(sentence.text, span, deed) else 1.0
        fit *= 0.4 if place_of(name) or kind_of_category(name.split(maxsplit=1)[0].strip(".")) == "person" else 1.0
        if _IN_BEFORE.search(sentence.text, max(0, span.start - 8), span.start):
            fit *= _THERE
        yield Found(span, fit * 0.5 if opens_alone(sentence, span) else fit)


def other(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Any name, noun phrase or quoted title; where a name is asked for, best what is "called" or "dubbed" so."""
    for span in quoted_titles_in(sentence.text):
        yield Found(span, 0.8 * _named_fit(sentence.text, span, focus))
    several = bool(_ASKS_TWO.search(focus.ask))
    for span in likely_names(sentence, lower_case):
        if _is_half_a_phrase(sentence.text[span.start : span.end]):
            continue
        pair = several and " and " in sentence.text[span.start : span.end]
        yield Found(span, (_PAIRED if pair else 1.0) * _named_fit(sentence.text, span, focus))
    for span in noun_phrases_in(sentence.text) if focus.asked_phrase or focus.ask.endswith((":", " what?")) else ():
        words = words_of(sentence.text[span.start : span.end])
        if not any(word.is_capitalised or word.text[0].isdigit() or word.text in NUMBER_WORDS for word in words):
            new = sum(word.stem not in focus.stems for word in words) / len(words)
            yield Found(span, _COMMON_NOUN * new * new * _named_fit(sentence.text, span, focus))


def _is_half_a_phrase(name: str) -> bool:
    """ "Turkish", "Three": what they belong to is missing."""
    place = place_of(name)
    return name.lower() in NUMBER_WORDS or (place is not None and name.lower() not in place and not name.isupper())


def _named_fit(text: str, span: Span, focus: Focus) -> float:
    named = _ASKS_NAME.search(focus.ask) and _NAMED_BEFORE.search(text, max(0, span.start - 20), span.start)
    return _NAMED if named else 1.0
