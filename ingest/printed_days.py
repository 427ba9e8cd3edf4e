"""Days as news text prints them: "February 28", "Wed 05 Apr 2017", "Aug. 18, 2020, 9:29 a.m. ET". Pure.

A day whose order of day and month cannot be told (``05/04/2017``) is not read at all: nothing here guesses.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from app.english import LOWER_MONTHS, LOWER_WEEKDAYS

_MONTHS, _WEEKDAYS = ([name[:3] for name in names] for names in (LOWER_MONTHS, LOWER_WEEKDAYS))
_LEAP_YEAR = 2000

WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
DAY_PATTERN = (
    rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?:"
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)(?!\d)"
    rf"|(?P<numeric>\d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark){_YEAR})"
    rf"|(?P<day_first>(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{MONTH})(?:,?\s*(?P<y1>{_YEAR}))?)"
    rf"|(?P<month_first>(?P<m2>{MONTH})\s*(?P<d2>{_DAY})(?:(?:,\s*|\s+)(?P<y2>{_YEAR}))?)"
    rf")"
)
_ZONE = r"\(?(?:(?-i:UTC|GMT|MSK|[A-Z]{1,3}T)\b(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}\b)\)?"
TIME_PATTERN = (
    r"(?:(?:,|at|\||-|–)?\s*\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?!\d)(?:\s*[ap]\.?m\b\.?)?"
    r"|(?:,|at)?\s*\b\d{1,2}\s*[ap]\.?m\b\.?"
    rf"|at\s+\d{{4}}\b|\b\d{{4}}(?=\s*{_ZONE})"
    rf")(?:\s*{_ZONE})?"
)
"""Digits without a mark between them ("0914") are a time only after "at" or before a zone: "135" counts something."""


class PrintedDay(NamedTuple):
    """A day found in a text at ``[start, end)``; ``year`` None when none is printed, ``weekday`` 0 for Monday."""

    year: int | None
    month: int
    day: int
    weekday: int | None
    start: int
    end: int

    @property
    def is_full(self) -> bool:
        return self.year is not None

    @property
    def iso(self) -> str:
        """``YYYY-MM-DD``, or ``--MM-DD`` without a year."""
        year = "-" if self.year is None else f"{self.year:04d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"


def read_match(match: re.Match[str], known_day: str | None = None) -> PrintedDay | None:
    """The day of a match of DAY_PATTERN; None when there is no such day.

    None also when day and month cannot be told apart, unless ``known_day`` (``YYYY-MM-DD``) is one of the two readings.
    """
    numbers = _numbers(match, known_day)
    if numbers is None:
        return None
    year, month, day = numbers
    try:
        date(year if year is not None else _LEAP_YEAR, month, day)
    except ValueError:
        return None
    name = match["weekday"]
    weekday = _WEEKDAYS.index(name[:3].lower()) if name else None
    return PrintedDay(year, month, day, weekday, match.start(), match.end())


def _numbers(match: re.Match[str], known_day: str | None) -> tuple[int | None, int, int] | None:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return int(year), int(month), int(day)
    if match["numeric"]:
        first, second, year = (int(part) for part in match["numeric"].split(match["mark"]))
        readings = ((year, second, first), (year, first, second))
        known = next((reading for reading in readings if known_day == "{}-{:02d}-{:02d}".format(*reading)), None)
        return known or _ordered(first, second, year, dotted=match["mark"] == ".")
    month_name, day = (match["m1"], match["d1"]) if match["day_first"] else (match["m2"], match["d2"])
    printed_year = match["y1"] or match["y2"]
    month = _MONTHS.index(month_name[:3].lower()) + 1
    return int(printed_year) if printed_year else None, month, int(re.sub(r"\D", "", day))


def _ordered(first: int, second: int, year: int, *, dotted: bool) -> tuple[int, int, int] | None:
    """``(year, month, day)`` where the order is certain: dots mean day first, a number above 12 is a day."""
    if dotted or first > 12 or first == second:
        return year, second, first
    if second > 12:
        return year, first, second
    return None
