"""Which figures answer a question, which of them holds now, and which disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.figures.asked.quantity import Asked, read_asked
from app.figures.asked.sides import says
from app.figures.asked.window import ANY_DAY
from app.figures.matching.candidate import Candidate
from app.figures.matching.candidates import ArticleKey, candidates
from app.figures.matching.leading import leading
from app.figures.matching.predicate_fit import is_unsure
from app.figures.matching.same_event import same_event
from app.figures.matching.values import ValueGroup, days_between_told, disagree, outdates
from app.figures.predicates import GROWS, predicate_names
from app.figures.records import FigureAnswer, FigureRecord
from app.models import Article

_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_LIKELY = 0.8
"""The least share of a source's best score for what else it says to be of the same thing."""


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
        today: the asked ``as_of`` day, the anchor of "August" or "Tuesday" in the question; a month is else the newest
            article's.
    """
    newest = max((article.published_day or "" for article in articles.values()), default="")
    asked = read_asked(question, today=today or (newest if newest and _MONTH.search(question) else None))
    if asked is None:
        return None
    found = candidates(asked, records, articles)
    if (
        asked.predicate in GROWS
        and not asked.names_event
        and len({candidate.article.article_id for candidate in found}) > 1
    ):
        return None
    return _answer(asked, [_as_then(asked, candidate) for candidate in found]) if found else None


def _as_then(asked: Asked, candidate: Candidate) -> Candidate:
    """A count that held in the days asked about is not superseded there, though its text calls it an earlier one."""
    record = candidate.record
    if record.standing != "earlier" or record.predicate in GROWS or not (asked.first and asked.last and record.as_of):
        return candidate
    held = ANY_DAY < asked.first <= record.as_of <= asked.last
    return candidate._replace(record=replace(record, standing="stated")) if held else candidate


def _answer(asked: Asked, found: Sequence[Candidate]) -> FigureAnswer | None:
    compared = _compared(asked, found)
    if compared is not None:
        return compared
    groups = _same_values(found)
    if asked.measure != "level" and all(is_unsure(asked, candidate.record) for candidate in found):
        return _loose_answer(groups)
    groups = _same_values(_of_same_verb(asked, found))
    if asked.earlier:
        groups = [group for group in groups if group.superseded] or groups
    elif asked.first is None and all(one.record.standing == "earlier" for one in found):
        return None  # what used to be is no answer to what is
    headline = leading(groups)
    others = [group for group in groups if group is not headline and same_event(headline, group)]
    disagreeing = [group for group in others if disagree(headline, group)]
    earlier = [group for group in others if group not in disagreeing and group.last_told <= headline.last_told]
    disagreeing.sort(key=ValueGroup.recency, reverse=True)
    earlier.sort(key=lambda group: group.last_told, reverse=True)
    figures = [headline.resolved("conflicting" if disagreeing else "current")]
    figures += [group.resolved("conflicting") for group in disagreeing]
    figures += [group.resolved("earlier") for group in earlier]
    return FigureAnswer("conflicting" if disagreeing else "answered", tuple(figures))


def _compared(asked: Asked, found: Sequence[Candidate]) -> FigureAnswer | None:
    """What each source of a comparing question says last; None when fewer than two of them are heard."""
    told = []
    for side in asked.sides:
        own = [candidate for candidate in found if says(side, candidate.record.said_by or "")]
        likely = [candidate for candidate in own if candidate.score >= _LIKELY * max(one.score for one in own)]
        if likely:
            told.append(max(_same_values(likely), key=ValueGroup.recency))
    if len(told) <= 1:
        return None
    differ = len({group.value for group in told}) > 1
    if not differ:
        return FigureAnswer("answered", (ValueGroup(told[0].members + told[1].members).resolved("current"),))
    return FigureAnswer("conflicting", tuple(group.resolved("conflicting") for group in told))


def _of_same_verb(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Where the asked verb is in no class, figures of that verb alone: those "on board" are not "brought ashore"."""
    if asked.measure != "count" or asked.predicate in predicate_names():
        return found
    return [
        candidate
        for candidate in found
        if not is_unsure(asked, candidate.record)
        or (candidate.record.predicate == "has" and asked.doer is not None)
        or (candidate.record.predicate is None and candidate.record.standing == "earlier")
    ]


def _loose_answer(groups: Sequence[ValueGroup]) -> FigureAnswer:
    """The surest value alone: where no predicate binds the figures, other values are no contradiction."""
    best = max(groups, key=lambda group: (group.certainty, group.recency()))
    return FigureAnswer("answered", (best.resolved("current"),))


def _exact_for(group: ValueGroup, others: Sequence[ValueGroup]) -> ValueGroup | None:
    """The exact value that a round one stands for: of several the one told nearest in time, then in size.

    "More than 180 dead, says the army; the UN puts it at 191": a sentence that gives both rounds neither.
    """
    told = {member.sentence for member in group.members if group.high is None}
    apart = (other for other in others if told.isdisjoint(member.sentence for member in other.members))
    fitting = [other for other in apart if group.rounds(other) and not outdates(group, other)]
    return min(
        fitting, key=lambda other: (days_between_told(group, other), abs(other.value - group.value)), default=None
    )


def _same_values(found: Iterable[Candidate]) -> list[ValueGroup]:
    """Candidates by value, rounded ones ("more than 60", "60 to 65") with the exact value they stand for (62)."""
    values: dict[tuple[float, float | None], list[Candidate]] = {}
    for candidate in found:
        values.setdefault((candidate.record.value, candidate.record.high), []).append(candidate)
    groups = [ValueGroup(tuple(members)) for members in values.values()]
    merged: list[ValueGroup] = []
    for group in sorted(groups, key=lambda group: (group.is_rounded, group.high is not None)):
        exact = _exact_for(group, merged) if group.is_rounded else None
        if exact is None:
            merged.append(group)
        else:
            merged[merged.index(exact)] = ValueGroup(exact.members + group.members)
    return merged
