"""By what people were hit or hurt: an air strike is not the rocket fire of the same day."""

from __future__ import annotations

import re
from functools import lru_cache

_MEANS = {
    "air": re.compile(
        r"\b(?:air[\s-]?(?:strikes?|raids?|force)|raids?|warplanes?|planes?|jets?|helicopters?|aircraft|sorties|barrel|"
        r"bombings?|bombardments?)\b",
        re.IGNORECASE,
    ),
    "fire": re.compile(
        r"\b(?:rockets?|mortars?|shell(?:s|ed|ing)?|artillery|missiles?|barrage|bombardments?)\b", re.IGNORECASE
    ),
    "blast": re.compile(
        r"\b(?:car|truck|suicide|bombers?|blasts?|explosions?|explosives|detonated|motorcycle|bombings?|bomb)\b",
        re.IGNORECASE,
    ),
    "ground": re.compile(
        r"\b(?:clash(?:es)?|(?:in)?fighting|battles?|ambush|snipers?|gunmen|combat|offensive)\b", re.IGNORECASE
    ),
    "gas": re.compile(r"\b(?:chemical|gas|sarin|chlorine|toxic)\b", re.IGNORECASE),
    "gun": re.compile(r"\b(?:shootings?|shooters?|gunm[ae]n|gunfire|shot)\b", re.IGNORECASE),
    "blaze": re.compile(
        r"\b(?:blazes?|wildfires?|arson|burn(?:ed|t)|fire\s(?:in|at|that|broke)|(?:a|the|house)\sfire)\b", re.IGNORECASE
    ),
    "quake": re.compile(r"\b(?:(?:earth)?quakes?|aftershocks?|tremors?)\b", re.IGNORECASE),
    "crash": re.compile(
        r"\b(?:crash(?:es|ed)?|derail\w*|collisions?|collided|wreck(?:age)?|accidents?)\b", re.IGNORECASE
    ),
    "weather": re.compile(
        r"\b(?:storms?|hurricanes?|blizzards?|tornado(?:e?s)?|cyclones?|typhoons?|floods?|flooding|(?:land|mud)slides?|"
        r"monsoons?|heat\s?waves?)\b",
        re.IGNORECASE,
    ),
    "disease": re.compile(
        r"(?<!-)\b(?:covid(?:-19)?|virus|pandemic|cholera|disease|outbreak|infections?)\b", re.IGNORECASE
    ),
    "want": re.compile(r"\b(?:hunger|starv(?:ed|ation)|shortages?|malnutrition|siege)\b", re.IGNORECASE),
}
"""Words that fit two of them stand in both: a bombing comes from the air or out of a car."""


def by_other_means(asked: str, told: str) -> bool:
    """Whether both texts name means, and none in common."""
    wanted = _means_of(asked)
    return bool(wanted) and bool(given := _means_of(told)) and wanted.isdisjoint(given)


@lru_cache(maxsize=1_024)
def _means_of(text: str) -> frozenset[str]:
    return frozenset(name for name, words in _MEANS.items() if words.search(text))
