"""Records that count what a question asks for, with how surely each belongs to the asked event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.english import ONE_TO_TWELVE
from app.figures.asked.quantity import Asked
from app.figures.asked.sides import says
from app.figures.events import is_one_event
from app.figures.matching.amounts import money_likeness, nearest_amounts
from app.figures.matching.candidate import Candidate
from app.figures.matching.counted_fit import counted_fit, is_of_unnamed_side
from app.figures.matching.day_fit import days_between, is_told_later, shifted
from app.figures.matching.event_fit import (
    event_score,
    is_strange,
    names_all,
    of_smaller_shock,
    tells_of,
)
from app.figures.matching.nearness import nearness
from app.figures.matching.parts import is_unwanted_part, of_asked_kind, whole_counts, without_breakdowns
from app.figures.matching.places import clause_of
from app.figures.matching.predicate_fit import is_unsure, predicate_likeness
from app.figures.matching.shares import nearest_shares
from app.figures.matching.sources import said_by_asked
from app.figures.matching.wars import is_running, of_asked_war, of_whole_war
from app.figures.names import name_keys, names_it
from app.figures.nouns import are_lengths
from app.figures.predicates import GROWS, HAVING
from app.figures.reading.owners import countries_of
from app.figures.records import FigureRecord
from app.models import Article

ArticleKey = tuple[str, int]
_LEAST, _LEAST_OPEN, _LEAST_UNSURE, _OF_BEST = 0.45, 0.6, 0.7, 0.6
"""The least score where the question names a day, where it names none, and where no known predicate binds the figure;
and the least share of the best score."""
_OF_NAMED_SIDE, _LEAST_OF_SIDE = 0.5, 0.3
"""What one of the compared sources says is taken at its word: its predicate counts so much, and less is asked of it."""
_OTHER_DAY, _NAMES_ALL = 0.6, 0.75
"""What is left of a score where the article tells of another day; from the second on a later article names it all."""
_LONG, _BEHIND, _HISTORY = 5, 60, 300
"""Days that make a time long; characters behind a length that say from where; days after which an event is history."""
_CUMULATIVE = re.compile(
    r"\b(?:since|so far|to date|altogether|in total|between|(?:this|in a|in one) (?:week|month|year))\b|"
    r"\bbrings? the (?:total|number)",
    re.IGNORECASE,
)
_SEVERAL_DAYS = re.compile(
    r"\b(?:since then|over the (?:whole )?weekend|(?:in|over|during) (?:the )?(?:past |last )?"
    rf"(?:\d+|several|a few|{'|'.join(ONE_TO_TWELVE[1:])}) (?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
"""A count of more than one day: "over the weekend", "in two days of attacks"."""
_FUTURE = re.compile(r"\b(?:will|would|plan(?:s|ned)?|expected|at risk|could|going to)\b", re.IGNORECASE)


def candidates(
    asked: Asked, records: Sequence[FigureRecord], articles: Mapping[ArticleKey, Article]
) -> list[Candidate]:
    """The records that count the asked thing in the asked event, best first.

    Those that fall well behind the best are left out: they tell of another event in the same words.
    """
    future = _FUTURE.search(asked.text) is not None or bool(asked.sides)
    found = []
    for record in records:
        article = articles.get((record.article_id, record.version))
        if article is None or record.vague or (record.hedged and not future):
            continue
        if asked.sides and not _side_of(asked, record):
            continue
        candidate = _candidate(asked, record, article)
        if candidate is not None:
            found.append(candidate)
    if asked.sides:
        return sorted(found, key=lambda candidate: -candidate.score)
    said = _of_length(asked, _of_owner(asked, said_by_asked(asked, found)))
    found = _of_told_day(asked, of_asked_war(asked, said), records)
    found = nearest_shares((*asked.counted, *asked.words), found) if asked.measure == "share" else found
    found = nearest_amounts(asked, found) if asked.measure == "money" else found
    best = max((candidate.score for candidate in found), default=0.0)
    likely = [candidate for candidate in found if candidate.score >= _OF_BEST * best]
    kept = _of_as_long(asked, of_asked_kind(asked, whole_counts(without_breakdowns(asked, likely))))
    placed = (candidate._replace(nearness=nearness(asked, candidate)) for candidate in kept)
    return sorted(placed, key=lambda candidate: -candidate.score)


_LEAVING_OUT = (is_strange, is_of_unnamed_side, of_smaller_shock)
"""What makes a figure one of another event or side."""


def _candidate(asked: Asked, record: FigureRecord, article: Article) -> Candidate | None:
    likeness = max(_likeness(asked, record, article), _OF_NAMED_SIDE if asked.sides else 0.0)
    if likeness == 0.0 or of_whole_war(asked, record, article):
        return None
    fit = counted_fit(asked, record)
    if fit is None or is_unwanted_part(asked, record, fit) or (fit == "wider" and not tells_of(asked, record, article)):
        return None
    if any(leaves_out(asked, record, article) for leaves_out in _LEAVING_OUT) or not names_all(asked, record, article):
        return None
    score = likeness * event_score(asked, record, article)
    if score < _least(asked, record):
        return None
    if asked.measure == "money":
        record = replace(record, predicate=None)  # whatever was done with it: a price stands until the next is told
    return Candidate(record, article, score, fit)


def _likeness(asked: Asked, record: FigureRecord, article: Article) -> float:
    if asked.measure == "money":
        return money_likeness(asked, record, article)
    return predicate_likeness(asked, record)


def _side_of(asked: Asked, record: FigureRecord) -> bool:
    """Whether one of the sources that the question compares says it."""
    return record.said_by is not None and any(says(side, record.said_by) for side in asked.sides)


def _of_owner(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Where some posts are said to be Russia's, those that are nobody's are not taken for Russia's."""
    wanted = countries_of(" ".join(asked.counted))
    if not wanted or asked.predicate not in HAVING:
        return found
    owned = [one for one in found if wanted & countries_of(f"{one.record.counted or ''} {one.record.owner or ''}")]
    return owned or found


