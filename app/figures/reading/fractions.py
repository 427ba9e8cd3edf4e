"""Shares in words: "two-thirds of the city", "half of the unions", "three out of ten patients"."""

from __future__ import annotations

import re

from app.english import ONE_TO_TWELVE, ONES
from app.models import Span

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_COUNTS = {**ONES, "a": 1}
_ANY_COUNT = "|".join(ONE_TO_TWELVE[:10])
_PART = "|".join(part for part in _PARTS if part != "half")
_NO_TIME = r"(?!\s(?:an?\s)?(?:hours?|days?|weeks?|months?|years?|century|million|billion|dozen|mile|inch)\b)"
_FRACTION = re.compile(
    rf"\b(?:(?P<many>{_ANY_COUNT})[-\s](?P<parts>{_PART})s\b"
    rf"|(?P<one>a|one)[-\s](?P<part>{_PART})\b(?=\sof\b{_NO_TIME})"
    rf"|(?<=than\s)(?P<bare_one>a|one)[-\s](?P<bare>{_PART})\b(?!\sof\b)"
    rf"|(?P<half>half)\b(?=\s(?:of\b(?!\san?\s)|the\s|(?:its|their)\s))"
    rf"|(?P<some>{_ANY_COUNT}|\d{{1,2}})\s(?:out\sof(?:\severy)?|in\severy)\s(?P<all>{_ANY_COUNT}|10|100)\b{_NO_TIME}"
    rf"|(?P<rare>one)\sin\s(?P<each>{_ANY_COUNT}|10|100)\b{_NO_TIME})",
    re.IGNORECASE,
)
_OTHER_HALF = re.compile(
    r"\b(?:\w+ern|first|second|third|other|latter|last|final|top|better|upper|lower|this|that)\s$", re.I
)


def fractions_in(text: str) -> list[tuple[Span, float]]:
    """Where ``text`` tells a share in words, and how many percent it is; halves of a match or a town are left out."""
    found = (match for match in _FRACTION.finditer(text) if not _OTHER_HALF.search(text, 0, match.start()))
    shares = ((Span(*match.span()), _percent(match)) for match in found)
    return [(span, share) for span, share in shares if share <= 100]


def _percent(match: re.Match[str]) -> float:
    groups = {name: (value or "").lower() for name, value in match.groupdict().items()}
    if groups["half"]:
        return 50.0
    part = groups["parts"] or groups["part"] or groups["bare"]
    if part:
        return round(100 * _count(groups["many"] or "one") / _PARTS[part], 1)
    return round(100 * _count(groups["some"] or "one") / _count(groups["all"] or groups["each"]), 1)


def _count(printed: str) -> int:
    return _COUNTS.get(printed) or int(printed)
