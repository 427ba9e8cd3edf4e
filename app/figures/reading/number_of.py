"""Counts whose noun stands in front: "the number of homes flooded in Saltmarsh has been raised to 520"."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.figures.predicates import predicate_class, verb_stem
from app.figures.words import read_words

_COUNTED = r"(?:[\w'’-]+\s){0,3}?(?:[a-z]{2,}[^s\W]s|people|children|women|men)"
_NUMBER_OF = re.compile(
    rf"\b(?:number|count|total|toll)\s(?:of|for|among)\s(?:the\s)?(?P<counted>{_COUNTED})[\s,]+"
    r"(?P<rest>[^.;\d]{0,90})\b(?:has|have|had|is|was|stands|stood|rose|reached|climbed|fell|to)\b[^.;,\d]{0,40}$",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(rf"\sthe\s(?:total\s)?number\sof\s(?P<counted>{_COUNTED})\s(?P<rest>[a-z]+)", re.IGNORECASE)
_AUXILIARIES = frozenset({"has", "have", "had", "been", "be", "is", "was", "were", "who", "that", "which"})


class Told(NamedTuple):
    """What the number counts, and what happened to it; the predicate is None where the text leaves it open."""

    counted: str
    predicate: str | None


def number_of(before: str, behind: str) -> Told | None:
    """What a number counts when the text around it says "the number of …"; None when it does not."""
    found = _NUMBER_OF.search(before) or (_NUMBER_BEHIND.match(behind) if before.endswith(" to ") else None)
    if found is None or any(predicate_class(word.lower) for word in read_words(found["counted"])):
        return None
    verbs = [word.lower for word in read_words(found["rest"]) if word.lower not in _AUXILIARIES and not word.capital]
    predicate = next((predicate_class(verb) for verb in verbs if predicate_class(verb)), None)
    if predicate is None:
        predicate = next((verb_stem(verb) for verb in verbs if verb.endswith("ed")), None)
    return Told(found["counted"], predicate)
