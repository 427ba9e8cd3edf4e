"""Levels: figures that are read off and not counted, such as a turnout, a rate or a magnitude."""

from __future__ import annotations

import re

LEVEL_NOUNS = (
    r"magnitude|turnout|(?:[a-z]+\s)?(?:interest|inflation|unemployment|exchange|vaccination|base)\srate|inflation|"
    r"unemployment|temperature|water\slevel|speed|population(?=\s(?:of|is|was|stands|stood)\b|$)"
)
_LEVEL_BEFORE = re.compile(
    rf"\b(?P<level>{LEVEL_NOUNS})\b(?P<between>[^.;\d]{{0,40}}(?:\bfrom\s\S{{1,6}}\sto\s)?)$", re.IGNORECASE
)
_OF_SOMEBODY = re.compile(r"\b(?:and|who|which|that|where|killed|injured)\b", re.IGNORECASE)


def level_before(before: str) -> str | None:
    """The level that a number states, from the text in front of it: "magnitude" of "a magnitude of 6.8".

    None when it states none.
    """
    found = _LEVEL_BEFORE.search(before)
    if found is None or _OF_SOMEBODY.search(found["between"]):
        return None
    return " ".join(found["level"].split())


def is_level(noun: str) -> bool:
    """Whether the noun phrase names a level."""
    return re.fullmatch(LEVEL_NOUNS, noun, re.IGNORECASE) is not None
