"""Days, months and years that a sentence names, read against the day its article appeared."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from app.english import MONTHS, ONE_TO_TWELVE, WEEKDAYS
from app.figures.reading import day_forms as forms
from app.models import Span

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"

_ANCHOR_YEARS = range(1000, 9000)
"""Near the ends of the calendar "last year" and "next Monday" are no days."""


class DayReading(NamedTuple):
    """An inclusive run of days; a single day when ``first == last``. ``span`` is where the text names it."""

    first: date
    last: date
    span: Span


_Reader = Callable[[re.Match[str], date | None], tuple[date, date] | None]


def read_days(text: str, article_day: date | None) -> list[DayReading]:
    """Every day, month or year that ``text`` names, in order; the longest reading wins where several overlap.

    Words that need an anchor ("Tuesday", "last month", "6 August" without a year) are left out when
    ``article_day`` is None, or so far off that it can be no day of a newspaper.
    """
    if article_day is not None and article_day.year not in _ANCHOR_YEARS:
        article_day = None
    found: list[DayReading] = []
    for pattern, reader in _PATTERNS if _ANY_MONTH.search(text) else _WITHOUT_MONTH:
        for match in pattern.finditer(text):
            span = _without_lead(text, match)
            if any(span.start < other.span.end and other.span.start < span.end for other in found):
                continue
            days = reader(match, article_day)
            if days is not None:
                found.append(DayReading(*days, span))
    return sorted(found, key=lambda reading: reading.span.start)


def _without_lead(text: str, match: re.Match[str]) -> Span:
    """The span of the day itself: "February" of "since February"."""
    lead = match.groupdict().get("lead")
    start = match.end("lead") if lead else match.start()
    return Span(start + len(text[start : match.end()]) - len(text[start : match.end()].lstrip()), match.end())


_PART = r"(?:the\s+)?(?P<part>early|mid|late|(?:beginning|start|middle|end)\s+of)[\s-]+"
_WEEK_OF = r"(?P<which>first|second|third|fourth|last)\s+week\s+of\s+(?P<part>)?"
_LED = (
    r"(?P<lead>last|this|the\s+same|in|of|since|until|till|before|during|for|and|through|throughout|by|between|from|"
    r"to|at)"
)
_LONG_MONTH = rf"(?P<month>{'|'.join(month for month in MONTHS if month != 'May')}|(?<=in\s)may)\b"
_FROM_MONTH = rf"(?P<from>{'|'.join(MONTHS)})"
_WEEKDAY = "|".join(WEEKDAYS)
_COUNT = rf"(?P<count>an?|{'|'.join(ONE_TO_TWELVE)}|\d{{1,3}})"
_PATTERNS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reader)
    for pattern, reader in (
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", forms.numeric_day),
        (r"\b(?P<day>[0-3]?\d)[./-](?P<month>[01]?\d)[./-](?P<year>(?:19|20)\d\d)\b", forms.numeric_day),
        (rf"\b{_DAY}\s*(?:-|–|to|and|until)\s*(?P<until>[0-3]?\d)(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
         forms.day_range),
        (rf"\b{_MONTH}\s+{_DAY}\s*(?:-|–|to)\s*(?P<until>[0-3]?\d)\b(?:,?\s+{_YEAR})?", forms.day_range),
        (rf"\b{_WEEK_OF}{_MONTH}(?:,?\s+{_YEAR})?", forms.week_of_month),
        (rf"\b{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}", forms.full_day),
        (rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", forms.full_day),
        (rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}", forms.full_day),
        (rf"\b{_MONTH}\s+{_DAY}\b(?!\s*(?:people|percent|per cent|%))", forms.full_day),
        (rf"\b{_FROM_MONTH}\s+(?:and|to|until|through)\s+{_MONTH},?\s+(?:of\s+)?{_YEAR}", forms.months_of_year),
        (rf"\b(?:{_PART})?{_MONTH},?\s+(?:of\s+)?{_YEAR}", forms.month_of_year),
        (rf"\b(?P<season>spring|summer|autumn|fall)[\s-]+(?:of\s+)?{_YEAR}", forms.season),
        (rf"\b(?:{_LED}\s+)?(?:{_PART})?{_LONG_MONTH}\s+(?:of\s+)?(?P<which>this|last)\s+year\b",
         forms.month_of_near_year),
        (rf"\b(?:{_LED}\s+)?{_PART}{_LONG_MONTH}", forms.bare_month),
        (rf"\b{_LED}\s+(?P<part>)?{_LONG_MONTH}", forms.bare_month),
        (r"\b(?:(?P<lead>in|since|by|during|of|from|until|throughout)|late|early|mid|winter)[\s-]+"
         rf"{_YEAR}", forms.year),
        (rf"\b(?P<from>{_WEEKDAY})\s(?:and|to|through|until)\s(?P<weekday>{_WEEKDAY})\b", forms.weekdays),
        (rf"\b(?P<next>next\s+|last\s+|this\s+)?(?P<weekday>{_WEEKDAY})(?:['’]?s)?\b", forms.weekday),
        (r"\b(?:the day before yesterday|yesterday|today|overnight|last night|this (?:morning|evening|afternoon)|"
         r"(?:earlier )?(?:last|past|this) (?:week|month|year))\b", forms.relative),
        (rf"\b(?:last|past|previous|in|within|over)\s+(?:the\s+(?:last|past|previous)\s+)?{_COUNT}\s+(?P<unit>hours|days|weeks)\b",
         forms.last_hours),
        (rf"\b{_COUNT}\s+(?P<unit>days?|weeks?|months?|years?)\s+(?:ago|earlier)\b", forms.ago),
    )
)  # fmt: skip
_ANY_MONTH = re.compile(rf"\b{_MONTH}", re.IGNORECASE)
_WITHOUT_MONTH = tuple((pattern, reader) for pattern, reader in _PATTERNS if "January" not in pattern.pattern)
"""Half of the forms need the name of a month, which most sentences have not; searching for them took the longest."""
