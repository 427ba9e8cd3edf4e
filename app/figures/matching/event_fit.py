"""How surely a record tells of the event that a question names: its places, its words, and what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from app.figures.asked.quantity import Asked
from app.figures.events import is_disaster, is_site
from app.figures.matching.day_fit import day_score, days_between, is_looked_back_on, is_pinned, is_told_later
from app.figures.matching.means import by_other_means
from app.figures.matching.places import PLACED, clause_of, is_placed_elsewhere
from app.figures.names import name_keys, names_it
from app.figures.nouns import MEMBERS, are_persons
from app.figures.predicates import lives_there
from app.figures.reading.owners import countries_of
from app.figures.records import FigureRecord
from app.figures.speakers.attribution import CREDIT
from app.models import Article
from app.retrieval.demonyms import place_of

_COUNTRY, _NAME, _WORD = 0.5, 2.0, 0.8
"""Weights of what a question names: many events happen in one country, few in one village."""
_IN_SENTENCE, _NEARBY, _ELSEWHERE = 1.0, 0.85, 0.4
"""What a name counts in the figure's clause, around it or in the lead, and anywhere in the article."""
_OTHER_EVENT, _OTHER_MEANS = 0.6, 0.65
"""What is left of a score where the sentence turns to another place or event, or tells of another means."""
_TURNS = re.compile(
    r"\W*(?:Elsewhere|Separately|Meanwhile|In (?:a separate|another|other)|Also in|Earlier this|"
    r"Another(?!\s(?:\d|[a-z]+\s[a-z]+s\b)))\b"
)
_PLACED = r"(?:the\s)?(?:[a-z-]+\s){0,4}?(?P<place>(?:al-)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
_PLACE_ANYWHERE = re.compile(rf"\b(?:in|near|at|outside|around|inside)\s{_PLACED}")
_ADJECTIVE = re.compile(r"-(?:led|backed|controlled|held|run|based|owned|made)$")
_LOSSES = frozenset({"destroyed", "downed", "captured", "damaged"})
_MANY_NAMES, _FEW_DAYS, _YEARS_BACK = 3, 5, 1_000
"""Names of which one may be missing; days that pin an event; days after which an article's own place tells nothing."""
_SURROUNDINGS = 350
"""Characters of the lead, and around a sentence, that tell what it is about."""
_LONGEST_CAPTION = 300
_ROUND_UP = re.compile(
    r"\b(?:short list|(?:\d+|five|ten) things|news from around|in brief|briefing|round-?up|live updates)\b|"
    r"(?:[,;]\s?(?:[A-Z][\w'’-]*\s?){1,4}(?=[,;:|])){2}",
    re.IGNORECASE,
)
"""Titles of pages that tell several stories: "Nashville shooting, Mexico fire, Final Four"."""


