"""What pictures of a timeline show."""

from dataclasses import replace
from datetime import date

import pytest

from app.models import Figure, FigureStatus
from app.timeline.marks import Drawable, axis_top, compact, drawables, source_marks
from app.timeline.series import Timeline, TimelinePoint
from app.timeline.terminal import drawn


def timeline(*points: tuple[str | None, float, FigureStatus, str | None]) -> Timeline:
    """A timeline of points given as day, value, status and source."""
    return Timeline(
        question="How many posts?",
        status="answered",
        as_of=None,
        points=tuple(
            TimelinePoint(day, Figure(value, None, None, "posts", None, None, day, status, 1), source)
            for day, value, status, source in points
        ),
        citations=(),
        archive_version=1,
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [(40, "40"), (9_500, "9,500"), (17.5, "17.5"), (948_000, "948k"), (1_200_000, "1.2m"), (3e9, "3bn")],
)
def test_long_values_are_written_short(value, shown):
    """Marks need room beside them."""
    assert compact(value) == shown


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 1), (0.4, 0.5), (1, 1.2), (40, 50), (99, 120), (1_000_000, 1_200_000)]
)
def test_the_axis_ends_a_little_above_the_highest_value(highest, top):
    """At a calm number."""
    assert axis_top([Drawable(date(2020, 1, 1), highest, "a", "current", "")]) == pytest.approx(top)


def test_a_range_is_drawn_and_labelled_with_both_ends():
    """The axis has room for the upper one."""
    told = timeline(("2020-01-01", 9_500, "conflicting", "a"))
    [point] = told.points
    [drawable] = drawables(replace(told, points=(replace(point, figure=replace(point.figure, high=12_000)),)))
    assert drawable.label == "9,500–12k!"
    assert axis_top([drawable]) == 16_000


def test_every_source_has_one_mark():
    """In order of first appearance; points without a day are not drawn."""
    points = drawables(
        timeline(
            (None, 5, "earlier", "c"), ("2020-01-01", 12, "earlier", "b"), ("2020-01-02", 40, "current", None),
            ("2020-01-03", 40, "current", "b"),
        )
    )  # fmt: skip
    assert [point.value for point in points] == [12, 40, 40]
    assert source_marks(points) == {"b": "●", "unknown source": "▲"}


def test_the_terminal_shows_marks_values_days_and_conflicts():
    """A conflicting value ends in an exclamation mark."""
    picture = drawn(
        timeline(
            ("2020-01-01", 12, "earlier", "Harbour Post"), ("2020-02-20", 40, "conflicting", "Wire"),
            ("2020-02-20", 58, "conflicting", "Coast Courier"),
        )
    )  # fmt: skip
    for shown in ("● 12", "40! ▲", "58! ■", "1 Jan 2020", "20 Feb 2020", "● Harbour Post", "■ Coast Courier"):
        assert shown in picture
    rows = picture.splitlines()
    assert next(n for n, row in enumerate(rows) if "58!" in row) < next(n for n, row in enumerate(rows) if "40!" in row)


def test_sources_that_agree_on_a_day_share_a_place():
    """Neither mark covers the other."""
    points = [("2020-01-01", 12.0, "earlier", "a"), *(("2020-02-20", 40.0, "current", name) for name in "bcd")]
    assert "40 ▲■◆" in drawn(timeline(*points))


def test_one_point_and_none_can_be_drawn():
    """A single day is no range, and no day is no picture."""
    assert "● 40" in drawn(timeline(("2020-02-20", 40, "current", "a")))
    assert "nothing to draw" in drawn(timeline((None, 40, "current", "a")))
