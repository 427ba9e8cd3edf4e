"""The speaker in front of a verb of saying: "the governor of Hatay, Rahmi Dogan, (said)"."""

from __future__ import annotations

from collections.abc import Sequence

from app.figures.reading.phrases import STOP
from app.figures.speakers import words as lexicon
from app.figures.speakers.extent import name_start
from app.figures.speakers.names import (
    BEFORE_A_PLACE,
    BREAK,
    Name,
    is_name_phrase,
)
from app.figures.words import Word, word_set

_PLAINLY_SAY = word_set("said says told announced stated reported estimated confirmed put spoke registered")
"""Verbs whose subject speaks whatever it is called; others also tell of deeds ("the blast claimed 12 lives")."""
_LONGEST_SUBJECT = 12
_LONGEST_PLACE, _LONGEST_RELATIVE = 10, 26
_GOVERNS = word_set("by against of with to outside inside over between")
"""What makes a body in front of a place somebody's, or where it happened: "near the police station in the city"."""
_OPENS_PLACE = word_set(
    "in at from near on monitoring tracking watching following documenting covering operating citing close"
)


def name_before(words: Sequence[Word], text: str, verb: int) -> Name | None:
    """The speaker in front of the verb at word ``verb``; None when there is none."""
    last = verb
    while last > 0 and _skippable(words, last - 1):
        last -= 1
    if last > 0 and words[last - 1].text in ("which", "who", "Who"):
        last -= 1
    if last == 0 or BREAK.search(text[words[last - 1].end : words[verb].start]):
        return None
    if words[last - 1].lower in lexicon.PRONOUNS:
        return _before_relative(words, text, last - 1) or Name(last - 1, last)
    if "," in text[words[last - 1].end : words[verb].start]:
        last = _before_apposition(words, text, last)
    main = _before_relative(words, text, last)
    if main is not None:
        return main
    first = name_start(words, text, last)
    led = first < last and words[first].lower in lexicon.DETERMINERS
    located = None if led else _located(words, text, first, last)
    if located is not None:
        return _before_bare_apposition(words, text, located.first) or located
    if is_name_phrase(words[first:last]):
        return _before_bare_apposition(words, text, first) or Name(first, last)
    return _whole_subject(words, text, last) if words[verb].lower in _PLAINLY_SAY else None


def _located(words: Sequence[Word], text: str, first: int, last: int) -> Name | None:
    """A speaker whose place or watch stands behind it: "a police source in the (city)", "a group watching the".

    None where what ends before word ``first`` is no speaker, or itself only says where something happened.
    """
    for index in range(first, max(0, first - _LONGEST_PLACE), -1):
        word = words[index - 1]
        if word.lower in _OPENS_PLACE:
            head = words[index - 2] if index > 1 else None
            if head is None or BREAK.search(text[head.end : word.start]):
                return None
            if head.lower not in lexicon.HEADS:
                continue
            begin = name_start(words, text, index - 1)
            led = words[begin - 1].lower if begin else ""
            if led in _GOVERNS:
                return None
            if led in _OPENS_PLACE:
                continue  # "a spokesman at the hospital in the town"
            return Name(begin, index - 1 if word.lower == "citing" else last)
        if (word.lower in STOP and word.lower not in lexicon.DETERMINERS) or BREAK.search(
            text[word.end : words[index].start]
        ):
            return None
    return None


def _whole_subject(words: Sequence[Word], text: str, last: int) -> Name | None:
    """All the words between the start of the clause and the verb, a noun phrase: "the chamber of engineers (said)"."""
    for first in range(last - 1, max(-1, last - _LONGEST_SUBJECT - 1), -1):
        word = words[first]
        opens = first == 0 or "," in text[words[first - 1].end : word.start]
        if opens:
            return Name(first, last) if word.lower in lexicon.DETERMINERS and first < last - 1 else None
        joins = word.lower in ("of", "for", "and", "the", "a", "an", "its", "their")
        if (word.lower in STOP and not joins) or BREAK.search(text[words[first - 1].end : word.start]):
            return None
    return None


def _before_apposition(words: Sequence[Word], text: str, last: int) -> int:
    """The end of the name in front of ", a monitoring group based in Britain, (put)"; ``last`` when there is none."""
    for index in range(last - 1, max(0, last - 16), -1):
        if "," in text[words[index - 1].end : words[index].start]:
            opens = words[index].lower in ("a", "an", "which", "who", "whose")
            return index if opens and not BREAK.search(text[words[index - 1].end : words[index].start]) else last
    return last


def _before_bare_apposition(words: Sequence[Word], text: str, first: int) -> Name | None:
    """The body in front of "a monitoring group (said)" where the comma between them was stripped."""
    if (
        first == 0
        or words[first].lower not in ("a", "an", "the")
        or text[words[first - 1].end : words[first].start] != " "
    ):
        return None
    body = name_start(words, text, first)
    led = body > 0 and words[body - 1].lower in BEFORE_A_PLACE
    if led or not words[first - 1].capital:
        return None
    role = words[first].lower == "the" and any(word.lower in lexicon.ROLES for word in words[first : first + 3])
    if role and first - body > 1 and all(word.capital for word in words[body:first]):
        return Name(body, _end_of_role(words, first))
    named = any(word.capital and word.lower in lexicon.HEADS for word in words[body:first])
    return Name(body, first) if named and words[first].lower != "the" else None


def _end_of_role(words: Sequence[Word], first: int) -> int:
    """Where the role that begins at word ``first`` ends, before any place behind it."""
    return next((index + 1 for index in range(first, len(words)) if words[index].lower in lexicon.ROLES), first)


def _skippable(words: Sequence[Word], index: int) -> bool:
    """Adverbs and days between a speaker and the verb: "the Observatory on Friday also said"."""
    lower = words[index].lower
    weekday = lower in lexicon.NOT_NAMES and words[index].capital and index > 0
    return weekday or lower in lexicon.ADVERBS or (lower in ("on", "late") and index + 1 < len(words))


def _before_relative(words: Sequence[Word], text: str, last: int) -> Name | None:
    """The speaker in front of "which monitors the war said"."""
    for index in range(last - 1, max(1, last - _LONGEST_RELATIVE), -1):
        if words[index].lower in lexicon.REPORT_VERBS:
            return None
        if words[index].lower in ("which", "who", "that"):
            first = name_start(words, text, index)
            named = any(word.lower in lexicon.HEADS for word in words[first:index])
            return Name(first, index) if named else None
    return None
