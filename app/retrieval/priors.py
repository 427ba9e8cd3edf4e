"""What makes a chunk likely before its words are read: how near its day is, and whether it opens the article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.retrieval.question import Question

DATE_WEIGHT = 0.15
"""Points lost for the time between article and question: 0.1 for a week, 0.25 for a month, 0.6 for a year."""
UNDATED_WEEKS = 52.0
"""An article without a day counts as a year away."""
OPENING_WEIGHT = 0.5
"""Points for the first chunk; a chunk that starts n characters in gets 1 / (1 + n / 350) of it."""
CHUNK_CHARS = 350


def opening_prior(starts: Sequence[int]) -> NDArray[np.float64]:
    """Points for standing early in the article: news tells the main thing first. Shape (n,), 0..OPENING_WEIGHT."""
    return OPENING_WEIGHT / (1.0 + np.asarray(starts, dtype=np.float64) / CHUNK_CHARS)


def date_prior(question: Question, published: Sequence[str | None], as_of: str | None) -> NDArray[np.float64]:
    """Points, 0 or below, for the time between each article and what the question is about. Shape (n,).

    That is the days and months it names; else ``as_of`` and the years it names; else the newest article when it has
    words such as "this week"; else there is none and nobody loses points.
    """
    days = [_ordinal(day) for day in published]
    spans = _asked_spans(question, as_of)
    if not spans and question.about_now and any(days):
        newest = max(day for day in days if day)
        spans = [(newest, newest)]
    if not spans:
        return np.zeros(len(days))
    weeks = np.array([_distance(day, spans) / 7.0 if day else UNDATED_WEEKS for day in days], dtype=np.float64)
    return -DATE_WEIGHT * np.log1p(weeks)


def _asked_spans(question: Question, as_of: str | None) -> list[tuple[int, int]]:
    exact = [span for day in question.days if len(day) > 4 and (span := _span(day, as_of))]
    if exact:
        return exact
    now = _ordinal(as_of)
    years = [span for day in question.days if (span := _span(day, as_of))]
    return years if now is None else [*years, (now, now)]


def _distance(day: int, spans: Sequence[tuple[int, int]]) -> int:
    return min(max(first - day, day - last, 0) for first, last in spans)


def _span(day: str, as_of: str | None) -> tuple[int, int] | None:
    """First and last ordinal of a day, month or year as ``Question.days`` has it; a day without year needs as_of."""
    if day.startswith("--"):
        if as_of is None:
            return None
        now, year = _ordinal(as_of) or 0, int(as_of[:4])
        latest = (_ordinal(f"{year}{day[1:]}"), _ordinal(f"{year - 1}{day[1:]}"))
        return next(((found, found) for found in latest if found and found <= now), None)
    if len(day) == 4:
        return date(int(day), 1, 1).toordinal(), date(int(day), 12, 31).toordinal()
    if len(day) == 7:
        first = date(int(day[:4]), int(day[5:]), 1).toordinal()
        return first, first + 30
    found = _ordinal(day)
    return (found, found) if found else None


def _ordinal(day: str | None) -> int | None:
    """Days since year 1; None for None and for what is no day of the calendar."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None
