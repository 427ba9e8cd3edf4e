"""Persons in a sentence: their names without titles, pairs of them, and whose something is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.answering.reading.doers import Deed, deed_asked, did_nothing, doers_in, does
from app.answering.reading.evidence import Sentence
from app.answering.reading.finders import Found, likely_names, opens_alone
from app.answering.reading.focus import Focus
from app.answering.reading.lexicon import US_STATES, kind_of_category
from app.answering.reading.names import trimmed
from app.answering.reading.roles import does_deed, holds_role, is_titled, qualifiers_of, roles_of
from app.answering.reading.words import stem
from app.english import NUMBER_WORDS
from app.models import Span
from app.retrieval.demonyms import place_of

_TITLE_WORDS = """
mr mrs ms dr sir sen rep gov gen col lt capt sgt prof rev former vice prime deputy acting first foreign interior
defense defence finance attorney house senate speaker justice chief lady us imam sheikh sheik ayatollah mufti
brigadier major colonel lieutenant captain sergeant marshal admiral cardinal bishop patriarch emir baron baroness lord
field staff senior top veteran late rebel opposition
"""
_LINKS = frozenset({"of", "the", "and"})
_TITLES = frozenset(_TITLE_WORDS.split())
_KEPT_TITLES = frozenset({"pope", "king", "queen", "prince", "princess"})
_THING_ENDING_WORDS = """
House Senate Congress Court Department Committee Council Commission Association League Academy Agency Ministry
University College School Center Centre Institute Airport Street Park Party Network News Times Post Awards Award
Globes Globe Oscars Grammys Bowl Cup Championship Games Week Day Act Bill Church Army Navy Force Forces
Corporation Company Inc Group Bank Coalition Union Alliance Movement Front Club Rights Crescent Cross TV Radio
Observatory Brigade Brigades Battalion Division Helmets Foundation Fund Office Organisation Organization State
Society Watch Arab Agency Program Programme District
"""
_THING_ENDINGS = frozenset(_THING_ENDING_WORDS.split())
_PART = re.compile(r"\S+")
_WHOSE = re.compile(r"\bwhose\s+(?P<noun>[a-z]+)\b", re.IGNORECASE)
_WHERE_BEFORE = re.compile(
    r"\b(?:in|near|at|over|outside|around|inside|between|river|lake|mount|storm|ferry|port)\s+(?:nearby\s+)?\Z",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:in|at|from|near)\s")
_OF_PLACE = re.compile(r"\s+of\s+[A-ZÀ-Þ]")
_PEOPLES = frozenset({"african", "asian", "european", "western", "eastern", "northern", "southern"})
_OWNER = (
    r"(?:the\s+)?[A-ZÀ-Þ][\w’-]*(?:\s+(?:[A-ZÀ-Þ][\w’-]*|leader|side|government|army|president|minister|authorities))*"
)
_LONGEST_NAME = 6
_ALONE, _IN_PAIR, _PAIR, _PLACE, _THING, _OWNS = 0.6, 0.7, 1.3, 0.15, 0.35, 4.0
_HOLDS_ROLE, _IN_CATEGORY, _DOES_DEED, _DID_NOTHING = 2.5, 1.3, 2.0, 0.2


def persons(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Names without titles; "X and Y" as one answer where the question does not ask for a single one."""
    text, deed = sentence.text, deed_asked(focus)
    yield from _owners(sentence, focus)
    yield from (Found(span, _DOES_DEED) for span in (doers_in(text, deed) if deed else ()))
    spans = list(likely_names(sentence, lower_case))
    pairs = [span for span in spans if " and " in text[span.start : span.end]]
    for span in spans:
        if span in pairs:
            if focus.category is None:
                yield from _pair(text, span, focus)
            continue
        if deed and place_of(text[span.start : span.end]) and does(text, span, deed):
            yield Found(span, _DOES_DEED)  # "Turkey asked for the meeting"
            continue
        start = span.start + title_length(text[span.start : span.end])
        person = Span(start, start + _person_length(text[start : span.end]))
        if not _may_be_person(text[start : person.end], focus):
            continue
        fit = (1.0 if " " in text[start : person.end] else _ALONE) * _place_in_clause(text, person, focus, deed)
        if not (deed and does(text, person, deed)):
            fit = _fit_of_name(text, person, fit, focus, pairs)
        yield Found(person, fit * 0.5 if opens_alone(sentence, span) else fit)


def _may_be_person(name: str, focus: Focus) -> bool:
    if not name or name.isupper() or any(sign.isdigit() for sign in name) or len(name.split()) > _LONGEST_NAME:
        return False
    counted = any(word in NUMBER_WORDS for word in name.lower().split())
    return not counted and not _is_named(name, focus) and _IN.match(name) is None


