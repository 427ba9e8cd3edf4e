"""Days, months and years that a sentence names, read against the day its article appeared."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from app.models import Span

_MONTH_NAMES = "january february march april may june july august september october november december"
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
_SMALL_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), start=1)}
WEEKDAYS = _WEEKDAY_NAMES.split()
_WEEKS = ("first", "second", "third", "fourth")
_SMALL = {word: value for value, word in enumerate(_SMALL_NUMBERS.split(), start=1)} | {"a": 1, "an": 1}
_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
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
    for pattern, reader in _PATTERNS:
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


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_day(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    groups = match.groupdict()
    month = _month_number(groups["month"])
    if groups.get("year"):
        day = _safe(int(groups["year"]), month, int(groups["day"]))
    elif anchor is None:
        return None
    else:
        day = _nearest_year(anchor, month, int(groups["day"]))
    return (day, day) if day else None


def _nearest_year(anchor: date, month: int, day: int) -> date | None:
    """The last such day up to a month after ``anchor``: news looks back, and only a little ahead."""
    this_year = _safe(anchor.year, month, day)
    if this_year is not None and this_year <= anchor + timedelta(days=31):
        return this_year
    return _safe(anchor.year - 1, month, day)


def _day_range(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    groups = match.groupdict()
    month, year = _month_number(groups["month"]), groups.get("year")
    last = (
        _safe(int(year), month, int(groups["until"]))
        if year
        else (_nearest_year(anchor, month, int(groups["until"])) if anchor else None)
    )
    first = _safe(last.year, month, int(groups["day"])) if last else None
    return (first, last) if first and last and first <= last else None


def _numeric_day(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    day = _safe(int(match["year"]), int(match["month"]), int(match["day"]))
    return (day, day) if day else None


def _month_of_year(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    return _part_of_month(match, int(match["year"]))


def _bare_month(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    if anchor is None:
        return None
    return _part_of_month(match, anchor.year if _month_number(match["month"]) <= anchor.month else anchor.year - 1)


def _month_of_near_year(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """ "March of this year", "December of last year"."""
    return _part_of_month(match, anchor.year - (match["which"].lower() == "last")) if anchor else None


def _part_of_month(match: re.Match[str], year: int) -> tuple[date, date]:
    """The whole month, or its first, middle or last third for "early", "middle of" and "end of"."""
    first, last = _whole_month(year, _month_number(match["month"]))
    part = (match["part"] or "").lower()
    if part.startswith(("early", "beginning", "start")):
        return first, first.replace(day=10)
    if part.startswith("mid"):
        return first.replace(day=10), first.replace(day=20)
    return (first.replace(day=20), last) if part.startswith(("late", "end")) else (first, last)


def _week_of_month(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """Seven days of a month: "the last week of February"."""
    year = int(match["year"]) if match["year"] else None
    if year is None and anchor is None:
        return None
    whole = _part_of_month(match, year) if year else _bare_month(match, anchor)
    if whole is None:
        return None
    which = match["which"].lower()
    if which == "last":
        return whole[1] - timedelta(days=6), whole[1]
    first = whole[0] + timedelta(days=7 * _WEEKS.index(which))
    return first, first + timedelta(days=6)


def _whole_month(year: int, month: int) -> tuple[date, date]:
    following = date(year + (month == 12), month % 12 + 1, 1) if year < 9999 else date(year, 12, 31)
    return date(year, month, 1), following - timedelta(days=1)


def _year(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _weekday(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    if anchor is None:
        return None
    back = (anchor.weekday() - WEEKDAYS.index(match["weekday"].lower())) % 7
    if (match["next"] or "").strip().lower() == "next":
        day = anchor + timedelta(days=7 - back if back else 7)
    else:
        day = anchor - timedelta(days=back)
    return day, day


def _relative(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    if anchor is None:
        return None
    words = re.sub(r"\s+", " ", match[0].lower())
    if words.endswith(("week", "month", "year")):
        return _calendar_unit(words, anchor)
    if words == "the day before yesterday":
        return anchor - timedelta(days=2), anchor - timedelta(days=2)
    if words in ("yesterday", "last night", "overnight"):
        return anchor - timedelta(days=1), anchor - timedelta(days=words == "yesterday")
    return anchor, anchor


def _calendar_unit(words: str, anchor: date) -> tuple[date, date]:
    """The week, month or year that "last …" or "this …" names, up to ``anchor`` at the latest."""
    this = "this" in words
    if words.endswith("week"):
        monday = anchor - timedelta(days=anchor.weekday() + (0 if this else 7))
        return monday, min(monday + timedelta(days=6), anchor)
    if words.endswith("month"):
        first = anchor.replace(day=1)
        before = first - timedelta(days=1)
        return (first, anchor) if this else (before.replace(day=1), before)
    year = anchor.year if this else anchor.year - 1
    return date(year, 1, 1), min(date(year, 12, 31), anchor)


def _ago(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    printed = match["count"].lower()
    count = int(printed) if printed.isdigit() else _SMALL[printed]
    if anchor is None or not 0 < count < 400:
        return None
    unit = match["unit"].lower()
    if unit.startswith("day"):
        return anchor - timedelta(days=count), anchor - timedelta(days=count)
    if unit.startswith("week"):
        return anchor - timedelta(days=7 * count + 3), anchor - timedelta(days=7 * count - 3)
    if unit.startswith("month"):
        middle = anchor - timedelta(days=round(30.4 * count))
        return _whole_month(middle.year, middle.month)
    return date(anchor.year - count, 1, 1), date(anchor.year - count, 12, 31)


def _last_hours(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    printed, unit = match["count"].lower(), match["unit"].lower()
    count = int(printed) if printed.isdigit() else _SMALL[printed]
    days = -(-count // 24) if unit == "hours" else count * (7 if unit == "weeks" else 1)
    return (anchor - timedelta(days=days), anchor) if anchor is not None and days < 400 else None


def _month_number(name: str) -> int:
    return next(number for month, number in MONTHS.items() if month.startswith(name.lower()[:3]))


_PART = r"(?:the\s+)?(?P<part>early|mid|late|(?:beginning|start|middle|end)\s+of)[\s-]+"
_WEEK_OF = r"(?P<which>first|second|third|fourth|last)\s+week\s+of\s+(?P<part>)?"
_LED = r"(?P<lead>last|this|the\s+same|in|of|since|until|till|during|for|and|through|throughout|by|between|from|to|at)"
_LONG_MONTH = (
    r"(?P<month>january|february|march|april|june|july|august|september|october|november|december|(?<=in\s)may)\b"
)
_COUNT = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_PATTERNS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reader)
    for pattern, reader in (
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b", _numeric_day),
        (r"\b(?P<day>[0-3]?\d)[./-](?P<month>[01]?\d)[./-](?P<year>(?:19|20)\d\d)\b", _numeric_day),
        (rf"\b{_DAY}\s*(?:-|–|to|and|until)\s*(?P<until>[0-3]?\d)(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+{_YEAR})?",
         _day_range),
        (rf"\b{_MONTH}\s+{_DAY}\s*(?:-|–|to)\s*(?P<until>[0-3]?\d)\b(?:,?\s+{_YEAR})?", _day_range),
        (rf"\b{_WEEK_OF}{_MONTH}(?:,?\s+{_YEAR})?", _week_of_month),
        (rf"\b{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}", _full_day),
        (rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", _full_day),
        (rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}", _full_day),
        (rf"\b{_MONTH}\s+{_DAY}\b(?!\s*(?:people|percent|per cent|%))", _full_day),
        (rf"\b(?:{_PART})?{_MONTH},?\s+(?:of\s+)?{_YEAR}", _month_of_year),
        (rf"\b(?:{_LED}\s+)?(?:{_PART})?{_LONG_MONTH}\s+(?:of\s+)?(?P<which>this|last)\s+year\b", _month_of_near_year),
        (rf"\b(?:{_LED}\s+)?{_PART}{_LONG_MONTH}", _bare_month),
        (rf"\b{_LED}\s+(?P<part>)?{_LONG_MONTH}", _bare_month),
        (r"\b(?:(?P<lead>in|since|by|during|of|from|until|throughout)|late|early|mid|summer|winter|spring|autumn)[\s-]+"
         rf"{_YEAR}", _year),
        (r"\b(?P<next>next\s+|last\s+|this\s+)?(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
         r"(?:['’]?s)?\b", _weekday),
        (r"\b(?:the day before yesterday|yesterday|today|overnight|last night|this (?:morning|evening|afternoon)|"
         r"(?:earlier )?(?:last|past|this) (?:week|month|year))\b", _relative),
        (rf"\b(?:last|past|previous|in|within|over)\s+(?:the\s+(?:last|past|previous)\s+)?{_COUNT}\s+(?P<unit>hours|days|weeks)\b",
         _last_hours),
        (rf"\b{_COUNT}\s+(?P<unit>days?|weeks?|months?|years?)\s+(?:ago|earlier)\b", _ago),
    )
)  # fmt: skip
