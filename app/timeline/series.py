"""The figures of one question over time: who gave which value when, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.answering.checking.markers import citation_of
from app.answering.checking.statements import figure_of
from app.answering.draft import Quote
from app.figures.matching.agreement import surroundings
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import AnswerStatus, Article, ArticleKey, Citation, Figure, FigureStatus
from app.retrieval.near_duplicates import are_copies


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One statement of a figure.

    Attributes:
        day: the day it was stated for, ``YYYY-MM-DD``; None where a text only says "it used to be".
        source: the outlet; None when unknown.
        copied_by: other outlets that carry the same story; they confirm nothing.
    """

    day: str | None
    figure: Figure
    source: str | None
    copied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Figures in order of their days, undated first; status ``not_in_archive`` has none.

    ``figure.citation`` of a point is a number in ``citations``.
    """

    question: str
    status: AnswerStatus
    as_of: str | None
    points: tuple[TimelinePoint, ...]
    citations: tuple[Citation, ...]
    archive_version: int


class Statement(NamedTuple):
    """A record with its status in the answer and the article it stands in."""

    record: FigureRecord
    status: FigureStatus
    article: Article


def points_of(
    found: FigureAnswer, articles: Mapping[ArticleKey, Article]
) -> tuple[tuple[TimelinePoint, ...], tuple[Citation, ...]]:
    """Every statement of every value, one for each article and value, copies of one story together.

    Args:
        articles: every article version that a record names.
    """
    told = [
        Statement(record, resolved.status, articles[record.article_id, record.version])
        for resolved in found.figures
        for record in (resolved.record, *resolved.agreeing)
    ]
    told.sort(key=lambda one: (day_of(one) or "", one.record.value, one.article.article_id, one.record.span))
    groups = _stories(_once_each(told))
    numbered = list(enumerate(groups, start=1))
    points = tuple(_point(group, number) for number, group in numbered)
    citations = tuple(
        citation_of(Quote(group[0].article, group[0].record.sentence), number) for number, group in numbered
    )
    return points, citations


def day_of(statement: Statement) -> str | None:
    """The day a value was stated for: its own, or that of the article unless the text calls it superseded."""
    record = statement.record
    return record.as_of or (None if record.standing == "earlier" else statement.article.published_day)


def _once_each(told: Iterable[Statement]) -> list[Statement]:
    """The first statement of each value in each article; one that names its speaker goes before one that does not."""
    firsts: dict[tuple[str, float, float | None], Statement] = {}
    for one in sorted(told, key=lambda one: one.record.said_by is None):
        firsts.setdefault((one.article.article_id, one.record.value, one.record.high), one)
    return sorted(firsts.values(), key=lambda one: (day_of(one) or "", one.record.value, one.article.article_id))


def _stories(told: Sequence[Statement]) -> list[list[Statement]]:
    """Statements by story: those of one value in nearly the same words belong together, the earliest first."""
    stories: list[list[Statement]] = []
    for one in told:
        same = next((story for story in stories if _is_copy(story[0], one)), None)
        if same is None:
            stories.append([one])
        else:
            same.append(one)
    return stories


def _is_copy(first: Statement, other: Statement) -> bool:
    texts = (surroundings(one.record, one.article) for one in (first, other))
    return first.record.value == other.record.value and are_copies(*texts)


def _point(story: Sequence[Statement], number: int) -> TimelinePoint:
    first = story[0]
    outlets = dict.fromkeys(one.article.source for one in story[1:] if one.article.source)
    return TimelinePoint(
        day=day_of(first),
        figure=figure_of(ResolvedFigure(first.record, first.status), number),
        source=first.article.source,
        copied_by=tuple(outlet for outlet in outlets if outlet != first.article.source),
    )
