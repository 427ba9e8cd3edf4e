"""Numbers joined to another one: they share its noun, its predicate, or are its share of a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from app.english import NUMBER_WORDS
from app.figures.predicates import predicate_class, predicate_names
from app.figures.reading.numbers import LED
from app.figures.reading.phrases import CountedPhrase, counted_phrase, is_stop
from app.figures.records import FigureRecord
from app.figures.words import Word

_JOINED = re.compile(
    rf"\W*(?:and|as well as|along with|together with|plus|,|)\s*(?:also\s|another\s)?{LED}", re.IGNORECASE
)
"""What may stand between two counts of one deed: "(20 civilians) and (one worker were killed)"."""
_SHARE_OF_PLACE = re.compile(r"\s(?:in|at|near|on)\s(?:(?:the|a|an)\s)?(?:[a-z-]+\s){0,4}?(?:al-)?[A-Z]")
""" "(15) in Manbij", "(six) near the town of Tukhar"."""
_OPENS_SHARE = re.compile(rf"(?P<word>[a-z]+),?\s(?:another\s|a further\s)?{LED}$")
"""The word in front of a share: "(21) killed, (15 in Manbij)"."""
_LEADS_ELSEWHERE = re.compile(r"(?:of|to|in|at|on|by|for|from|than|with|least|age|aged|\w+ed|\w+ing)$")
"""Words behind which a number is no share: "of 15", "aged 15", "wounded 15"."""
_SIZE = re.compile(rf"\b(?:who|which|they|numbering|and)\s(?:(?:now\s)?number(?:s|ed)?\s)?{LED}$")
""" "(the tribe,) who number about (70,000)"."""
_MODIFIERS = 2
"""Words that may stand between a number and "and": "(30) regime and (39 rebel fighters)"."""


class Shared(NamedTuple):
    """A noun told once for two numbers: as printed with the first one's words, and the phrase of the second."""

    counted: str
    phrase: CountedPhrase


def shared_noun(words: Sequence[Word], text: str, after: int) -> Shared | None:
    """The noun of the first number in "30 regime and 39 rebel fighters", "30 regime and allied fighters".

    ``after`` is the word behind the number.
    """
    over_verb = _behind_verb(words, text, after)
    if over_verb is not None:
        return over_verb
    end = after
    while end < min(after + _MODIFIERS, len(words)) and not is_stop(words[end]):
        end += 1
    joined = words[end : end + 2]
    if end == after or len(joined) < 2 or joined[0].lower != "and" or not words[after].text.islower():
        return None
    numbered = _is_number(joined[1])
    phrase = counted_phrase(words, text, end + 1 + numbered)
    if phrase is None or any(predicate_class(word.lower) for word in words[after:end]):
        return None
    led = text[words[after].start : words[end - 1 if numbered else phrase.last - 2].end]
    return Shared(f"{led} {words[phrase.last - 1].text}", CountedPhrase(after, phrase.last, None))


def _behind_verb(words: Sequence[Word], text: str, after: int) -> Shared | None:
    """The noun of "killed 28 (and wounded 30 militants)", told only with the second number."""
    joined = [word.lower for word in words[after : after + 2]]
    if len(joined) < 2 or joined[0] != "and" or predicate_class(joined[1]) is None:
        return None
    number = next((index for index in range(after + 2, min(after + 6, len(words))) if _is_number(words[index])), None)
    phrase = counted_phrase(words, text, number + 1) if number is not None else None
    if phrase is None or words[phrase.last - 1].lower in ("others", "wounded", "injured", "dead"):
        return None
    printed = text[words[phrase.first].start : words[phrase.last - 1].end]
    return Shared(printed, CountedPhrase(after, after, None))


def _is_number(word: Word) -> bool:
    return word.text[0].isdigit() or word.lower in NUMBER_WORDS


def is_share_of_place(before: str, behind: str) -> bool:
    """Whether the number is what one place has of the count before: "(21 killed,) 15 in Manbij and six in Tukhar"."""
    led = _OPENS_SHARE.search(before)
    if led is None or not _SHARE_OF_PLACE.match(behind):
        return False
    return predicate_class(led["word"]) is None and not _LEADS_ELSEWHERE.fullmatch(led["word"])


def is_size_of_group(before: str) -> bool:
    """Whether the number tells how many a group has: "the tribe, who number about (70,000)"."""
    return "number" in before[-40:] and _SIZE.search(before) is not None


def with_shared_predicates(records: Sequence[FigureRecord], text: str) -> list[FigureRecord]:
    """Figures of one sentence, joined ones with one predicate: "20 civilians and one worker were killed".

    ``text`` is that of the article.
    """
    shared = list(records)
    for first, second in pairwise(range(len(shared))):
        left, right = shared[first], shared[second]
        if not _are_joined(left, right, text):
            continue
        if left.predicate is None and right.predicate in predicate_names():
            shared[first] = replace(left, predicate=right.predicate)
        elif right.predicate is None and left.predicate in predicate_names():
            shared[second] = replace(right, predicate=left.predicate)
    return shared


def _are_joined(left: FigureRecord, right: FigureRecord, text: str) -> bool:
    """Whether nothing but "and" stands between what the first counts and the second number."""
    between = " ".join(text[left.span.end : right.span.start].split())
    if left.counted is None or not between.startswith(left.counted):
        return False
    return _JOINED.fullmatch(f"{between[len(left.counted) :]} ") is not None
