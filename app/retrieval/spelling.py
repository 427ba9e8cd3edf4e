"""Mistyped words and lost capitals of a question, put right by the passages found for the rest of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

SHORTEST = 5
"""Letters of the shortest word that is corrected; shorter ones have too many neighbours."""

_ENDING = re.compile(r"(?:ies|es|s|ed|ing|ly|d|e|y)$")
_LAST = frozenset("degnrsy")
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"(?<=[a-z,]\s)[A-Z][^\W\d_]{2,}")


def corrections(terms: Sequence[str], texts: Sequence[str]) -> Mapping[str, str]:
    """For terms that stand in none of the texts, the most frequent word of the texts one slip away.

    A slip is one letter more, less or other, or two letters swapped; the first letter is right. Forms of one
    word, "commander" and "commanded", are no slips.
    """
    unknown = [term for term in terms if len(term) >= SHORTEST and term.isalpha()]
    if unknown:
        unknown = _not_in(" " + " ".join(texts).lower(), unknown)
    if not unknown:
        return {}
    counts = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    found: dict[str, str] = {}
    for term in unknown:
        near = [word for word in counts if word[0] == term[0] and one_slip_apart(term, word) and not _bends(term, word)]
        if near:
            found[term] = max(near, key=lambda word: (counts[word], word))
    return found


def with_capitals(question: str, texts: Sequence[str]) -> str:
    """A question typed without capitals, with those that the texts always give its words inside sentences."""
    if any(word[0].isupper() and not word.isupper() for word in question.split()[1:]):
        return question
    names = {word.lower(): word for text in texts for word in _NAME.findall(text)}
    plain = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    return _WORD.sub(lambda found: found[0] if found[0] in plain else names.get(found[0], found[0]), question)


def _bends(left: str, right: str) -> bool:
    """Whether two words differ in a last letter that is an ending."""
    return left[:-1] == right[:-1] and left[-1] in _LAST and right[-1] in _LAST


def _not_in(text: str, terms: Sequence[str]) -> list[str]:
    """The terms that begin no word of the lower-case text, endings such as -s or -ing aside."""
    return [term for term in terms if not _begins_a_word(_ENDING.sub("", term), text)]


def _begins_a_word(stem: str, text: str) -> bool:
    """Whether a word of the text begins so; a regular expression made for every term takes ten times as long."""
    place = text.find(stem)
    while place > 0 and (text[place - 1].isalnum() or text[place - 1] == "_"):
        place = text.find(stem, place + 1)
    return place >= 0


def one_slip_apart(left: str, right: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of two letters turns one into the other."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if len(left) < len(right):
        return left[start:] == right[start + 1 :]
    if len(left) == len(right) and sorted(left) == sorted(right):
        return sum(a != b for a, b in zip(left, right, strict=True)) <= 2
    swapped = left[start : start + 2] == right[start : start + 2][::-1] and left[start + 2 :] == right[start + 2 :]
    return swapped or left[start + 1 :] == right[start + 1 :]
