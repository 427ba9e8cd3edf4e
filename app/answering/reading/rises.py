"""By how much something rose or fell, where a text says so itself: "prices rose by 8.5 to 9 percent"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.short_answer import ShortAnswer
from app.answering.reading.support import supported
from app.answering.reading.words import words_of

_UP = r"r[io]se[ns]?|rising|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|surg\w+|went\sup|go(?:ne|es)?\sup|up"
_DOWN = r"f[ae]ll(?:en|s|ing)?|dropp?\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|plung\w+|went\sdown|down"
_ABOUT = r"(?:(?:about|around|nearly|almost|more\sthan|over|some|at\sleast|between|up\sto|only|just|an\sestimated)\s)?"
_SAID_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s(?:sharply\s|slightly\s|(?:[a-z]+\s){{0,3}}?(?=by\s))?(?P<by>by\s(?:an?\s)?)?{_ABOUT}$",
    re.IGNORECASE,
)
_CHANGE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_LEAST_TOLD = 0.6
_TOLD_AS_CHANGE = re.compile(r"%|per\s?cent|points?\b", re.IGNORECASE)
"""What may follow the verb without "by": "up 4%", but "up 4,000" is not told of a change."""


def told_change(focus: Focus, phrases: Sequence[ShortAnswer], weights: Mapping[str, float]) -> ShortAnswer | None:
    """The phrase that says how far the asked thing moved in the asked direction; None when none does."""
    for phrase in phrases:
        before = phrase.sentence.text[: phrase.span.start]
        said = _SAID_BEFORE.search(before)
        if said is None or not (said["by"] or _TOLD_AS_CHANGE.search(phrase.text)):
            continue
        asked = [found["up"] is not None for found in _CHANGE.finditer(focus.ask)]
        same = not asked or (said["up"] is not None) in asked
        if same and _names_what_moved(focus, phrase.sentence) and supported(focus, phrase.sentence, weights):
            return phrase
    return None


def _names_what_moved(focus: Focus, sentence: Sentence) -> bool:
    """Whether the sentence has nearly all of what moved: prices that rose are not the price of sugar."""
    words = [word for word in words_of(_CHANGE.sub(" ", focus.ask)) if word.is_content and word.stem not in focus.names]
    told = sum(word.stem in sentence.stems for word in words)
    return told >= _LEAST_TOLD * len(words)
