"""Records that count what a question asks for, with how surely each belongs to the asked event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.figures.asked import Asked
from app.figures.day_fit import days_between
from app.figures.event_fit import event_score, in_other_province, names_all, of_smaller_shock, of_whole_war
from app.figures.kinds import Fit, counted_fit
from app.figures.names import name_keys, names_it
from app.figures.predicate_fit import is_unsure, predicate_likeness
from app.figures.records import FigureRecord
from app.models import Article

ArticleKey = tuple[str, int]
_LEAST, _LEAST_UNDATED, _LEAST_UNSURE = 0.45, 0.6, 0.7
_OF_BEST, _OF_BEST_UNSURE = 0.7, 0.9
_YEAR = 365
_LONG = 5
_FUTURE = re.compile(r"\b(?:will|would|plan(?:s|ned)?|expected|at risk|could|going to)\b", re.IGNORECASE)
_CUMULATIVE = re.compile(
    r"\b(?:since|so far|to date|altogether|in total|all told|over the same period|"
    r"(?:this|in a|in one) (?:week|month|year)|"
    r"in (?:two|three|four|five|six) (?:weeks|months|years)|between)\b|\bbrings? the (?:total|number)",
    re.IGNORECASE,
)


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
    newest = max((article.published_day or "" for article in articles.values()), default="")
    future = _FUTURE.search(asked.text) is not None
    found = []
    for record in records:
        article = articles.get((record.article_id, record.version))
        if article is None or record.vague or (record.hedged and not future) or record.part_of_other:
            continue
        candidate = _candidate(asked, record, article)
        if candidate is not None and not _outdated(asked, record, newest):
            found.append(candidate)
    found = [candidate for candidate in found if _said_by_asked(asked, candidate)]
    best = max((candidate.score for candidate in found), default=0.0)
    kept = [found_one for found_one in found if found_one.score >= _share_of_best(asked, found_one.record) * best]
    return sorted(_totals(asked, _whole_counts(kept)), key=lambda candidate: -candidate.score)


def _candidate(asked: Asked, record: FigureRecord, article: Article) -> Candidate | None:
    likeness = predicate_likeness(asked, record)
    if likeness == 0.0 or of_whole_war(asked, record, article):
        return None
    fit = counted_fit(asked, record)
    if fit is None:
        return None
    if in_other_province(asked, record, article):
        return None
    if of_smaller_shock(asked, record, article) or not names_all(asked, record, article):
        return None
    score = likeness * event_score(asked, record, article)
    return Candidate(record, article, score, fit) if score >= _least(asked, record) else None


def _outdated(asked: Asked, record: FigureRecord, newest: str) -> bool:
    """Whether a loosely bound figure is more than a year older than the newest article found."""
    if not newest or asked.first is not None or record.as_of is None or not is_unsure(asked, record):
        return False
    return days_between(record.as_of, newest) > _YEAR


def _share_of_best(asked: Asked, record: FigureRecord) -> float:
    return _OF_BEST_UNSURE if is_unsure(asked, record) else _OF_BEST


def _least(asked: Asked, record: FigureRecord) -> float:
    """The least score: the less the question says (no day, no known predicate), the surer its words must be."""
    if is_unsure(asked, record) or asked.measure == "amount":
        return _LEAST_UNSURE
    return _LEAST if asked.first else _LEAST_UNDATED


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


def _totals(asked: Asked, found: Sequence[Candidate]) -> list[Candidate]:
    """For a question on a longer time, counts of one of its days are no answer where others count the whole of it."""
    if asked.first is None or asked.last is None or days_between(asked.first, asked.last) < _LONG:
        return list(found)
    if not any(_counts_up(candidate) for candidate in found):
        return list(found)
    return [candidate for candidate in found if _counts_up(candidate) or not _of_one_day(candidate.record)]


def _counts_up(candidate: Candidate) -> bool:
    sentence = candidate.record.sentence
    return _CUMULATIVE.search(candidate.article.text[sentence.start : sentence.end]) is not None


def _of_one_day(record: FigureRecord) -> bool:
    first, last = record.happened_first, record.happened_last
    return first is not None and last is not None and days_between(first, last) <= 1
