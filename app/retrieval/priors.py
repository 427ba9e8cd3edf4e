"""What makes a chunk likely before its words are read: how near its day is, and whether it opens the article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.retrieval.question import Question

DATE_WEIGHT = 0.12
"""Points lost for the time between article and question: 0.08 for a week, 0.2 for a month, 0.5 for a year."""
CALM_SHARE = 0.5
"""The share of it for a question without words such as "this week"."""
UNDATED_WEEKS = 52.0
"""An article without a day counts as a year away."""
OPENING_WEIGHT = 0.5
"""Points for the first chunk; a chunk that starts n characters in gets 1 / (1 + n / 350) of it."""
CHUNK_CHARS = 350


def opening_prior(starts: Sequence[int]) -> NDArray[np.float64]:
    """Points for standing early in the article: news tells the main thing first. Shape (n,), 0..OPENING_WEIGHT."""
    return OPENING_WEIGHT / (1.0 + np.asarray(starts, dtype=np.float64) / CHUNK_CHARS)


def date_prior(question: Question, published: Sequence[str | None], as_of: str | None) -> NDArray[np.float64]:
    """Points, 0 or below, for the time between each article and the day that the question is about. Shape (n,).

    That day is one the question names, else ``as_of``, else the newest article when the question has words such as
    "this week", else there is none and nobody loses points.
    """
    days = [_ordinal(day) for day in published]
    spans = [span for day in question.days if (span := _span(day, as_of))]
    weight = DATE_WEIGHT
    if not spans:
        anchor = _ordinal(as_of) or (max((day or 0 for day in days), default=0) if question.about_now else 0)
        if not anchor:
            return np.zeros(len(days))
        spans = [(anchor, anchor)]
        weight *= 1.0 if question.about_now else CALM_SHARE
    weeks = np.array([_distance(day, spans) / 7.0 if day else UNDATED_WEEKS for day in days], dtype=np.float64)
    return -weight * np.log1p(weeks)


def _distance(day: int, spans: Sequence[tuple[int, int]]) -> int:
    return min(max(first - day, day - last, 0) for first, last in spans)


def _span(day: str, as_of: str | None) -> tuple[int, int] | None:
    """First and last ordinal of a day, month or year as ``Question.days`` has it; a day without year needs as_of."""
    if day.startswith("--"):
        if as_of is None:
            return None
        this_year = _ordinal(f"{as_of[:4]}{day[1:]}")
        found = (
            this_year
            if this_year and this_year <= (_ordinal(as_of) or 0)
            else _ordinal(f"{int(as_of[:4]) - 1}{day[1:]}")
        )
        return (found, found) if found else None
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
