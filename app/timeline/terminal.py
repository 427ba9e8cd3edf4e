"""A timeline as characters: value against date, one mark for each source."""

from __future__ import annotations

from typing import Any

from app.timeline.marks import Drawable, axis_top, day_ticks, days_between, drawables, source_marks
from app.timeline.series import Timeline

WIDTH, HEIGHT = 78, 18
_FRAME_ROWS = 3
_STEPS = 4
_TOUCHING = 8
"""Values closer than so many cells would be written over each other."""
_RIGHTMOST = 0.8
"""From this share of the width on, a value is written to the left of its mark, to stay inside."""


def drawn(timeline: Timeline, *, width: int = WIDTH, height: int = HEIGHT) -> str:
    """The picture and its legend; figures without a day are left out, conflicting ones end in "!".

    Args:
        width, height: of the plot, in character cells.
    """
    import plotext  # noqa: PLC0415  # only this command draws

    points = drawables(timeline)
    if not points:
        return "None of the figures has a day, so there is nothing to draw."
    slack = max(1, days_between(points) // 20)
    figure = plotext.figure
    _set_up(figure, points, slack, width, height)
    marks = source_marks(points)
    cell = max(1.0, _TOUCHING * (days_between(points) + 2 * slack) / width), axis_top(points) / (height - _FRAME_ROWS)
    for near in _together(points, cell):
        right = (near[0].day - points[0].day).days > _RIGHTMOST * days_between(points) > 0
        words = (
            "".join(dict.fromkeys(marks[one.source] for one in near)),
            "/".join(dict.fromkeys(one.label for one in near)),
        )
        shown = " ".join(reversed(words) if right else words)
        figure.draw(figure.text(near[0].day.toordinal(), near[0].value, shown, alignment="right" if right else "left"))
    legend = "   ".join(f"{mark} {source}" for source, mark in marks.items())
    return f"{figure.build().string()}\n{legend}"


def _set_up(figure: Any, points: list[Drawable], slack: int, width: int, height: int) -> None:
    """An empty plot with its axes; days are numbered from year 1."""
    top = axis_top(points)
    heights = [top * step / _STEPS for step in range(_STEPS + 1)]
    ticks = day_ticks(points, width)
    figure.clear()
    figure.theme("colorless")
    figure.plot_size(width, height)
    figure.ruler("x").lim(points[0].day.toordinal() - slack, points[-1].day.toordinal() + slack)
    figure.ruler("x").ticks([day.toordinal() for day in ticks], list(ticks.values()))
    figure.ruler("y").lim(0, top)
    figure.ruler("y").ticks(heights, [f"{value:,.15g}" for value in heights])


def _together(points: list[Drawable], cell: tuple[float, float]) -> list[list[Drawable]]:
    """Points that would be written over each other, in groups; ``cell`` is the room one takes, in days and value."""
    cells: dict[tuple[int, int], list[Drawable]] = {}
    for point in points:
        cells.setdefault((int(point.day.toordinal() / cell[0]), round(point.value / cell[1])), []).append(point)
    return list(cells.values())
