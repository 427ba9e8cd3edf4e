"""Noun phrases of a sentence without a parser: the runs of words between verbs, function words and punctuation.

News writes "eating a six-foot long great white shark": what follows the article up to the next border is the phrase.
Cheap enough for every sentence read, where a statistical parser costs more than the whole answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.answering.reading.words import STOPWORDS, Word, is_participle, is_verb_form, words_of
from app.models import Span

_LONGEST_WORDS = 6
_JOINED = frozenset({"", " "})
_OPENS_NOUNS = frozenset(
    ["a", "an", "the", "its", "his", "her", "their", "our", "this", "these", "those", "some", "any", "no"]
)
_INSIDE = STOPWORDS & frozenset({"new", "last", "other", "own"})


def noun_phrases_in(text: str) -> Iterator[Span]:
    """Spans of phrases of at most six words, without articles; a phrase with "of" comes whole and in its parts."""
    runs = list(_runs(text))
    for run in runs:
        yield _span(run)
    for left, right in pairwise(runs):
        between = text[left[-1].end : right[0].start].split()
        if between[:1] == ["of"] and _OPENS_NOUNS.issuperset(between[1:]) and len(left) + len(right) < _LONGEST_WORDS:
            yield Span(left[0].start, right[-1].end)


def _runs(text: str) -> Iterator[Sequence[Word]]:
    run: list[Word] = []
    before: Word | None = None
    for word in words_of(text):
        breaks = before is not None and text[before.end : word.start] not in _JOINED
        opened = not run and before is not None and before.text.lower() in _OPENS_NOUNS and not breaks
        belongs = _belongs(word, opened=opened) and not (before is not None and before.text.lower() == "to")
        if run and (breaks or not belongs):
            yield from _kept(run)
            run = []
        if belongs:
            run.append(word)
        before = word
    yield from _kept(run)


def _belongs(word: Word, *, opened: bool) -> bool:
    lower = word.text.lower()
    if not word.is_content and lower not in _INSIDE:
        return False
    if word.is_capitalised and word.start > 0:
        return True
    return (opened and not lower.endswith("ly")) or not (is_verb_form(lower) or is_participle(lower))


def _kept(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    if 0 < len(run) <= _LONGEST_WORDS and run[-1].is_content:
        yield run


def _span(run: Sequence[Word]) -> Span:
    return Span(run[0].start, run[-1].end)
