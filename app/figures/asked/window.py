"""The days that a question asks about: "on 6 August 2013", "since December", "by March", "the four days to 1 May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from app.english import MONTHS
from app.figures.reading.days import DayReading, read_days
from app.figures.reading.numbers import read_numbers

_SINCE = re.compile(
    r"\b(?:(?:since|from|after)\s(?:the\s)?(?:(?:beginning|start|end)\sof\s)?|"
    r"since\s(?:[\w'’-]+\s){2,6}?(?:of|on|in)\s|(?:begun|began|begins|started|launched|broke out|"
    r"(?:took|came into) effect)\s(?:on|in)\s)$",
    re.IGNORECASE,
)
_FIRST_DAYS = re.compile(r"\bfirst\s(?P<count>\w+)\sdays\b", re.IGNORECASE)
_DAYS_UP_TO = re.compile(
    r"\b(?P<count>\w+)\s(?P<unit>hours|days|weeks|months?|years?)\s(?:up\s)?(?:to|until|before|ending)\s(?:on\s)?$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:by|until|till|before|up to)\s(?:the\s)?(?:(?:beginning|start|end)\sof\s)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\bbefore\s(?:the\s(?:beginning|start)\sof\s)?$", re.IGNORECASE)
_END_OF = re.compile(r"(?:the\s)?end\sof\s", re.IGNORECASE)
"""Up to it lies the whole of a month: "before the end of January"."""
ANY_DAY, _LAST_DAY = "1900-01-01", "2999-01-01"
"""The first day of a question "by March", which has no beginning, and the last one of "since March"."""
_DATED = re.compile(rf"\d|{'|'.join(MONTHS)}", re.IGNORECASE)
_DURATION = re.compile(r"(?:over|in|within)\s(?!the\s(?:last|past)|last|past)", re.IGNORECASE)
"""How long something took ("over two weeks in August") is not when."""


def days_asked(question: str, today: str | None) -> list[DayReading]:
    """The days of the question: those it dates itself, for which "overnight" and other days without a year are read."""
    own = [day.last for day in read_days(question, None) if day.first == day.last]
    anchor = max(own) if own else date.fromisoformat(today[:10]) if today else None
    days = read_days(question, anchor)
    return [day for day in days if _DATED.search(question[slice(*day.span)])] or days


def window(question: str, days: Sequence[DayReading]) -> tuple[str | None, str | None]:
    """The days asked about; "since December" has no end and "by March" no beginning."""
    days = [day for day in days if not _DURATION.match(question, day.span.start)]
    year = None if days else re.search(r"\b(?:19|20)\d\d\b", question)
    if not days and year is None:
        return None, None
    if year is not None:
        first, last, start = f"{year[0]}-01-01", f"{year[0]}-12-31", year.start()
    else:
        first, last = min(day.first for day in days).isoformat(), max(day.last for day in days).isoformat()
        start = min(day.span.start for day in days)
    before = question[:start]
    if len(days) <= 1 and _BEFORE.search(before) and not _END_OF.match(question, start):
        return ANY_DAY, (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    if len(days) <= 1 and _SINCE.search(before):
        return first, _last_of_the_first(question, first)
    led = _DAYS_UP_TO.search(before) if len(days) == 1 and year is None else None
    if led is not None:
        return _days_before(last, led), last
    return (ANY_DAY, last) if len(days) <= 1 and _UNTIL.search(before) else (first, last)


def _days_before(last: str, led: re.Match[str]) -> str:
    """The first of "the four days to", "the 24 hours to" or "the year to" the day ``last``."""
    count = next((int(reading.value) for reading in read_numbers(led["count"])), 1)
    days = {"hour": -(-count // 24), "week": 7 * count, "month": 30 * count, "year": 365 * count}.get(
        led["unit"].removesuffix("s"), count
    )
    return (date.fromisoformat(last) - timedelta(days=days)).isoformat()


def _last_of_the_first(question: str, first: str) -> str:
    """The last of "the first four days" from ``first`` on; without such words the time has no end."""
    told = _FIRST_DAYS.search(question)
    readings = read_numbers(told["count"]) if told else []
    if not readings:
        return _LAST_DAY
    return (date.fromisoformat(first) + timedelta(days=int(readings[0].value) - 1)).isoformat()
