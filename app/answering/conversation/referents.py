"""What "it", "him", "its" or "the one" of a follow-up stands for: the thing that the question before is about."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.english import MONTHS, WEEKDAYS
from app.figures.predicates import is_irregular_past, predicate_class
from app.figures.words import word_set

_TIME_AT_END = re.compile(
    r"\s+(?:in|on|at|by|since|until|before|after|during|as of)\s+"
    r"(?:(?:the|early|late|mid|last|this|end|start|beginning|middle|of|\d{1,2})\s+)*"
    rf"(?:{'|'.join(MONTHS)}|{'|'.join(WEEKDAYS)}|(?:19|20)\d\d|spring|summer|autumn|winter|week|month|year)\b[\d ,]*$",
    re.IGNORECASE,
)
_AUXILIARY = r"(?:do|does|did|has|have|had|will|would|can|could)"
_NOUN_PHRASE = r"(?P<thing>(?:(?i:the|a|an)\s|[A-ZÀ-Þ]).*)$"
_HELPED = re.compile(rf"\b{_AUXILIARY}\s+(?P<rest>.+)$")
_BEING = re.compile(rf"\b(?:is|are|was|were)\s+{_NOUN_PHRASE}")
_SUBJECT_ASKED = re.compile(
    rf"^(?i:who|(?:which|what)\s+[\w-]+)\s+(?!(?:{_AUXILIARY}|is|are|was|were)\b)[a-z]+\s+{_NOUN_PHRASE}"
)
_PARTICIPLE_AT_END = re.compile(r"\s+(?P<verb>[a-z]+)(?:\s+(?:on|off|up|out|down|in|over))?$")
_PLACED = re.compile(
    r"\b(?:in|at|aboard|on|by|from|over|of|near|after|during|with|into|off|to|outside|inside|around)\s+"
    r"(?P<thing>(?:the\s|[A-ZÀ-Þ]).*)$"
)
_PART_OF = re.compile(
    r"^the\s+(?:name|number|size|length|height|depth|width|price|cost|value|age|aim|cause|toll|magnitude|date|"
    r"population|capital|owner|head)\s+of\s+(?P<whole>.+)$",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(r"^the\s+.+?\s+of\s+(?P<whole>(?:the\s|[A-ZÀ-Þ]).+)$")
_NAME_RUN = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]*)(?:\s+(?:(?:of|the|and|for)\s+){0,2}[A-ZÀ-Þ][\w’'.-]*)*")
_DETERMINED = re.compile(r"(?:(?i:the|a|an|its|his|her|their)|[A-ZÀ-Þ][\w-]*(?:\s[A-ZÀ-Þ][\w-]*)*[’']s)\s")
_VERBS = word_set("have say give cost need take last win get want make reach earn mean lie stand show find")
_WHO_IS = re.compile(r"^(?i:who\s+(?:is|was))\s+(?P<name>[A-ZÀ-Þ][\w’'.-]*(?:\s+[A-ZÀ-Þ][\w’'.-]*)*)\W*$")
_ASKS_WHICH = re.compile(r"^(?:and\s+)?(?:which|what)\s+[a-z]", re.IGNORECASE)
_LONGEST_NAME = 6
_ASKS_PERSON = re.compile(r"^(?:and\s+)?(?:who|whom|whose)\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?P<word>he|she|him|his|hers?)\b(?P<noun>\s+[a-z]+)?", re.IGNORECASE)
_THING = re.compile(r"\b(?P<word>it|its)\b(?P<noun>\s+[a-z]+)?", re.IGNORECASE)
_ANY = re.compile(r"\b(?P<word>it|its|they|their|he|his|she|her)\b(?P<noun>\s+[a-z]+)?", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:is|was|it\W?s)\s+it\s+(?:true|that|possible|likely|known)\b", re.IGNORECASE)
_OWNING = frozenset({"its", "his", "her", "their"})
_NO_NOUNS = word_set("in on at by for from to with of and or after before during when while until since as")


def thing_of(question: str) -> str | None:
    """The noun phrase that a question is about: "the bridge over the strait" of "How long is …"; None: none is seen."""
    text = _TIME_AT_END.sub("", question.rstrip("?. "))
    asked = _SUBJECT_ASKED.match(text)
    helped = None if asked else _HELPED.search(text)
    if helped:
        return _subject(helped["rest"])
    found = asked or _BEING.search(text) or _PLACED.search(text)
    if found is None:
        return None
    thing = _without_participle(found["thing"].strip())
    part = _PART_OF.match(thing)
    if part is None and _ASKS_PERSON.match(question):
        part = None if asked else _OFFICE_OF.match(thing)
    return part["whole"] if part else thing


def resolved(question: str, previous: str, answer: Callable[[], str | None]) -> str | None:
    """The question with its pronoun replaced; None when it has none or nothing is known to stand for it.

    Args:
        previous: the standalone question before.
        answer: the short answer to it; called only where a person may be meant.
    """
    if _NOBODY.search(question):
        return None
    if _PERSON.search(question) and _ASKS_PERSON.match(previous):
        named = _WHO_IS.match(previous)
        person = named["name"] if named else _name_only(answer())
        return _replaced(_PERSON, question, person) if person else None
    thing = thing_of(previous) if _THING.search(question) else None
    if thing and _ASKS_WHICH.match(previous) and not _DETERMINED.match(f"{thing} "):
        thing = _name_only(answer()) or thing  # "which ferry capsized off Norrin", not Norrin itself
    return _replaced(_THING, question, thing) if thing else None


def _name_only(answer: str | None) -> str | None:
    """The answer where it is short enough to stand for "it" or "she"; a sentence does not."""
    return answer if answer and len(answer.split()) <= _LONGEST_NAME else None


def named_instead(question: str, thing: str) -> str:
    """The question, capitalised, with ``thing`` instead of its first "it", "its", "they" or "one"."""
    named = _replaced(_ANY, question, thing)
    return f"{named[:1].upper()}{named[1:].rstrip('?. ')}?"


def _replaced(pronoun: re.Pattern[str], question: str, name: str) -> str:
    def put(found: re.Match[str]) -> str:
        noun = found["noun"] or ""
        owns = found["word"].lower() in _OWNING and noun.strip() and noun.strip() not in _NO_NOUNS
        return f"the{noun} of {name}" if owns else f"{name}{noun}"

    return pronoun.sub(put, question, count=1)


def _subject(rest: str) -> str | None:
    """The noun phrase in front of the main verb: "the radio array" of "the radio array have"."""
    if not _DETERMINED.match(rest):
        name = _NAME_RUN.match(rest)
        return name.group() if name else None
    words = rest.split()
    end = next(
        (place for place, word in enumerate(words) if place > 1 and (word in _VERBS or _is_deed(words, place))),
        len(words) - 1,
    )
    return " ".join(words[:end]) if end > 1 else None


def _without_participle(thing: str) -> str:
    """ "the telescope" of "(when was) the telescope switched on"."""
    found = _PARTICIPLE_AT_END.search(thing)
    return (
        thing[: found.start()]
        if found and (found["verb"].endswith("ed") or is_irregular_past(found["verb"]))
        else thing
    )


def _is_deed(words: list[str], place: int) -> bool:
    return words[place].islower() and predicate_class(words[place]) is not None
