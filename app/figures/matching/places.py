"""Where a sentence places its figure, and which part of the sentence tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.english import LOWER_MONTHS, LOWER_WEEKDAYS, ONE_TO_TWELVE
from app.figures.names import name_keys, names_it
from app.figures.records import FigureRecord
from app.models import Article, Span
from app.retrieval.demonyms import place_of

_OTHER_DEED = re.compile(r"\b(?:after|following|before)\b|\bin response to\b|\s[–—]\s")
"""What stands beyond it, or beyond a dash, is another event: "19 died near the capital hours after a gas attack"."""
_AREA = (
    r"city|town|village|district|neighbou?rhood|suburb|area|region|province|governorate|outskirts|countryside|east|west"
)
_OTHER_COUNT = re.compile(
    r"\b(?:and|while|but)\s(?:(?:an?|another|some|at|least|more|than|over|nearly|about|up|to|further|the)\s){0,3}"
    rf"(?:\d[\d,]*|{'|'.join(ONE_TO_TWELVE)}|dozens?|\w+teen)\b"
)
"""Where a sentence goes on to another count: "30 people were killed in Aleppo and another 39 in Idlib"."""
DEEDS = r"strikes?|airstrikes?|raids?|attacks?|bombardment|bombings?|shelling|assault|offensive"
PLACED = re.compile(
    rf"\b(?:(?<!\bIS\s)[Ii]n|[Aa]t|inside|(?:towns?|cities|villages?|districts?)\sof|(?:{DEEDS})\s(?:on|of|against))\s(?:the\s)?"
    r"(?:(?!of\b|by\b|support\b|response\b|month\b|an?\b)[a-z][a-z-]*\s){0,3}?"
    rf"(?:(?:{_AREA})\sof\s)?(?P<place>(?:al-)?(?!US\b)[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)(?!\s(?:said|says|told))"
)
_NO_PLACES = frozenset({*LOWER_MONTHS, *(month[:3] for month in LOWER_MONTHS), *LOWER_WEEKDAYS})
_LEADS_UP_TO = 60
"""Characters in front of a wider place within which the asked one stands: "the village of Hass in southern Idlib"."""


def clause_of(record: FigureRecord, text: str) -> str:
    """The part of the record's sentence in ``text`` that tells of its own deed, not of what came before or after."""
    return text[slice(*_between(_OTHER_DEED, record, text, record.sentence))]


def own_part(record: FigureRecord, text: str) -> str:
    """The part of that clause between the counts before and behind the record's own."""
    clause = _between(_OTHER_DEED, record, text, record.sentence)
    return text[slice(*_between(_OTHER_COUNT, record, text, clause))]


def _between(borders: re.Pattern[str], record: FigureRecord, text: str, within: Span) -> Span:
    """The part of ``within`` around the record's number up to the nearest border on each side."""
    found = [match.span() for match in borders.finditer(text, *within)]
    start = max((start for start, end in found if end <= record.span.start), default=within.start)
    return Span(start, min((start for start, _ in found if start >= record.span.end), default=within.end))


def is_placed_elsewhere(names: Sequence[str], question: str, record: FigureRecord, article: Article) -> bool:
    """Whether the figure's clause names a place, but none of ``names`` nor one that they lie in."""
    clause = own_part(record, article.text)
    if not names or any(names_it(name, name_keys(clause)) for name in names):
        return False
    told = (found["place"] for found in PLACED.finditer(clause))
    return any(not _is_wider(place, names, question, article) for place in told)


def _is_wider(place: str, names: Sequence[str], question: str, article: Article) -> bool:
    """Whether the place may be around the asked one: a country, named in the question, or behind the asked one."""
    first = place.split(maxsplit=1)[0].lower()
    if first in _NO_PLACES or place_of(place.lower()) or place_of(first):
        return True
    if not name_keys(place).isdisjoint(name_keys(question)):
        return True
    befores = (
        article.text[max(0, at.start() - _LEADS_UP_TO) : at.start()]
        for at in re.finditer(re.escape(place), article.text)
    )
    return any(names_it(name, name_keys(before)) for before in befores for name in names)
