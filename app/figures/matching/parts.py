"""Whole counts before parts of them, and the kind asked about before a wider one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from app.figures.asked.quantity import Asked
from app.figures.matching.candidate import Candidate
from app.figures.nouns import counts_anybody, head_of, kinds_of
from app.figures.records import FigureRecord
from app.models import Span

_TOLD_AS_PARTS = frozenset({"children", "women"})
"""Whom articles mostly count as a part of all: "82 people, among them 18 children"."""
_AS_SURE = 0.85
_CIVILIANS = ("civilians", "residents")


def is_unwanted_part(asked: Asked, record: FigureRecord, fit: str | None) -> bool:
    """Whether the record breaks down another count and is not itself what is asked: children of "11 people"."""
    return record.part_of_other and asked.measure != "share" and (fit != "same" or counts_anybody(asked.head or ""))


def without_breakdowns(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """ "11 people including six soldiers" counts the soldiers asked about only where none counts them alone as surely.

    Children and women are mostly told as parts; there it also stands beside what other articles count alone.
    """
    same = [one for one in found if one.fit == "same"]
    part = max((one.score for one in same if one.record.part_of_other), default=0.0)
    alone = [one for one in same if not one.record.part_of_other and one.score >= _AS_SURE * part]
    if not alone:
        return found
    articles = {one.article.article_id for one in alone}
    beside = bool(kinds_of(asked.head or "") & _TOLD_AS_PARTS)
    return [one for one in found if not one.record.part_of_other or (beside and one.article.article_id not in articles)]


def whole_counts(found: Sequence[Candidate]) -> list[Candidate]:
    """Parts ("25 children") answer for "people" only in articles without a whole count, the greatest of them.

    A toll of civilians is no part where its sentence gives no whole count: it is another toll of the same dead.
    """
    whole = {candidate.sentence for candidate in found if candidate.fit != "part"}
    greatest: dict[str, float] = {}
    for candidate in found:
        if candidate.fit == "part":
            key = candidate.record.article_id
            greatest[key] = max(candidate.record.value, greatest.get(key, 0.0))
    return [candidate for candidate in found if candidate.fit != "part" or _stands(candidate, whole, greatest)]


def _stands(part: Candidate, whole: Set[tuple[str, Span]], greatest: Mapping[str, float]) -> bool:
    key = part.record.article_id
    if any(article_id == key for article_id, _ in whole):
        return part.sentence not in whole and head_of(part.record.counted) in _CIVILIANS
    return part.record.value >= greatest[key]


def of_asked_kind(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """ "12 people" answers for "medics" only where nobody counts medics; for civilians tolls often say "people"."""
    if asked.head in _CIVILIANS or not any(candidate.fit == "same" for candidate in found):
        return found
    return [candidate for candidate in found if candidate.fit != "wider"]
