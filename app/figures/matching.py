"""Records that count what a question asks for, with how surely each belongs to the asked event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.figures.asked import Asked
from app.figures.kinds import counted_match
from app.figures.names import name_keys, same_name
from app.figures.predicates import verb_stem
from app.figures.records import FigureRecord
from app.figures.words import read_words
from app.models import Article

_MINIMUM = 0.45
_HAVING = frozenset({"has", "deployed", "built", None})


class Candidate(NamedTuple):
    """A record that may answer; ``score`` in [0, 1], higher when its event is surely the asked one."""

    record: FigureRecord
    score: float


def candidates(
    asked: Asked, records: Sequence[FigureRecord], articles: Mapping[tuple[str, int], Article]
) -> list[Candidate]:
    """The records that count the asked thing in the asked event, best first."""
    found = []
    for record in records:
        article = articles.get((record.article_id, record.version))
        if article is None or record.vague or record.hedged or record.part_of_other:
            continue
        if not _same_predicate(asked, record) or not counted_match(asked, record):
            continue
        score = _event_score(asked, record, article)
        if score >= _MINIMUM:
            found.append(Candidate(record, score))
    return sorted(found, key=lambda candidate: -candidate.score)


def _same_predicate(asked: Asked, record: FigureRecord) -> bool:
    if asked.predicate is None or asked.predicate == record.predicate:
        return True
    return asked.predicate == "has" and record.predicate in _HAVING


def _event_score(asked: Asked, record: FigureRecord, article: Article) -> float:
    if not _same_days(asked, record, article):
        return 0.0
    sentence = article.text[record.sentence.start : record.sentence.end]
    around = article.text[max(0, record.sentence.start - 400) : record.sentence.end + 400]
    near = name_keys(f"{sentence} {record.owner or ''}")
    wide = name_keys(f"{around} {article.title} {article.text[:400]}")
    terms = [(name, 2.0) for name in asked.names] + [(word, 1.0) for word in asked.words]
    if not terms:
        return 0.5
    total = sum(weight for _, weight in terms)
    got = sum(
        weight if same_name(term, near) else 0.7 * weight if same_name(term, wide) else 0.0 for term, weight in terms
    )
    return got / total


def _same_days(asked: Asked, record: FigureRecord, article: Article) -> bool:
    if asked.first is None or asked.last is None:
        return True
    if record.happened_first is not None and record.happened_last is not None:
        return record.happened_first <= asked.last and record.happened_last >= asked.first
    day = article.published_day
    return day is None or day >= asked.first


__all__ = ["Candidate", "candidates", "read_words", "verb_stem"]
