"""A speaker as an editor writes it inside a sentence: "the United Nations", "the army", "activists", "TASS"."""

from __future__ import annotations

import re

from app.figures.speakers.words import HEADS, MODIFIERS
from app.retrieval.demonyms import place_of

_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "some", "both", "several"})
_BODY = re.compile(
    r"\b(?:Nations|Ministry|Observatory|Staff|Office|Council|Army|Committees?|Agency|Organi[sz]ation|Union|Commission|"
    r"Coordinators|Department|Authority|Institute|Network|Association|Society|League|Coalition|Forces|Command|Party|"
    r"Crescent|Cross|Helmets|States|Civil Defen[cs]e|Pentagon|Kremlin|channel)\b"
    r"|^(?:UN\b|U\.N)|(?:^|\s)(?:ministry|army|military|police|government|coalition|opposition|coastguard|"
    r"group|monitor|watchdog|agency|network|broadcaster|newspaper|website|council|authority|operator|charity|office)"
    r"(?=\s*$|\s[A-Z(])"
)
"""Bodies whose names take an article inside a sentence: the United Nations, the Syrian Observatory for Human Rights."""
_IN_OFFICE = re.compile(r"^[a-z][\w-]*(?:\s[a-z][\w-]*)*,\s[A-ZÀ-Þ]")
"""The interior minister, Suleyman Soylu."""
_ONE_OF_MANY = frozenset({"report", "source", "statement", "survey", "study"})
_NAMES = frozenset({"pentagon", "kremlin", "observatory"})
"""Heads of a speaker's name that are names themselves."""
_OWNED = re.compile(r"^(?!UN\b|U\.N\.).*[^s][’']s\s")
"""Turkey's Defence Ministry takes no article; the UN's humanitarian office does."""


def speaker_inside(speaker: str) -> str:
    """The speaker with the article and without the capital that its place in a sentence asks for."""
    if speaker in _ONE_OF_MANY:
        return f"a {speaker}"
    told = small_if_common(speaker)
    first = told.partition(" ")[0]
    if first.lower() in _DETERMINERS or _OWNED.match(told) or _lost_its_apostrophe(first):
        return told
    return f"the {told}" if is_body(told) or _IN_OFFICE.match(told) else told


def is_body(speaker: str) -> bool:
    """Whether a body speaks, no person: "the Observatory", not "Rami Abdel Rahman head of the Syrian Observatory"."""
    return _BODY.search(speaker.partition(" of the ")[0].removeprefix("the ")) is not None


def small_if_common(text: str) -> str:
    """The text with a small first letter where its first word is no name: "Activists in Idlib", "The ministry"."""
    first, _, rest = text.partition(" ")
    common = first.lower() in HEADS - _NAMES or (first.lower() in MODIFIERS and rest[:1].islower())
    named = first.isupper() or rest[:1].isupper() or place_of(first.split("-")[0]) is not None
    small = first.lower() in _DETERMINERS or (common and not named)
    return f"{text[:1].lower()}{text[1:]}" if small else text


def _lost_its_apostrophe(word: str) -> bool:
    """ "Russias" of "Russias Defence Ministry", as some texts print it."""
    return word.endswith("s") and place_of(word) is None and place_of(word[:-1]) == word[:-1].lower()
