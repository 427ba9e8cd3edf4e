"""A timeline as a picture file: value against date, one mark for each source, conflicts ringed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.errors import QuestionError, SettingsError
from app.timeline.marks import Drawable, axis_top, day_ticks, drawables, source_marks
from app.timeline.series import Timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS = (".png", ".svg", ".pdf")
_MARKERS = dict(zip("●▲■◆★▼✚✖◀▶", "o^sD*vPX<>", strict=True))
_CONFLICT = "#b3261e"
_WIDTH_CHARS = 80
_CLOSE = 0.06
"""Of two values of one day that are nearer than this share of the axis, the lower one is labelled below its mark."""


def require_picture(path: Path) -> None:
    """Refuse a file that could not be drawn, before anything is asked.

    Raises:
        SettingsError: its ending is not one of ``FORMATS``, or matplotlib is not installed.
    """
    if path.suffix.lower() not in FORMATS:
        raise SettingsError(f"{path} is no picture file.", hint=f"End the name in one of {', '.join(FORMATS)}.")
    if find_spec("matplotlib") is None:
        raise SettingsError(
            "Pictures need matplotlib.", hint='Install it: pip install -c constraints.txt -e ".[plots]"'
        )


def save_picture(timeline: Timeline, path: Path) -> None:
    """Draw the figures that have a day; earlier figures are hollow, ranges a line up from their lower end.

    Args:
        path: its ending chooses the format, as ``require_picture`` allows.

    Raises:
        QuestionError: no figure has a day.
        SettingsError: the file cannot be written.
    """
    from matplotlib import rc_context  # noqa: PLC0415  # optional, and slow to load
    from matplotlib.figure import Figure  # noqa: PLC0415

    points = drawables(timeline)
    if not points:
        raise QuestionError("No figure has a day, so there is nothing to draw.", hint="Ask for another figure.")
    figure = Figure(figsize=(9, 5), layout="constrained")
    axes = figure.subplots()
    _draw_points(axes, points)
    _draw_conflicts(axes, points)
    if any(point.status == "earlier" for point in points):
        axes.plot([], [], linestyle="", marker="o", markerfacecolor="none", color="grey", label="hollow: earlier")
    _dress(axes, timeline.question, points)
    dated = {"Date": None} if path.suffix.lower() == ".svg" else None
    try:
        with rc_context({"svg.hashsalt": "dateline"}):  # the same timeline gives the same file
            figure.savefig(path, metadata=dated, dpi=150)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}.", hint="Name another file.") from error


def _dress(axes: Axes, title: str, points: list[Drawable]) -> None:
    ticks = day_ticks(points, _WIDTH_CHARS)
    axes.set_title(title, loc="left", wrap=True)
    axes.set_xticks(np.array(list(ticks), "datetime64[D]"), list(ticks.values()))
    axes.set_ylim(0, axis_top(points))
    axes.yaxis.set_major_formatter("{x:,.15g}")
    axes.grid(axis="y", alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)


def _draw_points(axes: Axes, points: list[Drawable]) -> None:
    for source, mark in source_marks(points).items():
        own = [point for point in points if point.source == source]
        (line,) = axes.plot([], [], linestyle="", marker=_MARKERS[mark], label=source)
        for point in own:
            axes.plot(_days([point] * 2), [point.value, point.top], color=line.get_color(), linewidth=2)
            face = "none" if point.status == "earlier" else line.get_color()
            axes.plot(
                _days([point]), [point.value], marker=_MARKERS[mark], color=line.get_color(), markerfacecolor=face, ms=8
            )
    for point in points:
        crowded = any(
            other.day == point.day and 0 < other.value - point.value < _CLOSE * axis_top(points) for other in points
        )
        offset = (7, -14) if crowded else (7, 5)
        axes.annotate(point.label, (_days([point])[0], point.value), offset, textcoords="offset points", fontsize=9)


def _draw_conflicts(axes: Axes, points: list[Drawable]) -> None:
    conflicting = [point for point in points if point.status == "conflicting"]
    if conflicting:
        axes.plot(
            _days(conflicting),
            [point.value for point in conflicting],
            marker="o",
            markersize=16,
            markerfacecolor="none",
            color=_CONFLICT,
            linestyle="",
            label="conflicting",
        )


def _days(points: list[Drawable]) -> NDArray[np.datetime64]:
    return np.array([point.day for point in points], "datetime64[D]")
