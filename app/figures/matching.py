"""Records that count what a question asks for, with how surely each belongs to the asked event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.figures.asked import Asked
from app.figures.kinds import Fit, counted_fit
from app.figures.names import is_event, name_keys, names_it
from app.figures.predicates import predicate_names
from app.figures.records import FigureRecord
from app.models import Article
from app.retrieval.demonyms import place_of

ArticleKey = tuple[str, int]

_LEAST, _LEAST_UNDATED, _LEAST_UNSURE = 0.45, 0.6, 0.7
_OF_BEST, _OF_BEST_UNSURE = 0.7, 0.9
_COUNTRY, _NAME, _WORD = 0.5, 2.0, 0.8
_IN_SENTENCE, _NEARBY, _ELSEWHERE = 1.0, 0.85, 0.4
_REPORTED, _FADING, _UNDATED, _NEXT_DAY, _COARSE = 0.95, 0.05, 0.7, 0.6, 0.65
_OTHER_EVENT, _OTHER_PLACE, _LATE_LEAD, _OTHER_PREDICATE = 0.6, 0.8, 0.8, 0.65
_LIKE_PREDICATE, _NO_PREDICATE = 0.9, 0.8
_LEAD, _WAR_SIZED, _YEAR = 400, 1_000, 365
_DAYS_AFTER = 6
_TURNS = re.compile(
    r"\W*(?:Elsewhere|Separately|Meanwhile|In (?:a separate|another|other)|Also in|Another|Earlier this)\b"
)
_WARS = r"(?:wars?|conflict|insurgency|uprising|revolution|crisis|hostilities)"
_WHOLE_WAR_BEFORE = re.compile(rf"\b{_WARS}\b[^.]{{0,90}}$", re.IGNORECASE)
_WHOLE_WAR_AFTER = re.compile(
    rf"^[^.]{{0,70}}\b(?:in|since|during|by|over)\b[^.]{{0,40}}\b(?:{_WARS}|began|erupted|broke out|started)\b",
    re.IGNORECASE,
)
_PLACED = r"(?:the\s)?(?:[a-z-]+\s){0,4}?(?P<place>(?:al-)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
_PLACE_BEHIND = re.compile(rf"\b(?:in|near|at|outside|around|inside)\s{_PLACED}")
_PLACE_LEADING = re.compile(rf"(?:In|Near|At|Outside)\s{_PLACED}")
_PROVINCE = re.compile(r"\bprovince of (?P<of>[A-Z][\w'’-]+)|\b(?P<named>[A-Z][\w'’-]+) province\b")
_HAVING = frozenset({"has", "deployed", "built", "set", None})
_SURROUNDINGS = 350
_LONG = 5
_LONG_WINDOW = 20
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
    likeness = _predicate_likeness(asked, record)
    if likeness == 0.0 or _of_whole_war(asked, record, article):
        return None
    fit = counted_fit(asked, record)
    if fit is None:
        return None
    if _in_other_province(asked, record, article):
        return None
    if _of_smaller_shock(asked, record, article) or not _names_all(asked, record, article):
        return None
    score = likeness * _event_score(asked, record, article)
    return Candidate(record, article, score, fit) if score >= _least(asked, record) else None


def _of_smaller_shock(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the sentence tells of an aftershock and the question does not."""
    sentence = article.text[record.sentence.start : record.sentence.end]
    return "aftershock" in sentence.lower() and "aftershock" not in asked.text.lower()


