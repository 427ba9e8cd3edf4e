"""How well the days of a record fit the days that a question asks about."""

from __future__ import annotations

from datetime import date, timedelta

from app.figures.asked.quantity import Asked
from app.figures.asked.window import ANY_DAY
from app.figures.records import FigureRecord
from app.models import Article

_REPORTED, _FADING, _UNDATED, _NEXT_DAY, _COARSE = 0.95, 0.05, 0.7, 0.6, 0.65
"""Scores of a figure that only its article dates, less so much for each day it came late; of an article without a day;
of the day beside the asked one; of a longer time than the asked one."""
_LEAD, _LATE_LEAD = 400, 0.8
"""What a late article opens with, within so many characters, is sooner news of its own: it counts so much."""
_DAYS_AFTER = 6
"""How long after the asked days an article may still tell of them without naming them."""
_LONG_WINDOW = 5
"""Days from which on a count that runs on behind the time asked about is another one."""
_LATER_DAYS = 3
_FEW_DAYS, _CAMPAIGN = 2, 40
"""Days that still pin an event, and those that make a campaign."""


def day_score(asked: Asked, record: FigureRecord, article: Article) -> float:
    """How well the record's days fit the asked ones: 1 named in the sentence, less when only the article is near."""
    if asked.first is None or asked.last is None:
        return 1.0
    before = record.as_of is not None and record.as_of < asked.first
    if before or (is_pinned(asked) and _counts_on(record)):
        return 0.0
    if record.happened_first is not None and record.happened_last is not None:
        return _overlap_score(asked.first, asked.last, record.happened_first, record.happened_last)
    day = article.published_day
    if day is None:
        return _UNDATED
    if not shifted(asked.first, -1) <= day <= shifted(asked.last, _DAYS_AFTER):
        return 0.0
    late = max(0, days_between(asked.last, day) - 2)
    fresh = late and record.sentence.start < _LEAD and record.standing == "stated"
    return (_REPORTED - _FADING * late) * (_LATE_LEAD if fresh else 1.0)


def is_pinned(asked: Asked) -> bool:
    """Whether the question names the day, or two or three of them, on which it happened."""
    return asked.first is not None and asked.last is not None and days_between(asked.first, asked.last) <= _FEW_DAYS


def is_told_later(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the article is too late to tell of the asked day without naming it, or what happened then."""
    day = article.published_day
    if not is_pinned(asked) or asked.last is None or day is None or record.happened_first is not None:
        return False
    return days_between(asked.last, day) > _FEW_DAYS


def _counts_on(record: FigureRecord) -> bool:
    """Whether it adds up many days: a whole campaign, or all that happened up to the day it was told."""
    if record.happened_first is None or record.happened_last is None:
        return False
    days, last = days_between(record.happened_first, record.happened_last), record.happened_last
    return days > _CAMPAIGN or (days > _FEW_DAYS and record.as_of is not None and last >= record.as_of)


def is_looked_back_on(asked: Asked, record: FigureRecord) -> bool:
    """Whether a later article gives the very day asked about: "an October 6 attack … that killed 29"."""
    if not (asked.first and asked.last and record.happened_first and record.as_of) or asked.first != asked.last:
        return False
    same = record.happened_first == record.happened_last == asked.first
    return same and days_between(asked.last, record.as_of) > _LATER_DAYS


def _overlap_score(first: str, last: str, happened_first: str, happened_last: str) -> float:
    if happened_first > shifted(last, 1) or happened_last < shifted(first, -1):
        return 0.0
    if first == ANY_DAY and happened_last > last:
        return 0.0  # "by March" is not answered by what held at some time of the year
    if happened_first > last or happened_last < first:
        return _NEXT_DAY
    if happened_first < first and happened_last > shifted(last, 1) and days_between(first, last) >= _LONG_WINDOW:
        return 0.0  # a count that runs on behind the month asked about
    coarse = days_between(happened_first, happened_last) > days_between(first, last) + 1
    return _COARSE if coarse else 1.0


def shifted(day: str, days: int) -> str:
    """The ISO day so many days later, or earlier."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_between(first: str, last: str) -> int:
    """Days from one ISO day to another; negative when ``last`` comes first."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
