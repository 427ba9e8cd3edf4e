""" "Where is Idlib?": the sentence that says behind a name where the place is; any other place near it is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.answering.extractive.telling import is_tellable
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.sentences import Ranked
from app.answering.reading.words import is_participle, is_verb_form

_WHERE_IS = re.compile(
    r"^\W*(?i:where\s+(?:is|are|was|were)\s+(?:the\s+)?)(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s+[\w’'-]+){0,4})\W*$"
)
_SIDE = r"(?:(?:north|south|east|west|centre|center|heart|middle|outskirts|edge)[\w-]*\s+(?:of\s+)?)?"
_PLACE = r"[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*(?:\s+(?:province|county|region|district))?"
_WHERE = (
    rf"(?P<where>(?:in|near|on|off|outside|inside|at|just\s+\w+\s+of|(?:north|south|east|west)[a-z]*\s+of)\s+"
    rf"(?:the\s+)?{_SIDE}(?:the\s+)?(?:\w+\s+)?{_PLACE})"
)
_LOOKED_AT = 20


class Located(NamedTuple):
    """Where something is, and the sentence that says so."""

    where: str
    sentence: Sentence


def located_thing(focus: Focus) -> str | None:
    """The name in "where is Idlib?"; None for any other question."""
    asked = _WHERE_IS.match(focus.ask)
    last = asked["name"].split()[-1] if asked else ""
    return asked["name"] if asked and not (is_participle(last) or is_verb_form(last)) else None


def location_of(thing: str, ranked: Sequence[Ranked]) -> Located | None:
    """The nearest sentence with "X, a village outside Y" or "X in Y"; None where none says it."""
    name = r"\s+".join(map(re.escape, thing.split()))
    apposed = re.compile(rf"(?i:\b{name}),\s+(?:an?\s+[^,.;]*?)?{_WHERE}")
    behind = re.compile(rf"(?i:\b{name})\s+{_WHERE}")
    tellable = [entry.sentence for entry in ranked[:_LOOKED_AT] if is_tellable(entry.sentence)]
    found = ((form.search(one.text), one) for form in (apposed, behind) for one in tellable)
    return next((Located(match["where"], one) for match, one in found if match), None)
