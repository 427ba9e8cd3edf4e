"""Amounts of money: which of those that a sentence tells is paid for what the question asks about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.figures.asked.money import DEEDS, is_telling_thing, priced_thing
from app.figures.asked.quantity import Asked
from app.figures.matching.candidate import Candidate
from app.figures.matching.day_fit import days_between
from app.figures.matching.places import clause_of
from app.figures.matching.values import STORY_DAYS
from app.figures.names import name_keys, names_it
from app.figures.reading.currencies import currencies_in, is_money, is_one_currency
from app.figures.reading.numbers import read_numbers
from app.figures.records import FigureRecord
from app.figures.words import read_words
from app.models import Article, Span

_OTHER_DEED, _NO_DEED, _OTHER_THING = 0.8, 0.9, 0.7
_BEHIND, _NAME, _OF_MOST, _AS_SURE = 0.7, 0.5, 0.75, 0.9
_MORE_BY = re.compile(r"\bby\s(?:(?:about|around|nearly|almost|some|only|just|up\sto)\s)?$")
_MORE = re.compile(r"\s(?:more|less|higher|lower|dearer|cheaper|extra)\b(?!\sthan\s\d)")
"""Beside what a price went up by."""
_LEFT_OUT = re.compile(
    r"\W*(?:it|its|they|their|he|his|she|her|this|that|these|the\s(?:price|cost|fee|fare|fine|sum|amount))\b", re.I
)
_LEAD_UP_CHARS = 250
_GOES_ON = re.compile(r"[,;:](?!\d)|\b(?:and|while|but|or|whereas)\b")
"""Where a sentence turns to the next thing that has a price."""
_AGAINST = re.compile(
    r"(?:(?!\b(?:and|while|but)\b)[^;]){0,60}?\b(?:from|to|compared\swith|instead\sof|than|against|versus)\s(?:[a-z]+\s){0,3}"
)
"""What joins an amount to the one before, as its earlier or later state: "(500) from (350)"."""


def money_likeness(asked: Asked, record: FigureRecord, article: Article) -> float:
    """How well what is done with the money in the record's clause fits the question, in [0, 1]; 0 for no such money."""
    wanted = currencies_in(asked.text)
    unit = record.unit or ""
    if not is_money(unit) or (wanted and not any(is_one_currency(one, unit) for one in wanted)):
        return 0.0
    if _MORE.match(article.text, record.span.end) or _MORE_BY.search(article.text[: record.span.start][-30:]):
        return 0.0
    likeness = _deed_likeness(asked, clause_of(record, article.text))
    return likeness if _tells_of_thing(asked, record, article) else likeness * _OTHER_THING


def _tells_of_thing(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the clause says what is paid for: what a city spends on its buses is not what a bus ticket costs.

    One that opens with "it" may leave that to the sentence before.
    """
    clause = clause_of(record, article.text)
    if _LEFT_OUT.match(article.text, record.sentence.start):
        clause = f"{article.text[max(0, record.sentence.start - _LEAD_UP_CHARS) : record.sentence.start]} {clause}"
    keys = name_keys(clause)
    priced = priced_thing(asked.text)
    return all(names_it(word, keys) for word in asked.words if is_telling_thing(word) or word == priced)


def _deed_likeness(asked: Asked, clause: str) -> float:
    told = {DEEDS[word.lower] for word in read_words(clause) if word.lower in DEEDS}
    if asked.predicate is None or asked.predicate in told:
        return 1.0
    return _OTHER_DEED if told else _NO_DEED


def nearest_amounts(asked: Asked, found: Sequence[Candidate]) -> list[Candidate]:
    """Those of each article beside which most of the question's words stand, all in the currency of the surest."""
    if not found:
        return []
    terms = dict.fromkeys(asked.words, 1.0) | dict.fromkeys(asked.names, _NAME)
    said = {one: _said_beside(terms, asked.predicate, one) for one in found}
    most: dict[str, float] = {}
    for one, count in said.items():
        most[one.record.article_id] = max(count, most.get(one.record.article_id, 0.0))
    kept = [one for one in found if said[one] >= _OF_MOST * most[one.record.article_id]]
    best = max(one.score for one in kept)
    lead = max((one for one in kept if one.score >= _AS_SURE * best), key=lambda one: (_day(one), one.score, said[one]))
    unit = lead.record.unit or ""
    return [one for one in kept if is_one_currency(unit, one.record.unit or "") and _of_one_time(lead, one)]


def _of_one_time(lead: Candidate, other: Candidate) -> bool:
    """Whether both are told within ``STORY_DAYS``: what was paid years before was paid for something else."""
    told, theirs = _day(lead), _day(other)
    return lead.article == other.article or not told or not theirs or abs(days_between(told, theirs)) <= STORY_DAYS


def _day(one: Candidate) -> str:
    return one.article.published_day or ""


def _said_beside(terms: Mapping[str, float], deed: str | None, one: Candidate) -> float:
    """The weight of the terms before the amount, less of those behind it, up to the next thing with a price.

    The asked deed in front of it is one of them.
    """
    start, end = one.record.sentence
    text = one.article.text[start:end]
    amounts = [reading.span for reading in read_numbers(text) if is_money(reading.unit)]
    own = Span(one.record.span.start - start, one.record.span.end - start)
    lead_up = _before(text, amounts, own)
    done = any(DEEDS.get(word.lower) == deed for word in read_words(lead_up)) if deed else False
    before = name_keys(lead_up)
    behind = name_keys(_GOES_ON.split(text[own.end : _next(amounts, own, len(text))])[0])
    told = {term: 1.0 if names_it(term, before) else _BEHIND * names_it(term, behind) for term in terms}
    return done + sum(weight * told[term] for term, weight in terms.items())


def _before(text: str, amounts: Sequence[Span], own: Span) -> str:
    """The words that lead up to an amount: from the turn behind the amount before, which may be its other state."""
    last = max((span for span in amounts if span.end <= own.start), default=None)
    if last is None:
        return text[: own.start]
    between = text[last.end : own.start].lstrip(")")
    if _AGAINST.fullmatch(between) or between.strip() in ("(", "/"):
        return f"{_before(text, amounts, last)} {between}"
    turn = _GOES_ON.search(between)
    return between[turn.end() :] if turn else between


def _next(amounts: Sequence[Span], own: Span, end: int) -> int:
    return min((span.start for span in amounts if span.start >= own.end), default=end)
