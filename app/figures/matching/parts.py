"""Whole counts before parts of them, and the kind asked about before a wider one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.figures.asked.quantity import Asked
from app.figures.matching.candidate import Candidate
from app.figures.nouns import counts_anybody, head_of, kinds_of
from app.figures.reading.currencies import currencies_in
from app.figures.records import FigureRecord

_TOLD_AS_PARTS = frozenset({"children", "women"})
"""Whom articles mostly count as a part of all: "82 people, among them 18 children"."""
_AS_SURE, _AS_SURE_AS_WHOLE = 0.85, 0.95
_CIVILIANS = ("civilians", "residents")


def is_unwanted_part(asked: Asked, record: FigureRecord, fit: str | None) -> bool:
    """Whether the record breaks down another count and is not itself what is asked: children of "11 people"."""
    if asked.measure == "money":
        return record.part_of_other and not currencies_in(asked.text)
    return record.part_of_other and asked.measure != "share" and (fit != "same" or counts_anybody(asked.head or ""))


def without_breakdowns(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """ "11 people including six soldiers" counts the soldiers asked about only where none counts them alone as surely.

    Children and women are mostly told as parts; there it also stands beside what other articles count alone. A wider
    count is none of the asked kind where its own sentence counts them too: "six civilians were among 22 people killed".
    """
    same = [one for one in found if one.fit == "same"]
    told = {one.sentence for one in same}
    found = [one for one in found if one.fit != "wider" or one.record.standing == "now" or one.sentence not in told]
    part = max((one.score for one in same if one.record.part_of_other), default=0.0)
    alone = [one for one in same if not one.record.part_of_other and one.score >= _AS_SURE * part]
    if not alone:
        return found
    articles = {one.article.article_id for one in alone}
    beside = bool(kinds_of(asked.head or "") & _TOLD_AS_PARTS)
    return [one for one in found if not one.record.part_of_other or (beside and one.article.article_id not in articles)]


def whole_counts(found: Sequence[Candidate]) -> list[Candidate]:
    """Parts ("25 fighters") answer for "people" where they are the toll: not beside a whole count in their sentence.

    A toll of civilians always is; other parts where their article has no whole count as sure, and children and women
    only where it has none. Without one the greatest part of the article stands.
    """
    sentences = {candidate.sentence for candidate in found if candidate.fit != "part"}
    surest: dict[str, float] = {}
    greatest: dict[str, float] = {}
    for candidate in found:
        most, of = (greatest, candidate.record.value) if candidate.fit == "part" else (surest, candidate.score)
        most[candidate.record.article_id] = max(of, most.get(candidate.record.article_id, 0.0))
    return [
        candidate
        for candidate in found
        if candidate.fit != "part" or (candidate.sentence not in sentences and _stands(candidate, surest, greatest))
    ]


def _stands(part: Candidate, surest: Mapping[str, float], greatest: Mapping[str, float]) -> bool:
    key, head = part.record.article_id, head_of(part.record.counted) or ""
    if head in _CIVILIANS:
        return True
    if key not in surest:
        return part.record.value >= greatest[key]
    return not kinds_of(head) & _TOLD_AS_PARTS and part.score >= _AS_SURE_AS_WHOLE * surest[key]


def of_asked_kind(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """ "12 people" answers for "medics" only where nobody counts medics; for civilians tolls often say "people"."""
    if asked.head in _CIVILIANS or not any(candidate.fit == "same" for candidate in found):
        return found
    return [candidate for candidate in found if candidate.fit != "wider"]
