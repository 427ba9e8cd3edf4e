"""What a picture of a timeline shows: dated values and one mark for each source."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from app.models import FigureStatus
from app.timeline.series import Timeline, TimelinePoint

MARKS = "●▲■◆★▼✚✖◀▶"
"""With more sources than marks, marks repeat; the legend then names every source beside its mark."""

_TOPS = (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10)
_LONG = 10_000
_TICK_CELLS = 12


class Drawable(NamedTuple):
    """One dated value; ``label`` is the value as printed beside the mark, ``high`` the upper end of a range."""

    day: date
    value: float
    source: str
    status: FigureStatus
    label: str
    high: float | None = None

    @property
    def top(self) -> float:
        """The greatest value that it gives."""
        return self.value if self.high is None else self.high


def drawables(timeline: Timeline) -> list[Drawable]:
    """The points that have a day, in order."""
    return [
        Drawable(
            date.fromisoformat(point.day[:10]),
            point.figure.value,
            source_of(point),
            point.figure.status,
            _label(point),
            point.figure.high,
        )
        for point in timeline.points
        if point.day
    ]


def source_of(point: TimelinePoint) -> str:
    """The outlet's name; "unknown source" when there is none."""
    return point.source or "unknown source"


def source_marks(points: Iterable[Drawable]) -> dict[str, str]:
    """A mark for each source, in order of first appearance."""
    sources = dict.fromkeys(point.source for point in points)
    return {source: MARKS[number % len(MARKS)] for number, source in enumerate(sources)}


def axis_top(points: Iterable[Drawable]) -> float:
    """A calm end for the axis of values above the highest of them: one of ``_TOPS`` times a power of ten."""
    highest = max(point.top for point in points) * 1.05
    power = 10.0 ** math.floor(math.log10(highest)) if highest > 0 else 1.0
    return next(top * power for top in _TOPS if top * power >= highest)


def days_between(points: Sequence[Drawable]) -> int:
    """Days from the first point to the last."""
    return (points[-1].day - points[0].day).days


def day_ticks(points: Sequence[Drawable], width: int) -> dict[date, str]:
    """Days to label with their labels: the first, the last, and of the others as many as have room.

    Args:
        width: of the axis, in characters.
    """
    first, last = points[0].day, points[-1].day
    cells_a_day = width / max(1, days_between(points))
    ticks: dict[date, str] = {}
    for day in sorted({point.day for point in points}, key=lambda day: (day not in (first, last), day)):
        if all(abs((day - other).days) * cells_a_day >= _TICK_CELLS for other in ticks):
            ticks[day] = f"{day.day} {day:%b %Y}"
    return dict(sorted(ticks.items()))


def compact(value: float) -> str:
    """A value short enough to stand beside its mark, with three digits where it is long: "948k", "1.2m", "9,500"."""
    for unit, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= max(unit, _LONG):
            return f"{value / unit:.3g}{letter}"
    return f"{value:,.15g}"


def _label(point: TimelinePoint) -> str:
    ends = (compact(end) for end in (point.figure.value, point.figure.high) if end is not None)
    return f"{'–'.join(ends)}{'!' if point.figure.status == 'conflicting' else ''}"
