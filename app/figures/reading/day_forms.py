"""What each form of a named day means: "6 August", "early March", "last week", read against an anchor.

Every reader takes the match of its form and the anchor, the day the text appeared, and returns an inclusive run of
days; None where it needs an anchor and has none, or the calendar has no such day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.english import LOWER_MONTHS, LOWER_WEEKDAYS, ONES

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""The month in which each begins; a winter belongs to two years."""
_WEEKS = ("first", "second", "third", "fourth")
_SMALL = {**ONES, "a": 1, "an": 1}


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_day(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """One day: "6 August 2013"; without a year the nearest one."""
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


def day_range(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """Days of one month: "3-5 March"."""
    groups = match.groupdict()
    month, year = _month_number(groups["month"]), groups.get("year")
    last = (
        _safe(int(year), month, int(groups["until"]))
        if year
        else (_nearest_year(anchor, month, int(groups["until"])) if anchor else None)
    )
    first = _safe(last.year, month, int(groups["day"])) if last else None
    return (first, last) if first and last and first <= last else None


def numeric_day(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """One day in numbers: "2013-08-06"."""
    day = _safe(int(match["year"]), int(match["month"]), int(match["day"]))
    return (day, day) if day else None


def month_of_year(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """A month, or a part of one: "early March 2013"."""
    return part_of_month(match, int(match["year"]))


def months_of_year(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """Months of one year: "July and August 2015"."""
    year = int(match["year"])
    first, last = (
        _whole_month(year, _month_number(match["from"]))[0],
        _whole_month(year, _month_number(match["month"]))[1],
    )
    return (first, last) if first < last else None


def season(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """Three months: "spring 2017", as in the north."""
    year, first = int(match["year"]), _SEASONS[match["season"].lower()]
    return date(year, first, 1), _whole_month(year, first + 2)[1]


def bare_month(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """The last such month up to the anchor: "in March"."""
    if anchor is None:
        return None
    return part_of_month(match, anchor.year if _month_number(match["month"]) <= anchor.month else anchor.year - 1)


def month_of_near_year(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """ "March of this year", "December of last year"."""
    return part_of_month(match, anchor.year - (match["which"].lower() == "last")) if anchor else None


def part_of_month(match: re.Match[str], year: int) -> tuple[date, date]:
    """The whole month, or its first, middle or last third for "early", "middle of" and "end of"."""
    first, last = _whole_month(year, _month_number(match["month"]))
    part = (match["part"] or "").lower()
    if part.startswith(("early", "beginning", "start")):
        return first, first.replace(day=10)
    if part.startswith("mid"):
        return first.replace(day=10), first.replace(day=20)
    return (first.replace(day=20), last) if part.startswith(("late", "end")) else (first, last)


def week_of_month(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """Seven days of a month: "the last week of February"."""
    year = int(match["year"]) if match["year"] else None
    if year is None and anchor is None:
        return None
    whole = part_of_month(match, year) if year else bare_month(match, anchor)
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


def year(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """A whole year: "in 2013"."""
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def weekday(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """The last such day up to the anchor, or the next one: "Tuesday", "next Monday"."""
    if anchor is None:
        return None
    back = (anchor.weekday() - LOWER_WEEKDAYS.index(match["weekday"].lower())) % 7
    if (match["next"] or "").strip().lower() == "next":
        day = anchor + timedelta(days=7 - back if back else 7)
    else:
        day = anchor - timedelta(days=back)
    return day, day


def weekdays(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """ "Tuesday and Wednesday": the last such days up to ``anchor``, all between them included."""
    if anchor is None:
        return None
    last = anchor - timedelta(days=(anchor.weekday() - LOWER_WEEKDAYS.index(match["weekday"].lower())) % 7)
    return last - timedelta(days=(last.weekday() - LOWER_WEEKDAYS.index(match["from"].lower())) % 7), last


def relative(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """Days counted from the anchor: "yesterday", "overnight", "last week"."""
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
    """The week, month or year that "last …" or "this …" names, up to ``anchor`` at the latest; "past …" ends there."""
    if "past" in words:
        return anchor - timedelta(days={"week": 7, "month": 30, "year": 365}[words.rsplit(maxsplit=1)[-1]]), anchor
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


def ago(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """So long before the anchor: "three weeks ago"; the coarser the unit the longer the run."""
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


def last_hours(match: re.Match[str], anchor: date | None) -> tuple[date, date] | None:
    """The time up to the anchor: "in the last 24 hours"."""
    printed, unit = match["count"].lower(), match["unit"].lower()
    count = int(printed) if printed.isdigit() else _SMALL[printed]
    days = -(-count // 24) if unit == "hours" else count * (7 if unit == "weeks" else 1)
    return (anchor - timedelta(days=days), anchor) if anchor is not None and days < 400 else None


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(LOWER_MONTHS, start=1) if month.startswith(name.lower()[:3]))
