"""Questions for a difference, "by how much did it grow?": which figures they hold against each other."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from app.figures.asked.money import money_asked
from app.figures.predicates import is_irregular_past, predicate_class
from app.figures.reading.days import DayReading, read_days

_MOVED = (
    r"(?:gr[eo]wn?|rise|rose|risen|increased?|climb(?:ed)?|go(?:ne)? (?:up|down)|fall(?:en)?|fell|drop(?:ped)?|"
    r"declined?|decreased?|shr[aiu]nk|changed?|jump(?:ed)?)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\W*(?:by )?how (?:much|many) (?:did|does|do|has|have|had) (?P<what>.+?) {_MOVED}\b(?P<when>.*)$",
        r"\W*how many (?:more|fewer|less) (?P<what>.+?) (?:than|compared (?:with|to))\b(?P<when>.*)$",
        r"\W*what(?: is| was|['’]s) the (?:difference|gap) between (?P<sides>.+?) (?:figures?|counts?|numbers?|tolls?|"
        r"estimates?) (?:of|for|on) (?P<what>.+)$",
    )
)
_ACCORDING = re.compile(r"\baccording to (?P<who>[^,]+?)(?=\s+than\b|\s+according to\b|,|$)", re.IGNORECASE)
_SIDES = re.compile(r"\s+and\s+", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|after|than in|than on)\s+(?:the\s+)?$", re.IGNORECASE)
_LEAD = re.compile(
    r"\s*\b(?:between|from|since|after|in|on|by|during|and|to|until|than|the|early|late|end of|start of)\s*$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\b(?:before|earlier|now|then|today|previously|initially|so far)\b", re.IGNORECASE)
_COUNT = re.compile(r"^(?:the )?(?:total |official )?(?:number|count) of (?:the )?", re.IGNORECASE)
_TOLL = re.compile(r"^(?:the )?(?:death )?toll\b", re.IGNORECASE)
_AUXILIARIES = frozenset({"were", "was", "are", "is", "been", "have", "has", "had", "be"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANY_DAY = date(2000, 3, 1)
"""Anchors days where only their places in the text matter."""


class Difference(NamedTuple):
    """A question for a difference.

    Attributes:
        text: the whole question.
        counted: the question for the figures themselves, without days and sides: "How many people were displaced?".
        sides: the two speakers held against each other; () for a change over time.
    """

    text: str
    counted: str
    sides: tuple[str, ...]

    def days(self, today: date | None) -> list[DayReading]:
        """The days named; one without a year is of the last year named, else of the year that ends ``today``."""
        years = [day for day in read_days(self.text, today) if _YEAR.search(self.text[day.span.start : day.span.end])]
        return read_days(self.text, years[-1].last if years else today)

    def is_since(self, day: DayReading) -> bool:
        """Whether the day begins the time asked about: "since Monday", "than in May"."""
        return _SINCE.search(self.text[: day.span.start]) is not None


def asked_difference(question: str) -> Difference | None:
    """The difference asked for; None for any other question."""
    text = " ".join(question.split()).rstrip("?. ")
    found = next((match for form in _FORMS if (match := form.match(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    what, when = parts["what"], parts.get("when") or ""
    sides = _SIDES.split(parts["sides"]) if parts.get("sides") else _speakers(f"{what} {when}")
    what = _ACCORDING.sub("", what)
    return Difference(text, _counting(_without_days(f"{what} {_ACCORDING.sub('', when)}")), tuple(sides))


def _counting(what: str) -> str:
    """What both figures count, as a question: "the number of displaced people" as "How many people were displaced?"."""
    if _TOLL.match(what) or money_asked(f"What is {what}?"):
        return f"What is {what}?"
    words = _COUNT.sub("", what).split()
    if len(words) > 1 and _is_participle(words[0]):
        words[:2] = [words[1], words[0]]
    place = next((place for place, word in enumerate(words) if place and _is_participle(word)), 0)
    if place and words[place - 1].lower() not in _AUXILIARIES:
        words.insert(place, "were")
    return f"How many {' '.join(words)}?"


def _is_participle(word: str) -> bool:
    return predicate_class(word) is not None and (word.endswith("ed") or is_irregular_past(word))


def _without_days(text: str) -> str:
    """The text without the days it names and the words that lead up to them."""
    for day in reversed(read_days(text, _ANY_DAY)):
        before = text[: day.span.start]
        while lead := _LEAD.search(before):
            before = before[: lead.start()]
        text = f"{before} {text[day.span.end :]}"
    return " ".join(_LOOSE.sub(" ", text).split())


def _speakers(text: str) -> list[str]:
    """The two sides of "… according to the ministry than according to the UN"; none where it names no two."""
    named = [match["who"] for match in _ACCORDING.finditer(text)]
    return named if len(named) == 2 else []
