"""Where the answer stands in the asking sentence: the words on both sides of "which team" or "who".

"… is headed to which team after the Nets traded …" is a statement with a hole. A phrase of an article whose own
neighbours are the hole's neighbours ("headed to the Suns after") probably fills it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.answering.reading.asking import asking_word
from app.answering.reading.words import Word, words_of
from app.models import Span

_REACH = 4
_FAR = 6
_SEEN = 8
_SAYING_STEMS = "say said tell told inform report announc state note add claim declar confirm"
_SAYING = frozenset(_SAYING_STEMS.split())
_CONTENT, _FUNCTION = 0.35, 0.1
_MOST = 1.2
_PASSED_WORDS = "the a an this that his her their its is are was were be been has have had will to"
_PASSED = frozenset(_PASSED_WORDS.split())

_PREPOSITIONS = frozenset({"in", "at", "to", "from", "on", "by", "near", "under", "off"})


@dataclass(frozen=True, slots=True)
class Slot:
    """Stems on the left of the hole, nearest first, and on its right, nearest first."""

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


def slot_of(ask: str, category: str | None) -> Slot:
    """The hole of an asking sentence; the noun asked for belongs to the hole."""
    asked = asking_word(ask)
    if asked is None:
        return Slot()
    before = list(words_of(ask[: asked.start()])[::-1])
    after = list(words_of(ask[asked.end() :]))
    names = [place for place, word in enumerate(after[:_FAR]) if category and category in word.text.lower()]
    after = after[names[0] + 1 :] if names else after
    if asked.group().lower() in ("where", "when") or ask[: asked.start()].strip().lower() in _PREPOSITIONS:
        before = [*before, *after[::-1]]  # "where did they surround the post?" is filled after "post"
    return Slot(_stems(before), _stems(after))


def alignment(words: Sequence[Word], span: Span, slot: Slot) -> float:
    """How well the neighbours of a phrase fit the slot: 0 not at all, at most 1.2."""
    left = _stems([word for word in words if word.end <= span.start][: -1 - _SEEN : -1]) if slot.left else ()
    right = _stems([word for word in words if word.start >= span.end][:_SEEN]) if slot.right else ()
    return min(_MOST, _overlap(slot.left, left) + _overlap(slot.right, right))


def _stems(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(_class(word) for word in words if word.text.lower() not in _PASSED)[:_REACH]


def _class(word: Word) -> str:
    if word.stem in _SAYING:
        return "@saying"
    return word.stem if word.is_content else f"~{word.text.lower()}"


def _overlap(wanted: Sequence[str], found: Sequence[str]) -> float:
    total = 0.0
    for place, stem in enumerate(wanted):
        if stem in found:
            distance = max(place, found.index(stem))
            total += (_FUNCTION if stem.startswith("~") else _CONTENT) / (1 + distance / 2)
    return total
