"""Which of the days in a sentence its event is dated to; days of saying and datelines are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.figures.predicates import predicate_class
from app.figures.reading.days import DayReading
from app.figures.words import read_words
from app.models import Span

_SAYING = r"(?:said|told|reported|announced|says|stated|added|informed|wrote|quoted|given|issued|updated|updating)"
_SAID_ON = re.compile(rf"\b{_SAYING}\b(?:\s[\w'’]+){{0,3}}?\s(?:late\s|early\s)?(?:on\s)?$")
""" "the ministry said late on (Sunday)"."""
_CREDIT = re.compile(
    r"^[\s.]*\([^)]*\b(?:photo|agenc\w+|afp|reuters|ap|file|getty|images?|epa|archive)\b", re.IGNORECASE
)
""" "(6 August 2013) (Photo: AFP)"."""
_PLACE_ALONE = re.compile(r"[A-Z][A-Z\s,.'’/-]{2,40}(?:\([A-Z]+\))?[\s,–—-]*")
""" "BEIRUT, (28 February)": a dateline."""
_WARS = r"(?:wars?|conflict|uprising|revolt|crisis|insurgency|revolution|rebellion)"
_SINCE = re.compile(
    r"\bsince\s(?:(?:the\s)?(?:(?:beginning|start|end)\sof\s)?|(?!then\b|been\b)[^.;,\d]{1,80}?\s(?:in|on)\s)$|"
    rf"\b{_WARS}\b[^.;\d]{{0,30}}\s(?:began|begun|erupted|started|broke\sout)\b[^.;\d]{{0,50}}?\b(?:in|on)\s$",
    re.IGNORECASE,
)
"""What leads up to the first day of a count that runs on: "since", "since the conflict erupted in"."""
_WHEN = re.compile(r",?\swhen\b")
"""What follows tells of that time itself: "the worst since 2008, when 19 died"."""
_OF_EARLIER = re.compile(r"\b(?:earlier|previous|initial)\s\w+\s(?:late\s|early\s)?(?:on\s)?$")
"""What leads up to the day of a count that another one replaces: "32, updating an earlier toll on Sunday of 15"."""
_THEN_SAID = re.compile(rf"^\s(?P<between>(?:[\w'’.-]+\s){{0,8}}?){_SAYING}\b")


class EventDays(NamedTuple):
    """Inclusive ISO days of what happened, and the day on which the sentence says it was stated; None for not said."""

    first: str | None
    last: str | None
    stated: str | None


def days_of_event(
    text: str, figure: Span, days: Sequence[DayReading], published: date | None, *, at_start: bool
) -> EventDays:
    """The days that the sentence ``text`` gives to the figure at ``figure``.

    The day of a statement ("the monitor said on Sunday") dates the statement only, and is none when it comes before
    the event: then the weekday is read a week too early. Captions of pictures and, near
    the start of an article, its own printed date count for nothing, and neither does what lies ahead.
    """
    real = [day for day in days if not _is_furniture(text, day, published, at_start=at_start)]
    real = [day for day in real if published is None or day.first <= published]
    real = [day for day in real if not (figure.start < day.span.start and _OF_EARLIER.search(text[: day.span.start]))]
    sayings = [day for day in real if _is_saying(text, day.span, figure)]
    events = [day for day in real if day not in sayings]
    event = _nearest(events, figure)
    stated = _nearest([day for day in sayings if event is None or day.last >= event.first], figure)
    since = event is not None and _SINCE.search(text[: event.span.start]) is not None
    since = since and not (event is not None and _WHEN.match(text, event.span.end) and event.span.end < figure.start)
    last = max(event.last, published) if since and event and published else event.last if event else None
    return EventDays(
        event.first.isoformat() if event else None,
        last.isoformat() if last else None,
        stated.last.isoformat() if stated else None,
    )


def _nearest(days: Sequence[DayReading], figure: Span) -> DayReading | None:
    return min(days, key=lambda day: _distance(day.span, figure)) if days else None


def _is_furniture(text: str, day: DayReading, published: date | None, *, at_start: bool) -> bool:
    dateline = at_start and published is not None and _is_dateline(text, day, published)
    return dateline or _CREDIT.match(text[day.span.end : day.span.end + 60]) is not None


def _is_saying(text: str, span: Span, figure: Span) -> bool:
    """Whether somebody spoke on that day; "killed 16 on Sunday a monitor said" dates the deed and not the saying."""
    if _SAID_ON.search(text[max(0, span.start - 50) : span.start]):
        return True
    if figure.start < span.start:
        return False
    following = _THEN_SAID.match(text[span.end : span.end + 100])
    return following is not None and not any(
        predicate_class(word.lower) or word.text[0].isdigit() for word in read_words(following["between"])
    )


def _is_dateline(text: str, day: DayReading, published: date) -> bool:
    if day.first != day.last or day.last != published:
        return False
    led = _PLACE_ALONE.fullmatch(text[: day.span.start]) is not None
    return led or re.search(r"\d{4}", text[day.span.start : day.span.end]) is not None


def _distance(left: Span, right: Span) -> int:
    return min(abs(left.start - right.end), abs(right.start - left.end))
