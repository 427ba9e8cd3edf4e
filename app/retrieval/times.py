"""Days that a question names, and whether it asks about what just happened."""

from __future__ import annotations

import re
from datetime import date

# A season stands for its middle month.
_MONTH_NAMES = """
january jan winter
february feb
march mar
april apr spring
may
june jun
july jul summer
august aug
september sep sept
october oct autumn
november nov
december dec
"""
_MONTHS = {
    name: number for number, names in enumerate(_MONTH_NAMES.strip().splitlines(), start=1) for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d)(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
        rf"\b{_MONTH},?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b",
        r"(?<![\d,.$£€-])(?P<year>(?:19|20)\d\d)(?![\d,%-]|\.\d)",
    )
)
_LIMIT = re.compile(r"\b(?:as of|as at|until|up to|by)\s+(?:the\s+)?$", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:this (?:past )?(?:week|weekend|month|morning|year)|last (?:week|night|weekend)|today|yesterday|tonight"
    r"|recent(?:ly)?|latest|newest|just|current(?:ly)?|now"
    r"|(?:on|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


def is_about_now(text: str) -> bool:
    """Whether the question has words such as "this week", "recently", "on Monday" or "latest"."""
    return bool(_NOW.search(text))


def asked_days(text: str) -> tuple[tuple[str, ...], str | None]:
    """The days named in the text, in order, and the one that limits it ("as of 2 March 2020").

    A day is ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY``, or ``--MM-DD`` when its year is not printed. What is no day of
    the calendar is left out. Only a full day can be the limit.
    """
    found: dict[int, str] = {}
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if day := _iso(match):
                found[match.start()] = day
    ordered = sorted(found.items())
    limits = [day for start, day in ordered if len(day) == 10 and _LIMIT.search(text[:start])]
    return tuple(dict.fromkeys(day for _, day in ordered)), limits[0] if limits else None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year = parts.get("year")
    number = int(parts["number"]) if parts.get("number") else _MONTHS.get((parts.get("month") or "").lower())
    day = int(parts["day"]) if parts.get("day") else None
    if number is None:
        return year
    if day is None:
        return f"{year}-{number:02d}"
    try:
        date(int(year or 2000), number, day)
    except ValueError:
        return None
    return f"{year}-{number:02d}-{day:02d}" if year else f"--{number:02d}-{day:02d}"
