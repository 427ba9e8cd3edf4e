"""A question that names nothing itself, leaning on the one before: it takes that one's place or thing."""

from __future__ import annotations

import re

from app.answering.conversation.changing import ACCORDING, place_in
from app.answering.conversation.referents import thing_of
from app.answering.reading.words import Word, words_of

_PRONOUN = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|it|its|there|that|those|these|this|one|ones)\b", re.IGNORECASE
)
_THERE = re.compile(r"\bthere\b", re.IGNORECASE)
_FEW_WORDS = 2
"""Content words up to which a question without names leans on the one before: "How many were wounded?" does, "How many
lanterns does the wharf have?" stands alone, unless it takes up a word of the previous question."""


def leaning(question: str, previous: str) -> str:
    """The question with the place or the thing of the previous one, where it has no name of its own."""
    names = _names(words_of(ACCORDING.sub("", question)))
    refers = _PRONOUN.search(question) is not None
    if not refers and (names or not _leans(question, previous)):
        return question
    stem, place = question.rstrip("?. "), place_in(previous)
    if place and _THERE.search(stem):
        return f"{_THERE.sub(place, stem, count=1)}?"
    missing = place or _of_thing(previous)
    if names or not missing:
        return question
    spoken = ACCORDING.search(stem)
    return f"{stem[: spoken.start()]} {missing}{stem[spoken.start() :]}?" if spoken else f"{stem} {missing}?"


def _leans(question: str, previous: str) -> bool:
    content = {word.stem for word in words_of(ACCORDING.sub("", question)) if word.is_content}
    return len(content) <= _FEW_WORDS or bool(content & {word.stem for word in words_of(previous) if word.is_content})


def _names(words: tuple[Word, ...]) -> list[str]:
    return [
        word.text
        for word in words
        if word.is_content and ((word.start > 0 and word.is_capitalised) or word.stem.startswith("@"))
    ]


def _of_thing(previous: str) -> str:
    """ "of the spring marathon"; "" when the previous question names nothing."""
    thing = thing_of(previous)
    if thing:
        return f"of {thing}"
    names = [word.text for word in words_of(previous) if word.is_content and word.is_capitalised and word.start > 0]
    return f"about {' '.join(dict.fromkeys(names))}" if names else ""
