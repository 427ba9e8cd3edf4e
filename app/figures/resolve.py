"""Which figures answer a question, which of them holds now, and which disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.figures.asked import Asked, read_asked
from app.figures.matching import Candidate, candidates
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Article, FigureStatus

ArticleKey = tuple[str, int]


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
    return _answer(asked, found, articles) if found else None


def _answer(asked: Asked, found: Sequence[Candidate], articles: Mapping[ArticleKey, Article]) -> FigureAnswer:
    groups = _by_value(found)
    if asked.earlier:
        groups = [group for group in groups if group[0].record.standing == "earlier"] or groups
    groups.sort(key=_recency, reverse=True)
    headline, others = groups[0], groups[1:]
    conflicting = [group for group in others if _disagrees(headline, group)]
    resolved = [_resolved(headline, "conflicting" if conflicting else "current")]
    for group in others:
        resolved.append(_resolved(group, "conflicting" if group in conflicting else "earlier"))
    return FigureAnswer("conflicting" if conflicting else "answered", tuple(resolved))


def _by_value(found: Iterable[Candidate]) -> list[list[Candidate]]:
    groups: dict[tuple[float, float | None], list[Candidate]] = {}
    for candidate in sorted(found, key=lambda candidate: -candidate.score):
        groups.setdefault((candidate.record.value, candidate.record.high), []).append(candidate)
    return list(groups.values())


def _recency(group: Sequence[Candidate]) -> tuple[bool, str, float]:
    stated = [candidate for candidate in group if candidate.record.standing != "earlier"]
    return bool(stated), max((c.record.as_of or "" for c in stated), default=""), max(c.score for c in group)


def _disagrees(headline: Sequence[Candidate], other: Sequence[Candidate]) -> bool:
    """Whether both stand for the same day though no text calls one of them superseded."""
    return (
        all(candidate.record.standing != "earlier" for candidate in other)
        and _recency(headline)[1] == _recency(other)[1]
    )


def _resolved(group: Sequence[Candidate], status: FigureStatus) -> ResolvedFigure:
    best = max(group, key=lambda candidate: (candidate.record.said_by is not None, candidate.score))
    return ResolvedFigure(best.record, status, tuple(c.record for c in group if c is not best))
