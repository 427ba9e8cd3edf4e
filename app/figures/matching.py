"""Records that count what a question asks for, with how surely each belongs to the asked event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.figures.asked import Asked
from app.figures.kinds import Fit, counted_fit
from app.figures.names import name_keys, names_it
from app.figures.records import FigureRecord
from app.models import Article
from app.retrieval.demonyms import place_of

ArticleKey = tuple[str, int]

_LEAST = 0.45
_OF_BEST = 0.75
_COUNTRY, _NAME, _WORD = 0.5, 2.0, 0.8
_IN_SENTENCE, _NEARBY, _ELSEWHERE = 1.0, 0.85, 0.4
_REPORTED, _FADING, _UNDATED, _NEXT_DAY, _COARSE = 0.95, 0.05, 0.7, 0.6, 0.75
_OTHER_COUNTRY = 0.7
_DAYS_AFTER = 6
_HAVING = frozenset({"has", "deployed", "built", None})
_SURROUNDINGS = 350


class Candidate(NamedTuple):
    """A record that may answer; ``score`` in [0, 1], higher when its event is surely the asked one."""

    record: FigureRecord
    article: Article
    score: float
    fit: Fit


def candidates(
    asked: Asked, records: Sequence[FigureRecord], articles: Mapping[ArticleKey, Article]
) -> list[Candidate]:
    """The records that count the asked thing in the asked event, best first.

    Those that fall well behind the best are left out: they tell of another event in the same words.
    """
    found = []
    for record in records:
        article = articles.get((record.article_id, record.version))
        if article is None or record.vague or record.hedged or record.part_of_other:
            continue
        fit = counted_fit(asked, record) if _same_predicate(asked, record) else None
        score = _event_score(asked, record, article) if fit is not None else 0.0
        if fit is not None and score >= _LEAST:
            found.append(Candidate(record, article, score, fit))
    found = [candidate for candidate in found if _said_by_asked(asked, candidate)]
    best = max((candidate.score for candidate in found), default=0.0)
    kept = [candidate for candidate in found if candidate.score >= _OF_BEST * best]
    return sorted(_whole_counts(kept), key=lambda candidate: -candidate.score)


def _same_predicate(asked: Asked, record: FigureRecord) -> bool:
    if asked.predicate is None or asked.predicate == record.predicate:
        return True
    return asked.predicate == "has" and record.predicate in _HAVING


def _said_by_asked(asked: Asked, candidate: Candidate) -> bool:
    """Whether the source that the question names says so, or reports it."""
    if not asked.speakers:
        return True
    record, article = candidate.record, candidate.article
    sentence = article.text[record.sentence.start : record.sentence.end]
    printed = f"{record.said_by or sentence} {article.source or ''} {article.agency or ''}"
    return names_it(" ".join(asked.speakers), name_keys(printed))


def _whole_counts(found: Sequence[Candidate]) -> list[Candidate]:
    """Parts ("25 children") answer for "people" only in articles that give no whole count."""
    whole = {candidate.record.article_id for candidate in found if candidate.fit == "same"}
    return [candidate for candidate in found if candidate.fit != "part" or candidate.record.article_id not in whole]


def _event_score(asked: Asked, record: FigureRecord, article: Article) -> float:
    certainty = _day_score(asked, record, article)
    if certainty == 0.0:
        return 0.0
    terms = _weighted_terms(asked)
    if not terms:
        return certainty
    return certainty * _coverage(terms, record, article) * _foreign(asked, record, article)


def _foreign(asked: Asked, record: FigureRecord, article: Article) -> float:
    """Less than 1 when the sentence names a country that neither the question nor the lead knows."""
    here = _countries(article.text[record.sentence.start : record.sentence.end])
    known = _countries(asked.text) | _countries(f"{article.title}. {article.text[:_SURROUNDINGS]}")
    return _OTHER_COUNTRY if here and not here & known else 1.0


def _countries(text: str) -> frozenset[str]:
    return frozenset(key for key in name_keys(text) if key.startswith("=") and place_of(key[1:]))


def _weighted_terms(asked: Asked) -> list[tuple[str, float]]:
    return [
        *((name, _COUNTRY if place_of(name) or name in asked.owners else _NAME) for name in asked.names),
        *((word, _WORD) for word in asked.words),
    ]


def _coverage(terms: Sequence[tuple[str, float]], record: FigureRecord, article: Article) -> float:
    """The weighted share of ``terms`` in the sentence, around it or in the lead; the rest of the article counts less."""
    text, sentence = article.text, record.sentence
    inside = name_keys(f"{text[sentence.start : sentence.end]} {record.owner or ''}")
    around = name_keys(text[max(0, sentence.start - _SURROUNDINGS) : sentence.end + _SURROUNDINGS])
    lead = name_keys(f"{article.title}. {text[:_SURROUNDINGS]}")
    got = 0.0
    for term, weight in terms:
        if names_it(term, inside):
            got += _IN_SENTENCE * weight
        elif names_it(term, around) or names_it(term, lead):
            got += _NEARBY * weight
        elif names_it(term, name_keys(text)):
            got += _ELSEWHERE * weight
    return got / sum(weight for _, weight in terms)


def _day_score(asked: Asked, record: FigureRecord, article: Article) -> float:
    """How well the record's days fit the asked ones: 1 named in the sentence, less when only the article is near."""
    if asked.first is None or asked.last is None:
        return 1.0
    if record.as_of is not None and record.as_of < asked.first:
        return 0.0
    if record.happened_first is not None and record.happened_last is not None:
        return _overlap_score(asked.first, asked.last, record.happened_first, record.happened_last)
    day = article.published_day
    if day is None:
        return _UNDATED
    if not _shifted(asked.first, -1) <= day <= _shifted(asked.last, _DAYS_AFTER):
        return 0.0
    return _REPORTED - _FADING * max(0, _days_between(asked.last, day) - 1)


def _overlap_score(first: str, last: str, happened_first: str, happened_last: str) -> float:
    if happened_first > _shifted(last, 1) or happened_last < _shifted(first, -1):
        return 0.0
    if happened_first > last or happened_last < first:
        return _NEXT_DAY
    coarse = _days_between(happened_first, happened_last) > _days_between(first, last) + 7
    return _COARSE if coarse else 1.0


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
