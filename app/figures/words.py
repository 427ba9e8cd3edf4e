"""Words of a text with their places; the ground that all figure readers stand on."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w'’]*(?:[.-][\w'’]+)*|\d[\w,.:/-]*\w|\d|[%$£€]")


class Word(NamedTuple):
    """One word; ``lower`` has no possessive ending."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is written like a name: "Douma", "al-Quriyah"."""
        return self.text[:1].isupper() or self.text[:4].lower() != self.text[:4]


def read_words(text: str) -> list[Word]:
    """The words of ``text`` in order, offsets into ``text``."""
    return [Word(match[0], bare_lower(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def bare_lower(word: str) -> str:
    """``word`` in lower case without a possessive ending."""
    lower = word.lower().removesuffix(".")
    if lower[-1] in "'’":
        return lower[:-1]
    return lower[:-2] if lower[-2:] in ("'s", "’s") else lower


def distinct_words(text: str) -> set[str]:
    """The different words of ``text``, as printed."""
    return set(_WORD.findall(text))


def word_set(words: str) -> frozenset[str]:
    """The words of a list kept as prose, for lexicons that a person reads and edits."""
    return frozenset(words.split())
