"""Words that can make up the name of a speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.figures.speakers import words as lexicon
from app.figures.words import Word, word_set

LONGEST_NAME = 12
BREAK = re.compile(r"[.;:\"“”()]")
BEFORE_A_PLACE = word_set("in at from of near outside to with by around east west north south off over into across")


class Name(NamedTuple):
    """Word indexes ``[first, last)`` of a speaker."""

    first: int
    last: int


def is_capital_name(word: Word) -> bool:
    """Whether the word is written like a name and is no day, month or opening word."""
    return word.capital and word.lower not in lexicon.NOT_NAMES


def in_lexicon(word: Word) -> bool:
    """Whether the word often stands in the name of a speaker without one: "health", "spokesman", "ministry"."""
    return word.lower in lexicon.HEADS or word.lower in lexicon.MODIFIERS or word.lower in lexicon.ROLES


def is_name_phrase(words: Sequence[Word]) -> bool:
    """Whether the words name somebody or something that can speak."""
    return any(is_capital_name(word) or word.lower in lexicon.HEADS for word in words)
