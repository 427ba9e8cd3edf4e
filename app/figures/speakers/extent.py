"""The words that make up the name of a speaker in front of a verb: "the governor of Hatay, Rahmi Dogan"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.reading.phrases import STOP
from app.figures.speakers import words as lexicon
from app.figures.speakers.names import (
    BEFORE_A_PLACE,
    BREAK,
    LONGEST_NAME,
    in_lexicon,
    is_capital_name,
)
from app.figures.words import Word, word_set
from app.retrieval.demonyms import place_of

_LOCATED = word_set(
    "source official doctor laboratory hospital office centre center council court university reporter correspondent "
    "based"
)
_ROLE_LED = re.compile(
    rf"\b(?P<role>(?:[Tt]he\s)?(?:[a-z-]+\s){{0,2}}(?:{'|'.join(sorted(lexicon.ROLES))})"
    r"(?:\s(?:of|for)\s(?:(?:the|of|and|border|province|[A-Z][\w'’-]+)\s?){1,7})?),\s$"
)


def name_start(words: Sequence[Word], text: str, last: int) -> int:
    """The first word of the name that ends before word ``last``."""
    first = last
    while first > 0 and last - first < LONGEST_NAME:
        gap = text[words[first - 1].end : words[first].start] if first < last else " "
        apposed = "," in gap and _is_apposition(words, first)
        apposed = apposed and not _is_placed(words, first - 1)
        if BREAK.search(gap) or ("," in gap and not apposed) or (_is_led(words, first, last) and not apposed):
            break
        step = _step_back(words, first, last)
        if step == 0:
            break
        first -= step
    while first < last and words[first].lower in ("of", "for"):
        first += 1
    if first > 1 and words[first - 1].lower == "and" and "," not in text[words[first - 2].end : words[first].start]:
        other = name_start(words, text, first - 1)
        if other < first - 1 and _opens_alone(words, other, last):
            first = other
    if first < last and words[first].lower in lexicon.DETERMINERS:
        return first
    if first < last and not any(is_capital_name(word) for word in words[first:last]):
        first = _whole_phrase(words, text, first)
    elif first < last:
        first = _role_before(words, text, first)
    return _after_place(words, first, last)


def _opens_alone(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether two speakers joined by "and" open their clause: "(…,) a monitor and activists (said)"."""
    led = words[first - 1].lower if first else ""
    generic = not any(is_capital_name(word) for word in words[first:last])
    return generic and words[first].lower in lexicon.DETERMINERS and led not in BEFORE_A_PLACE | {"between", "against"}


def _whole_phrase(words: Sequence[Word], text: str, first: int) -> int:
    """Where the plain words in front of a head noun begin: "(the civil protection) agency"."""
    for index in range(first - 1, max(-1, first - 5), -1):
        if text[words[index].end : words[index + 1].start].strip("'’ "):
            return first
        if words[index].lower in ("the", "a", "an") or (
            words[index].capital and words[index].text != words[index].lower and _is_possessive(words[index])
        ):
            return index
        if words[index].lower in STOP or words[index].lower in lexicon.REPORT_VERBS:
            return first
    return first


def _is_possessive(word: Word) -> bool:
    return word.text.endswith(("'s", "’s", "s'", "s’"))


def _role_before(words: Sequence[Word], text: str, first: int) -> int:
    """Where the role in front of a named speaker begins: "the governor of Hatay, (Rahmi Dogan,)"."""
    found = _ROLE_LED.search(text[words[0].start : words[first].start])
    if found is None:
        return first
    start = found.start("role") + words[0].start
    return next((index for index in range(first) if words[index].start >= start), first)


def _step_back(words: Sequence[Word], first: int, last: int) -> int:
    """How many more words in front of ``first`` belong to the name."""
    word = words[first - 1]
    if is_capital_name(word) or in_lexicon(word):
        return 1
    if first == last:
        return 0
    if first > 1 and _joins(words[first - 2], word, words[first]):
        return 2 if word.lower in ("in", "from", "at") else 1
    return int(word.lower in lexicon.DETERMINERS and words[first].lower not in lexicon.DETERMINERS)


def _joins(led: Word, word: Word, following: Word) -> bool:
    """Whether ``word`` holds two parts of one name together: "head of the Observatory", "Staffan de Mistura"."""
    if word.lower in lexicon.PARTICLES:
        return following.capital
    if word.lower in ("in", "from", "at", "and"):
        return _takes_place(led)
    return word.lower in ("of", "for") or (word.lower == "the" and led.lower in ("of", "for", "at"))


def _is_placed(words: Sequence[Word], last: int) -> bool:
    """Whether the name that ends with word ``last`` is led by a preposition: "killed in Idlib, the ministry said"."""
    first = last
    while first > 0 and (words[first].capital or words[first].lower == "the"):
        first -= 1
    if (
        words[first].lower in ("of", "and")
        and first > 0
        and any(w.lower in BEFORE_A_PLACE for w in words[max(0, first - 8) : first])
    ):
        return not any(w.lower in lexicon.ROLES for w in words[max(0, first - 3) : first])
    return words[first].lower in BEFORE_A_PLACE


def _is_led(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the name found so far begins with its article: "a monitor"; "of the Observatory" goes on."""
    joined = first > 0 and words[first - 1].lower in ("of", "for", "at")
    joined = joined or (first > 1 and words[first - 1].lower == "from" and _takes_place(words[first - 2]))
    return first < last and words[first].lower in lexicon.DETERMINERS and not joined


def _is_apposition(words: Sequence[Word], first: int) -> bool:
    """Whether a comma in front of word ``first`` only parts a name from its role: "Barazi, the Homs governor,"."""
    following = words[first]
    role = (
        following.lower in lexicon.ROLES or following.lower in lexicon.DETERMINERS or following.lower in lexicon.HEADS
    )
    return role and first > 0 and words[first - 1].capital


def _after_place(words: Sequence[Word], first: int, last: int) -> int:
    """Where the name begins when a place ran into it: "(in) Aleppo Syrian state television"."""
    for index in range(last - 2, first, -1):
        if words[index].capital and place_of(words[index].lower.removesuffix("s")) and words[index - 1].capital:
            return index
    return first


def _takes_place(word: Word) -> bool:
    """A speaker that a place may follow: "activists in Syria", "a source in the hospital"."""
    return word.lower in _LOCATED or (word.lower in lexicon.HEADS and word.lower.endswith("s"))
