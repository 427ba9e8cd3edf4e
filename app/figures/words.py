"""Words of a text with their places; the ground that all figure readers stand on."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:[.-][\w'’]+)*|\d[\w,.:/-]*\w|\d|[%$£€]")


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
    return [Word(match[0], _lower(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def _lower(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())
