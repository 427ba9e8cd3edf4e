"""The words of a question that name what is counted: "observation posts" of "how many observation posts are there"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.nouns import are_persons
from app.figures.predicates import predicate_class
from app.figures.reading.phrases import is_stop
from app.figures.words import Word, word_set

DEATHS = {"deaths": "killed", "fatalities": "killed", "casualties": "killed", "injuries": "wounded"}
"""Heads that say what happened, whatever the verb: "civilian deaths acknowledged" are civilians killed."""
_LEADING = word_set("of the more other its their own")
_STANDS_ALONE = word_set("dead killed displaced wounded injured missing uprooted homeless")
"""What people who are counted may be called without a noun: "how many displaced in …"."""
_HEAD = re.compile(r"[^s]s$|^(?:people|children|women|men|aircraft|personnel)$")
_SECOND_HEAD = re.compile(r"[a-z]{3,}[^s]s")
"""A plural behind a plural is the head: "forces fighters"."""
_LONGEST = 6


def counted_words(words: Sequence[Word], after: int) -> tuple[int, int]:
    """Words ``[first, last)`` of the noun phrase that begins at or behind word ``after``; empty when none does."""
    first = next((index for index in range(after, len(words)) if words[index].lower not in _LEADING), len(words))
    last = first
    while last < min(len(words), first + _LONGEST) and not _ends(words, first, last):
        last += 1
        if _is_head(words[last - 1]) and not _has_second_head(words, last):
            break
    return first, last


def _ends(words: Sequence[Word], first: int, index: int) -> bool:
    """Whether the word is no part of the phrase: a stop, behind a comma, or the verb."""
    word = words[index]
    if is_stop(word) or index == first:
        return is_stop(word)
    bare = index == first + 1 and words[first].lower in _STANDS_ALONE and not word.lower.endswith(("s", "people"))
    deed = predicate_class(word.lower) is not None and not word.capital and not word.lower.endswith("s")
    return bare or deed or word.start - words[index - 1].end > 1


def _is_head(word: Word) -> bool:
    return _HEAD.search(word.lower) is not None and not word.capital


def _has_second_head(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and _SECOND_HEAD.fullmatch(words[index].text) is not None and not is_stop(words[index])


def without_deaths(phrase: Sequence[Word]) -> tuple[str, ...]:
    """The words of the phrase, lower case, without a head that only says what happened: "civilian deaths"."""
    words = tuple(word.lower for word in phrase)
    return words[:-1] if len(words) > 1 and words[-1] in DEATHS and are_persons(words[-2]) else words


def joined_noun(words: Sequence[Word], last: int) -> str | None:
    """The plural that "and" joins to the phrase ending before word ``last``: "staff and volunteers"; else None."""
    following = [word.lower for word in words[last : last + 3]]
    return next((word for word in following[1:] if word.endswith("s")), None) if following[:1] == ["and"] else None
