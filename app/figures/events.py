"""Words for events and for where they happen: what tells one event from another in a question."""

from __future__ import annotations

from app.figures.words import word_set

_DISASTERS = word_set(
    "flood floods flooding earthquake quake storm hurricane cyclone typhoon crash avalanche landslide wildfire stampede"
)
_SITES = word_set(
    "opera mosque church school hospital clinic market bakery station headquarters airport airbase airfield base "
    "prison camp bridge university palace hotel theatre museum stadium refinery wedding funeral embassy checkpoint "
    "crossing shrine"
)
_ONE_EVENT = word_set(
    "attack assault strike airstrike raid bombing bomb blast explosion ambush massacre battle crash shelling "
    "bombardment hit struck wedding funeral earthquake quake flood storm fire collision sinking march ceremony"
)
UPHEAVAL = (
    r"(?:the|its|their)\s(?:[\w-]+\s){0,2}(?:war|conflict|crisis|uprising|revolution|fighting|offensive|siege|invasion|quake|"
    r"earthquake|storm|floods?|pandemic)\b"
)
"""What changes how many there are of something: "before the war"; a pattern for texts and questions."""


def is_disaster(word: str) -> bool:
    """Whether the lower-case word is a kind of disaster, which an article on it cannot leave out: "flood", "crash"."""
    return word in _DISASTERS


def is_site(word: str) -> bool:
    """Whether the lower-case word is a kind of building or place that tells one event from another: "mosque"."""
    return word in _SITES


def is_one_event(word: str) -> bool:
    """Whether the lower-case word names one event: "attack", "explosion"; not "attacks", which may be many."""
    return word in _ONE_EVENT