def _of_length(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Where some lengths are told with a place of the question behind them, no others: "15 km from the airport"."""
    if not are_lengths(asked.head or ""):
        return found
    measured = [one for one in found if any(names_it(name, name_keys(_told_behind(one))) for name in asked.names)]
    return measured or found


def _told_behind(one: Candidate) -> str:
    start = one.record.span.end
    return one.article.text[start : min(start + _BEHIND, one.record.sentence.end)]


def _of_told_day(asked: Asked, found: Sequence[Candidate], records: Sequence[FigureRecord]) -> list[Candidate]:
    """Less sure where a figure without a day stands in an article that tells of what happened on another day."""
    if asked.first is None or asked.last is None:
        return _of_this_event(found)
    told: dict[ArticleKey, FigureRecord] = {}
    for record in records:
        if record.predicate == asked.predicate and _of_one_day(record):
            told.setdefault((record.article_id, record.version), record)
    return [
        candidate._replace(score=candidate.score * _OTHER_DAY)
        if _is_of_other_day(asked, candidate, told)
        else candidate
        for candidate in found
    ]


def _of_this_event(found: Sequence[Candidate]) -> list[Candidate]:
    """Without those that an article looks back on, where others tell of now: "the worst since 2008, when 19 died"."""
    return [candidate for candidate in found if not _is_history(candidate)] or list(found)


def _is_history(candidate: Candidate) -> bool:
    record, published = candidate.record, candidate.article.published_day
    if record.predicate not in GROWS or record.happened_last is None or published is None or is_running(candidate):
        return False
    return days_between(record.happened_last, published) > _HISTORY


def _is_of_other_day(asked: Asked, candidate: Candidate, told: Mapping[ArticleKey, FigureRecord]) -> bool:
    record = candidate.record
    lead = told.get((record.article_id, record.version))
    if lead is None or record.happened_first is not None or record.span.start < lead.span.start:
        return False
    if candidate.score >= _NAMES_ALL and is_told_later(asked, record, candidate.article):
        return False  # it looks back, and names what happened
    first, last = lead.happened_first or "", lead.happened_last or ""
    return last < shifted(asked.first or first, -1) or first > shifted(asked.last or last, 1)


def _least(asked: Asked, record: FigureRecord) -> float:
    """The least score: the less the question says (no day, no known predicate), the surer its words must be."""
    if asked.sides:
        return _LEAST_OF_SIDE
    if (is_unsure(asked, record) and not _is_dated_so(asked, record)) or asked.measure in ("amount", "money"):
        return _LEAST_UNSURE
    return _LEAST if asked.first else _LEAST_OPEN


def _is_dated_so(asked: Asked, record: FigureRecord) -> bool:
    """Whether the text dates the figure itself within the days asked about: that tells what no verb does."""
    if asked.first is None or asked.last is None or record.happened_first is None or record.happened_last is None:
        return False
    return asked.first <= record.happened_first and record.happened_last <= asked.last


def _of_as_long(asked: Asked, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Counts of the time asked about, where there are any: one day's are no answer for a month, nor a week's for a day.

    A question on one event of a longer time may be answered by either.
    """
    if asked.first is None or asked.last is None:
        return found
    if asked.first == asked.last:
        return [one for one in found if not _SEVERAL_DAYS.search(clause_of(one.record, one.article.text))] or found
    if days_between(asked.first, asked.last) < _LONG or any(map(is_one_event, asked.words)):
        return found
    total = [one for one in found if _CUMULATIVE.search(one.article.text[slice(*one.record.sentence)])]
    return [one for one in found if one in total or not _of_one_day(one.record)] if total else found


def _of_one_day(record: FigureRecord) -> bool:
    first, last = record.happened_first, record.happened_last
    return first is not None and last is not None and days_between(first, last) <= 1
