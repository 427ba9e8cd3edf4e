"""The speaker behind a verb of saying or "according to"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.speakers import words as lexicon
from app.figures.speakers.names import BREAK, LONGEST_NAME, Name, in_lexicon, is_capital_name, is_name_phrase
from app.figures.words import Word, word_set

_FIGURES_OF = re.compile(
    r"(?:(?:the|its|an?|new|recent|latest|official|earlier|initial|[A-Z][a-z]+(?=\s(?:report|study|survey)\s))\s)*"
    r"(?:(?:figures?|data|statistics|numbers|estimates?|count|tally|information)\s"
    r"(?:(?:given|released|published|compiled|issued|collected|provided)\s(?:\w+\s)?)?(?:by|from)|"
    r"(?:report|study|survey|statement)\sby)\s"
)
_SKIPPED = range(1, 6)
"""How many plain words may stand in front of the head: "the town's monitoring and documentation office"."""
_AUXILIARIES = word_set("is are was were has have had will would could should did can")


def name_after_according(words: Sequence[Word], text: str, first: int) -> Name | None:
    """The speaker after "according to": also one of unlisted kind ("an exit poll"), or behind "figures given by"."""
    figures = _FIGURES_OF.match(text, words[first].start)
    if figures is not None:
        first = next((index for index in range(first, len(words)) if words[index].start >= figures.end()), first)
    name = name_after(words, text, first)
    if name is None and (words[first].lower in lexicon.DETERMINERS or words[first].text.islower()):
        name = next(
            (Name(first, found.last) for skipped in _SKIPPED if (found := name_after(words, text, first + skipped))),
            None,
        )
    return _with_person(words, text, _without_subject(words, name)) if name else None


def _without_subject(words: Sequence[Word], name: Name) -> Name:
    """The name without a subject that ran into it: "according to the Observatory (the army has lost)"."""
    if name.last >= len(words) or words[name.last].lower not in _AUXILIARIES:
        return name
    heads = [index for index in range(name.first, name.last - 1) if words[index].lower in lexicon.HEADS]
    return Name(name.first, heads[-1] + 1) if heads and words[name.last - 1].capital else name


def _with_person(words: Sequence[Word], text: str, name: Name) -> Name:
    """The name with the person it introduces: "the medical officer(, Dr Frida Holm)"."""
    last = name.last
    if any(word.capital for word in words[name.first : last]) or text[words[last - 1].end :][:2] != ", ":
        return name
    while last < len(words) and words[last].capital and (last == name.last or text[words[last - 1].end] == " "):
        last += 1
    return Name(name.first, last) if last - name.last > 1 else name


def name_after(words: Sequence[Word], text: str, first: int, *, verb_led: bool = False) -> Name | None:
    """The speaker that begins at word ``first``; None when none does. ``verb_led``: behind a verb of saying."""
    last = first
    while last < min(len(words), first + LONGEST_NAME) and _step_on(words, text, first, last):
        last += 1
    while last > first and words[last - 1].lower in ("of", "for", "the", "at", "a", "an"):
        last -= 1
    if verb_led and last < len(words) and words[last].lower in _AUXILIARIES:
        return None  # "said Russia was …" names no speaker
    return Name(first, last) if last > first and is_name_phrase(words[first:last]) else None


def _step_on(words: Sequence[Word], text: str, first: int, last: int) -> bool:
    word = words[last]
    if last > first and (BREAK.search(gap := text[words[last - 1].end : word.start]) or "," in gap):
        return False
    if is_capital_name(word) or in_lexicon(word) or word.lower in lexicon.PARTICLES:
        return True
    if word.lower in lexicon.DETERMINERS and last == first:
        return True
    joins = word.lower in ("of", "for", "the", "at") and last + 1 < len(words)
    return joins and (last == first or words[last - 1].lower not in lexicon.DETERMINERS)
