"""Which figures answer a question, which of them holds now, and which disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.figures.asked import Asked, read_asked
from app.figures.matching import ArticleKey, Candidate, candidates
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Article, FigureStatus


def resolve(
    question: str,
    records: Sequence[FigureRecord],
    articles: Mapping[ArticleKey, Article],
    *,
    today: str | None = None,
) -> FigureAnswer | None:
    """The figures that answer ``question``, or None when none of ``records`` does (then refuse).

    Args:
        question: the standalone question.
        records: the figures of the retrieved articles.
        articles: those articles by (article_id, version); a record without its article is left out.
        today: the asked ``as_of`` day, the anchor of "August" or "Tuesday" in the question.
    """
    asked = read_asked(question, today=today)
    if asked is None:
        return None
    found = candidates(asked, records, articles)
    return _answer(asked, found) if found else None


def _answer(asked: Asked, found: Sequence[Candidate]) -> FigureAnswer:
    groups = _by_value(found)
    if asked.earlier:
        groups = [group for group in groups if _is_superseded(group)] or groups
    headline = max(groups, key=_recency)
    resolved = [
        _resolved(group, "conflicting" if _disagrees(headline, group) else "earlier")
        for group in sorted(groups, key=_recency, reverse=True)
        if group is not headline
    ]
    conflict = any(figure.status == "conflicting" for figure in resolved)
    first = _resolved(headline, "conflicting" if conflict else "current")
    resolved.sort(key=lambda figure: figure.status)
    return FigureAnswer("conflicting" if conflict else "answered", (first, *resolved))


def _by_value(found: Iterable[Candidate]) -> list[list[Candidate]]:
    groups: dict[tuple[float, float | None], list[Candidate]] = {}
    for candidate in found:
        groups.setdefault((candidate.record.value, candidate.record.high), []).append(candidate)
    return list(groups.values())


def _is_superseded(group: Sequence[Candidate]) -> bool:
    return any(candidate.record.standing == "earlier" for candidate in group)


def _days(group: Sequence[Candidate]) -> list[str]:
    """The days on which the value was stated as holding, in order; "" where a day is not known."""
    return sorted(c.record.as_of or "" for c in group if c.record.standing != "earlier")


def _recency(group: Sequence[Candidate]) -> tuple[bool, str, float, int]:
    return (
        not _is_superseded(group),
        max(_days(group), default=""),
        max(candidate.score for candidate in group),
        len({candidate.article.source for candidate in group}),
    )


def _disagrees(headline: Sequence[Candidate], other: Sequence[Candidate]) -> bool:
    """Whether ``other`` was still stated when the headline's value had been, and no text calls it superseded."""
    mine, theirs = _days(headline), _days(other)
    return not _is_superseded(other) and bool(mine and theirs) and theirs[-1] >= mine[0]


def _resolved(group: Sequence[Candidate], status: FigureStatus) -> ResolvedFigure:
    best = max(group, key=lambda candidate: (candidate.record.said_by is not None, candidate.score))
    return ResolvedFigure(best.record, status, tuple(c.record for c in group if c is not best))