def of_smaller_shock(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the sentence tells of an aftershock and the question does not."""
    sentence = article.text[record.sentence.start : record.sentence.end]
    return "aftershock" in sentence.lower() and "aftershock" not in asked.text.lower()


def names_all(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the article names the disaster and every country of the question, one of these near the figure.

    A place and its day tell the event without the country, which local news leaves out.
    """
    told = is_pinned(asked) and bool(distinct_names(asked))
    countries = [] if told else [name for name in asked.names if place_of(name)]
    telling = [*countries, *filter(is_disaster, asked.words)]
    keys = name_keys(f"{article.title}. {article.text}") | name_keys(record.owner or "")
    return all(names_it(name, keys) for name in telling) and _near_a_country(countries, record, article)


def _near_a_country(countries: Sequence[str], record: FigureRecord, article: Article) -> bool:
    """Whether one of ``countries`` is named in the lead or near the figure: a round-up names many in passing."""
    text, sentence = article.text, record.sentence
    around = text[max(0, sentence.start - 2 * _SURROUNDINGS) : sentence.end + _SURROUNDINGS]
    near = name_keys(f"{_lead(article)} {around} {record.owner or ''}")
    return not countries or any(names_it(name, near) for name in countries)


def is_strange(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the article leaves out what tells the asked event, thing or owner apart from others.

    A place, building or name of the question (of three, or beside a day, one may be missing: villages often are), what
    the counted has ("posts that have a helipad"), and whose things were lost.
    """
    names = distinct_names(asked)
    telling = [*names, *(word for word in asked.words if is_site(word))]
    whole = name_keys(f"{article.title}. {without_captions(article.text)}") | name_keys(record.owner or "")
    missing = sum(not names_it(name, whole) for name in telling)
    pinned = asked.first is not None and asked.last is not None and days_between(asked.first, asked.last) <= _FEW_DAYS
    spared = len(telling) >= _MANY_NAMES or (pinned and len(telling) > 1) or is_looked_back_on(asked, record)
    if missing > spared or not all(names_it(word, whole) for word in asked.parts):
        return True
    placed = pinned or _is_the_owners(asked, record, article) or _tells_of_place(names, record, article)
    return not placed or _of_other_owner(asked, names, record, article)


def _is_the_owners(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the sentence names the body that is asked how many it has: a tribe's members are its own anywhere."""
    sentence = name_keys(article.text[slice(*record.sentence)])
    bodies = (name for name in asked.owners if not place_of(name))
    return asked.predicate == "has" and any(names_it(name, sentence) for name in bodies)


def distinct_names(asked: Asked) -> list[str]:
    """Names that tell the event apart: no countries, owners, or "US-led"."""
    return [
        name for name in asked.names if name not in asked.owners and not place_of(name) and not _ADJECTIVE.search(name)
    ]


def _of_other_owner(asked: Asked, names: Sequence[str], record: FigureRecord, article: Article) -> bool:
    """Whether a country's losses are told in a sentence that does not name it, or a population of nobody asked for."""
    if asked.head == "population" or asked.predicate == "live":
        before = article.text[record.sentence.start : record.span.start]
        sentence = name_keys(before if lives_there(before) else article.text[slice(*record.sentence)])
        wanted = [*filter(place_of, asked.names), *(names if asked.head == "population" else ())]
        return not all(names_it(name, sentence) for name in wanted)
    return _lost_by_others(asked, record, article)


def _lost_by_others(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether things of a country were lost in a sentence that does not name it: whose they were is not said."""
    wanted = countries_of(" ".join(asked.counted))
    if not wanted or asked.predicate not in _LOSSES or are_persons(asked.head or ""):
        return False
    sentence = article.text[record.sentence.start : record.sentence.end]
    return not wanted & countries_of(f"{sentence} {record.owner or ''}")


def _tells_of_place(names: Sequence[str], record: FigureRecord, article: Article) -> bool:
    """Whether an asked name stands in the sentence or the lead; if not, whether no other place was named last."""
    text, sentence = without_captions(article.text), record.sentence
    told = text[max(0, sentence.start - 2 * _SURROUNDINGS) : sentence.end]
    own = told if _tells_several(article) else text[sentence.start : sentence.end]
    near = name_keys(f"{'' if _looks_years_back(record, article) else _lead(article)} {own}")
    if not names or any(names_it(name, near) for name in names):
        return True
    places = [found["place"] for found in _PLACE_ANYWHERE.finditer(told) if not place_of(found["place"])]
    return not places or any(names_it(name, name_keys(places[-1])) for name in names)


def _looks_years_back(record: FigureRecord, article: Article) -> bool:
    """Whether the figure is of a time so long before its article that the article's own place tells nothing of it."""
    happened, published = record.happened_last, article.published_day
    return happened is not None and published is not None and days_between(happened, published) > _YEARS_BACK


def tells_of(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the kind of people asked about stands near the figure: "seven men" of a story on miners."""
    text, sentence = article.text, record.sentence
    around = text[max(0, sentence.start - _SURROUNDINGS) : sentence.end + _SURROUNDINGS]
    near = name_keys(f"{_lead(article)} {around}")
    return all(names_it(word, near) for word in asked.counted if word not in MEMBERS)


def event_score(asked: Asked, record: FigureRecord, article: Article) -> float:
    """How surely the record belongs to the asked event, in [0, 1]: its days, names and words."""
    certainty = day_score(asked, record, article)
    if certainty == 0.0:
        return 0.0
    terms = _weighted_terms(asked)
    if not terms:
        return certainty
    nearby = _ELSEWHERE if is_told_later(asked, record, article) else _NEARBY
    coverage = _coverage(terms, record, article, nearby)
    if is_looked_back_on(asked, record):
        coverage = (1 + coverage) / 2
    return certainty * coverage * _elsewhere(asked, record, article)


def _elsewhere(asked: Asked, record: FigureRecord, article: Article) -> float:
    """Less than 1 when the sentence itself turns to another event: "Elsewhere …", or a country new to the story."""
    sentence = article.text[record.sentence.start : record.sentence.end]
    if _TURNS.match(sentence) and not any(names_it(name, name_keys(sentence)) for name in asked.names):
        return _OTHER_EVENT
    elsewhere = is_placed_elsewhere(distinct_names(asked), asked.text, record, article)
    if elsewhere and not is_looked_back_on(asked, record):
        return _OTHER_EVENT
    if by_other_means(asked.text, clause_of(record, article.text)):
        return _OTHER_MEANS
    here = {found["place"].lower() for found in PLACED.finditer(sentence)}
    here = {place for place in here if place_of(place) == place}
    known = _countries(f"{asked.text} {article.title}. {article.text[:_SURROUNDINGS]}")
    return _OTHER_EVENT if here and here.isdisjoint(known) else 1.0


@lru_cache(maxsize=1_024)
def without_captions(text: str) -> str:
    """The text with captions blanked, offsets kept: a picture often shows another event than its article tells."""
    for credit in reversed(list(CREDIT.finditer(text))):
        start = max(text.rfind(". ", 0, credit.start()) + 2, text.rfind("\n", 0, credit.start()) + 1, 0)
        start = max(start, credit.start() - _LONGEST_CAPTION)
        text = f"{text[:start]}{' ' * (credit.end() - start)}{text[credit.end() :]}"
    return text


def _tells_several(article: Article) -> bool:
    return _ROUND_UP.search(article.title) is not None


def _lead(article: Article) -> str:
    """The title and the opening, which say what the article is about; "" for a page of several stories."""
    opening = without_captions(article.text)[:_SURROUNDINGS]
    return "" if _tells_several(article) else f"{article.title}. {opening}"


def _countries(text: str) -> set[str | None]:
    return {place_of(key[1:]) for key in name_keys(text) if key.startswith("=")} - {None}


def _weighted_terms(asked: Asked) -> list[tuple[str, float]]:
    return [
        *((name, _COUNTRY if place_of(name) or name in asked.owners else _NAME) for name in asked.names),
        *((word, _WORD) for word in asked.words),
    ]


def _coverage(terms: Sequence[tuple[str, float]], record: FigureRecord, article: Article, nearby: float) -> float:
    """The weighted share of ``terms`` in the figure's clause; around it or in the lead they count ``nearby``."""
    text, sentence = without_captions(article.text), record.sentence
    inside = name_keys(f"{clause_of(record, text)} {record.owner or ''}")
    before = text[max(0, sentence.start - _SURROUNDINGS) : sentence.start]
    around = name_keys(f"{before} {text[sentence.end : sentence.end + _SURROUNDINGS]}")
    lead = name_keys(_lead(article))
    got = 0.0
    for term, weight in terms:
        if names_it(term, inside):
            got += _IN_SENTENCE * weight
        elif names_it(term, around) or names_it(term, lead):
            got += nearby * weight
        elif names_it(term, name_keys(text)):
            got += _ELSEWHERE * weight
    return got / sum(weight for _, weight in terms)