def _place_in_clause(text: str, person: Span, focus: Focus, deed: Deed | None) -> float:
    """A factor for what the clause says of the person: the asked role, the deed, or only that he says so."""
    if holds_role(text, person, roles_of(focus), qualifiers_of(focus)) or is_titled(text, person, focus.category):
        return _HOLDS_ROLE
    if focus.category and holds_role(text, person, frozenset({stem(focus.category)})):
        return _IN_CATEGORY
    if does_deed(text, person, focus.deed) or (deed and does(text, person, deed)):
        return _DOES_DEED
    return _DID_NOTHING if deed and did_nothing(text, person) else 1.0


def _fit_of_name(text: str, person: Span, fit: float, focus: Focus, pairs: list[Span]) -> float:
    """The fit, less where the name is that of a place, of a thing or of one of two."""
    name = text[person.start : person.end]
    if any(map(place_of, [name, *name.split()])) or name in US_STATES or _is_people(name.rsplit(maxsplit=1)[-1]):
        return _PLACE
    if _is_thing(text, person.start, name) or _WHERE_BEFORE.search(text, max(0, person.start - 18), person.start):
        return fit * _THING
    if focus.category is None and any(pair.start <= person.start < pair.end for pair in pairs):
        return fit * _IN_PAIR
    return fit


def _pair(text: str, span: Span, focus: Focus) -> Iterator[Found]:
    """Both names without titles: "Vladimir Putin and Recep Tayyip Erdogan"."""
    if _WHERE_BEFORE.search(text, max(0, span.start - 18), span.start) or re.search(r"\d", text[span.start : span.end]):
        return
    sides = text[span.start : span.end].split(" and ")
    names = [side[title_length(side) :].strip(" ,") for side in sides]
    if len(names) == 2 and all(name and not place_of(name) and not _is_named(name, focus) for name in names):
        yield Found(span, _PAIR * (_DOES_DEED if does_deed(text, span, focus.deed) else 1), " and ".join(names))


def _is_thing(text: str, start: int, name: str) -> bool:
    """Whether the name is no person's: a title in quotation marks, "the …", "… of …", or one that ends in "Court"."""
    before = text[max(0, start - 5) : start]
    return (
        before.rstrip().endswith(("“", '"', "‘"))
        or before.lower().endswith(("the ", "“the ", '"the '))
        or " of " in name
        or name.rsplit(maxsplit=1)[-1] in _THING_ENDINGS
    )


def _is_people(word: str) -> bool:
    """Whether a word is an adjective of a place, "Syrian": what ends with it is half a phrase, no person."""
    return word.lower() in _PEOPLES or word.lower() not in (place_of(word) or word.lower())


def _person_length(name: str) -> int:
    """Code points of the person alone: 13 for "Tesfaye Abera of Ethiopia"; all of "Prince of Wales"."""
    of = _OF_PLACE.search(name)
    return of.start() if of and " " in name[: of.start()] else len(name)


def _is_named(name: str, focus: Focus) -> bool:
    """Whether the question itself names the person, by surname: then somebody else is asked for."""
    return stem(name.rsplit(maxsplit=1)[-1]) in focus.names


def title_length(name: str) -> int:
    """Code points of the titles in front: 18 for "Russian President Vladimir Putin"; all of a title alone."""
    parts = list(_PART.finditer(name))
    words = [part.group().strip(".,").lower() for part in parts]
    roles = [place for place, word in enumerate(words[:-1]) if _is_role(word)]
    first = roles[-1] + 1 if roles else 0
    for part, word in zip(parts[first:], words[first:], strict=True):
        if not (_is_role(word) or place_of(word) or word in _LINKS):
            return part.start()
    return len(name)


def _is_role(word: str) -> bool:
    return word not in _KEPT_TITLES and (word in _TITLES or kind_of_category(word) == "person")


def _owners(sentence: Sentence, focus: Focus) -> Iterator[Found]:
    """For "at whose initiative": what stands in "the initiative of …" or before "…’s initiative"."""
    whose = _WHOSE.search(focus.ask)
    if whose is None:
        return
    noun = re.escape(whose.group("noun"))
    for form in (rf"\b{noun}\s+of\s+(?P<owner>{_OWNER})", rf"(?P<owner>{_OWNER})[’']s?\s+{noun}\b"):
        for match in re.finditer(form, sentence.text):
            yield Found(trimmed(sentence.text, Span(*match.span("owner"))), _OWNS)