def _in_other_province(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the sentence places the figure in one province and the question names another place."""
    sentence = article.text[record.sentence.start : record.sentence.end]
    found = _PROVINCE.search(sentence)
    asked_places = [name for name in asked.names if name not in asked.owners and not place_of(name)]
    if found is None or not asked_places or asked.predicate not in _HAVING:
        return False
    keys = name_keys(sentence)
    return name_keys(found["of"] or found["named"]).isdisjoint(name_keys(asked.text)) and not any(
        names_it(name, keys) for name in asked_places
    )


def _names_all(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the article names every country of the question, and the event it asks about."""
    needed = [name for name in asked.names if place_of(name)]
    needed += [word for word in asked.words if is_event(word)]
    keys = name_keys(f"{article.title}. {article.text} {record.owner or ''}")
    return all(names_it(name, keys) for name in needed)


def _is_unsure(asked: Asked, record: FigureRecord) -> bool:
    """Whether no predicate binds the figure to the question, so that its words alone must."""
    return asked.predicate != record.predicate and asked.predicate not in predicate_names()


def _outdated(asked: Asked, record: FigureRecord, newest: str) -> bool:
    """Whether a loosely bound figure is more than a year older than the newest article found."""
    if not newest or asked.first is not None or record.as_of is None or not _is_unsure(asked, record):
        return False
    return _days_between(record.as_of, newest) > _YEAR


def _share_of_best(asked: Asked, record: FigureRecord) -> float:
    return _OF_BEST_UNSURE if _is_unsure(asked, record) else _OF_BEST


def _least(asked: Asked, record: FigureRecord) -> float:
    """The least score: the less the question says (no day, no known predicate), the surer its words must be."""
    if _is_unsure(asked, record) or asked.measure == "amount":
        return _LEAST_UNSURE
    return _LEAST if asked.first else _LEAST_UNDATED


def _predicate_likeness(asked: Asked, record: FigureRecord) -> float:
    """1 for the same predicate, less for one kind of death told as another, 0 for anything else."""
    if asked.predicate is None:
        return 0.0 if asked.measure == "amount" else 1.0
    having = asked.predicate == "has" and record.predicate in _HAVING
    if asked.predicate == record.predicate or having:
        return 1.0
    if {asked.predicate, record.predicate} == {"killed", "executed"}:
        return _OTHER_PREDICATE
    if {asked.predicate, record.predicate} == {"downed", "destroyed"}:
        return _LIKE_PREDICATE
    unknown = asked.predicate not in predicate_names() and record.predicate not in predicate_names()
    if not unknown:
        return 0.0
    return _NO_PREDICATE if record.predicate is None else _OTHER_PREDICATE


def _of_whole_war(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the sentence counts a whole war ("the conflict has killed more than 400000") and the question "
    "does not."""
    if re.search(rf"\b{_WARS}\b", asked.text, re.IGNORECASE):
        return False
    before = article.text[record.sentence.start : record.span.start]
    behind = article.text[record.span.end : record.sentence.end]
    return bool(_WHOLE_WAR_BEFORE.search(before) or _WHOLE_WAR_AFTER.match(behind)) and record.value >= _WAR_SIZED


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
    if asked.first is None or asked.last is None or _days_between(asked.first, asked.last) < _LONG:
        return list(found)
    if not any(_counts_up(candidate) for candidate in found):
        return list(found)
    return [candidate for candidate in found if _counts_up(candidate) or not _of_one_day(candidate.record)]


def _counts_up(candidate: Candidate) -> bool:
    sentence = candidate.record.sentence
    return _CUMULATIVE.search(candidate.article.text[sentence.start : sentence.end]) is not None


def _of_one_day(record: FigureRecord) -> bool:
    first, last = record.happened_first, record.happened_last
    return first is not None and last is not None and _days_between(first, last) <= 1


def _event_score(asked: Asked, record: FigureRecord, article: Article) -> float:
    certainty = _day_score(asked, record, article)
    if certainty == 0.0:
        return 0.0
    terms = _weighted_terms(asked)
    if not terms:
        return certainty
    return certainty * _coverage(terms, record, article) * _elsewhere(asked, record, article)


def _elsewhere(asked: Asked, record: FigureRecord, article: Article) -> float:
    """Less than 1 when the sentence itself turns to another event: "Elsewhere …", or a country new to the story."""
    sentence = article.text[record.sentence.start : record.sentence.end]
    if _TURNS.match(sentence) and not any(names_it(name, name_keys(sentence)) for name in asked.names):
        return _OTHER_EVENT
    if _placed_elsewhere(asked, record, article):
        return _OTHER_PLACE
    here = _countries(sentence)
    known = _countries(asked.text) | _countries(f"{article.title}. {article.text[:_SURROUNDINGS]}")
    return _OTHER_EVENT if here and not here & known else 1.0


def _placed_elsewhere(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the words behind the figure place it where neither the question nor the lead is."""
    behind = article.text[record.span.end : record.sentence.end]
    leading = article.text[record.sentence.start : record.span.start]
    found = _PLACE_LEADING.match(leading) or _PLACE_BEHIND.search(behind)
    if found is None or not asked.names:
        return False
    place, sentence = name_keys(found["place"]), name_keys(article.text[record.sentence.start : record.sentence.end])
    lead = name_keys(f"{article.title}. {article.text[:_SURROUNDINGS]} {asked.text}")
    distinct = [name for name in asked.names if not place_of(name) and name not in asked.owners]
    return place.isdisjoint(lead) and not any(names_it(name, sentence) for name in distinct)


def _countries(text: str) -> frozenset[str]:
    return frozenset(key for key in name_keys(text) if key.startswith("=") and place_of(key[1:]))


def _weighted_terms(asked: Asked) -> list[tuple[str, float]]:
    return [
        *((name, _COUNTRY if place_of(name) or name in asked.owners else _NAME) for name in asked.names),
        *((word, _WORD) for word in asked.words),
    ]


def _coverage(terms: Sequence[tuple[str, float]], record: FigureRecord, article: Article) -> float:
    """The weighted share of ``terms`` in the sentence, around it or in the lead; the rest of the article "
    "counts less."""
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
    late = max(0, _days_between(asked.last, day) - 2)
    fresh = late and record.sentence.start < _LEAD and record.standing == "stated"
    return (_REPORTED - _FADING * late) * (_LATE_LEAD if fresh else 1.0)


def _overlap_score(first: str, last: str, happened_first: str, happened_last: str) -> float:
    if happened_first > _shifted(last, 1) or happened_last < _shifted(first, -1):
        return 0.0
    if happened_first > last or happened_last < first:
        return _NEXT_DAY
    if happened_first < first and happened_last > _shifted(last, 1) and _days_between(first, last) >= _LONG_WINDOW:
        return 0.0  # a count that runs on behind the month asked about
    coarse = _days_between(happened_first, happened_last) > _days_between(first, last) + 1
    return _COARSE if coarse else 1.0


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
