"""Sentences and words of a text with their places; the ground that all figure readers stand on."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.models import Span

_WORD = re.compile(r"[^\W\d_][\w'’]*(?:[.-][\w'’]+)*|\d[\w,.:/-]*\w|\d|[%$£€]")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9]|\s*$)|\n\s*\n|\n(?=\s*[-*•|#])", re.MULTILINE)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|Jr|Sr|No|vs|approx|est|Inc|Ltd|Co|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])$"
)


class Word(NamedTuple):
    """One word; ``lower`` has no possessive ending."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def read_words(text: str) -> list[Word]:
    """The words of ``text`` in order, offsets into ``text``."""
    return [Word(match[0], _lower(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]


def read_sentences(text: str) -> list[Span]:
    """Sentences of ``text`` in order, without the white space between them."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and _ABBREVIATION.search(text, max(start, match.start() - 12), match.start()):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    if left < right:
        spans.append(Span(start + left, start + right))


def _lower(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())
