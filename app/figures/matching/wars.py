"""Whole wars and the attacks in them: a count of one answers no question on the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.asked.quantity import Asked
from app.figures.matching.candidate import Candidate
from app.figures.matching.day_fit import days_between
from app.figures.predicates import GROWS
from app.figures.records import FigureRecord
from app.models import Article

_WAR_SIZED, _COUNTRY_SIZED, _YEAR = 1_000, 100_000, 365
"""The least count of a war, the least that no single event has, and the days that make a count run long."""
_WARS = r"(?:wars?(?!-)|conflict|insurgency|uprising|revolution|crisis|hostilities)"
_SINCE = re.compile(r"\b(?:since|so far|to date)\b", re.IGNORECASE)
_ASKED = re.compile(rf"\b{_WARS}\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_WARS}\b[^.]{{0,90}}$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^[^.]{{0,70}}\b(?:in|since|during|by|over)\b[^.]{{0,40}}\b(?:{_WARS}|began|erupted|broke out|started)\b",
    re.IGNORECASE,
)


def of_whole_war(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the sentence counts a whole war ("the conflict has killed 400000") and the question does not."""
    if asked.predicate not in GROWS or _ASKED.search(asked.text):
        return False
    if record.value >= _COUNTRY_SIZED and asked.predicate != "displaced":
        return True
    return record.value >= _WAR_SIZED and _tells_of_war(record, article)


def of_asked_war(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """For a question on a whole war only the counts of all of it: large ones where there are any."""
    if asked.predicate not in GROWS or not _ASKED.search(asked.text):
        return found
    whole = [one for one in found if _runs_long(one.record) or _tells_of_war(one.record, one.article)]
    return [one for one in whole if one.record.value >= _WAR_SIZED] or whole


def is_running(candidate: Candidate) -> bool:
    """Whether it counts on for as long as something lasts: "since Russia invaded 13 months ago", a whole war."""
    record, article = candidate.record, candidate.article
    since = _SINCE.search(article.text, record.sentence.start, record.sentence.end) is not None
    return since or _runs_long(record) or (record.value >= _WAR_SIZED and _tells_of_war(record, article))


def _tells_of_war(record: FigureRecord, article: Article) -> bool:
    before = article.text[record.sentence.start : record.span.start]
    behind = article.text[record.span.end : record.sentence.end]
    return bool(_BEFORE.search(before) or _AFTER.match(behind))


def _runs_long(record: FigureRecord) -> bool:
    first, last = record.happened_first, record.happened_last
    return first is not None and last is not None and days_between(first, last) > _YEAR
