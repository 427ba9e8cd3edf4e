"""Every "X said" of a sentence, found without a parser and also where commas were stripped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.figures.speakers import words as lexicon
from app.figures.speakers.after import name_after, name_after_according
from app.figures.speakers.before import name_before
from app.figures.speakers.names import BEFORE_A_PLACE, Name, in_lexicon, is_capital_name
from app.figures.words import Word, read_words
from app.models import Span

_COUNTS = re.compile(
    r"\s(?:of|it\s(?:at|as)|(?:[\w'’-]+\s){1,6}at\s(?:[a-z]+\s){0,2}\d[\d.,]*|(?:[a-z]+\s)?\d[\d.,]*)\b"
)
"""What follows a verb that tells a count: "spoke of", "put it at", "put turnout at 58.2", "listed 40"."""
_PASSIVE = frozenset({"reported", "confirmed", "given", "recorded", "announced"})
"""Followed by "by" they are told by whom: "three deaths were reported by the rescuers"."""
_SEATED = re.compile(r"-(?:based|led|backed|run)$")
"""A place in front of these names no speaker: "the Britain-based watchdog"."""
_CLOSED = re.compile(
    r"(?:\s(?:on|late|early|in|at)\b(?:(?!\bthat\b)[^.,;\d]){0,30}(?=[.,;])|\s*)(?:[.,;!?\"”]|$|(?:while|but|and|as)\b)"
)
"""Nothing but the day or place of saying stands between an attribution and the end of its clause."""


class Attribution(NamedTuple):
    """One "X said". ``start`` and ``end`` are offsets in the article; ``closed`` when it ends its clause.

    ``generic`` names nobody ("a monitoring group", "the source", a pronoun).
    """

    name: str
    generic: bool
    start: int
    end: int
    closed: bool


def attributions_in(text: str, sentence: Span) -> list[Attribution]:
    """The attributions of one sentence of ``text``, in order of their verbs."""
    words = [
        word._replace(start=word.start + sentence.start, end=word.end + sentence.start)
        for word in read_words(text[sentence.start : sentence.end])
    ]
    found: list[Attribution] = []
    for index in range(len(words)):
        name = _speaker_of(words, text, index)
        if name is not None:
            found.append(_attribution(words, text, index, name, sentence))
    return found


def _speaker_of(words: Sequence[Word], text: str, index: int) -> Name | None:
    led = _led_by(words, index)
    if led is not None:
        return name_after_according(words, text, index + 2) if led == "to" else name_after(words, text, index + 2)
    word = words[index]
    counts = word.lower in lexicon.COUNT_VERBS and _COUNTS.match(text, word.end) is not None
    if not (counts or _reports(words, index)) or _is_adjective(words, index):
        return None
    before = name_before(words, text, index)
    if counts and word.lower not in lexicon.REPORT_VERBS:
        return before
    if before is None or _is_mere_place(words, before) or _is_inverted(words, text, before, index):
        return name_after(words, text, index + 1, verb_led=True)
    return before


def _led_by(words: Sequence[Word], index: int) -> str | None:
    """The word between the verb and a speaker behind it: "according to", "reported by"; None for other verbs."""
    if index + 2 >= len(words):
        return None
    pair = words[index].lower, words[index + 1].lower
    return pair[1] if pair == ("according", "to") or (pair[0] in _PASSIVE and pair[1] == "by") else None


def _is_adjective(words: Sequence[Word], index: int) -> bool:
    """ "took an estimated 900 hostages" tells of no estimate of somebody's."""
    return index > 0 and words[index].lower == "estimated" and words[index - 1].lower in lexicon.DETERMINERS


def _reports(words: Sequence[Word], index: int) -> bool:
    lower = words[index].lower
    if lower in lexicon.TOLL_VERBS:
        return any(word.lower in lexicon.TOLL_NOUNS for word in words[index + 1 : index + 5])
    if lower.startswith("claim") and any(word.lower in lexicon.DEEDS for word in words[index + 1 : index + 6]):
        return False
    return lower in lexicon.REPORT_VERBS and not words[index].capital


def _attribution(words: Sequence[Word], text: str, verb: int, name: Name, sentence: Span) -> Attribution:
    first, last = words[name.first], words[name.last - 1]
    start, end = min(first.start, words[verb].start), max(last.end, words[verb].end)
    printed = " ".join(text[first.start : last.end].split())
    printed = re.sub(r"^(?:the|The|A|An)\s+(?=[A-Z])", "", printed)
    printed = re.sub(r"(?<=\w)\s(?:AP|AFP|Reuters|REUTERS|UPI|DPA)$", "", printed)
    closed = _CLOSED.match(text[end : sentence.end]) is not None
    named = any(is_capital_name(word) and not _SEATED.search(word.lower) for word in words[name.first : name.last])
    return Attribution(printed, not named, start, end, name.first > verb or closed)


def _is_inverted(words: Sequence[Word], text: str, before: Name, verb: int) -> bool:
    """Whether a name closes the sentence behind the verb: "… the sect of President X said Talal al-Barazi."."""
    led = before.first > 0 and words[before.first - 1].lower in ("of", "in", "near", "at", "from", "by", "against")
    if not led or verb + 1 >= len(words) or not is_capital_name(words[verb + 1]):
        return False
    after = name_after(words, text, verb + 1)
    return after is not None and after.last == len(words)


def _is_mere_place(words: Sequence[Word], name: Name) -> bool:
    """Whether the words before the verb only say where: "near the town of Adra east of Damascus said the "
    "Observatory"."""
    near = 2 if words[name.first].capital and words[name.first - 1].text.islower() else 1
    led = {word.lower for word in words[max(0, name.first - near) : name.first]} & BEFORE_A_PLACE
    return bool(led) and not any(in_lexicon(word) for word in words[name.first : name.last])
