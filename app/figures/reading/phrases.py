"""The noun phrase that a number counts, found without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.english import LOWER_MONTHS, LOWER_WEEKDAYS
from app.figures.predicates import predicate_class
from app.figures.speakers.words import HEADS
from app.figures.words import Word, word_set

STOP = word_set(
    "a an the this that these those and or but nor so yet if when while as than then because since although though "
    "whether in on at by for from to with without within into onto over under near around about after before during "
    "between among amid across along against through throughout toward towards until till off out up down per via "
    "despite including inside outside above below behind beyond who whom whose which what where why how is are was "
    "were be been being am has have had do does did will would can could may might must shall should not no also it he "
    "she they we i you there here said says say told reported according most mostly many some all both each every "
    "another last next ago earlier later today yesterday tomorrow now already only just even still least half "
    "overnight late early more less alone far"
) | {*LOWER_MONTHS, *LOWER_WEEKDAYS}
_LEADING = word_set("more other others additional further new extra different such")
_PLURALS = word_set(
    "people children women men police personnel troops aircraft dead wounded injured missing percent staff militia "
    "crew infantry feet km kms kg miles media cattle sheep fish teeth oxen casualties"
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|'s|(?:north|south|east|west)wards|selves)$")
"""Words in "s" that are none: "bus", "crisis"."""
_PARTICIPLES = word_set("killed wounded injured displaced captured kidnapped detained missing dead trapped")
_PAST = r"died|die|fled|flee|took|take|went|came|come|began|fell|got|fought|gave|saw|met|won|kept|ran|made"
_PAST_AFTER = re.compile(rf"^(?:{_PAST})$")
_VERBS_AFTER = re.compile(rf"^(?:{_PAST}|left|lost|live|lives|remain\w*|perished|held|put|dying|\w{{3,}}(?:ed|ing))$")
"""A verb behind a plural ends the phrase: "(12 people) died", "(12 people) queued"."""
_COMPLEMENT_LIMIT = 6
"""Words of "of the Syrian Democratic Forces" at the most."""
_REACHING = word_set("to at of")
_SAYING = word_set("said say says reported report told announced confirmed added")
QUANTIFIERS = word_set(
    "at least more than over up to nearly almost about around some approximately roughly fewer less under as many only "
    "just an a of the another estimated additional further total"
)
"""What may stand between a number and the word that leads up to it."""


def is_stop(word: Word) -> bool:
    """Whether the word ends every noun phrase; "12 IS fighters" has a name in it."""
    return word.lower in STOP and word.text != "IS"


class CountedPhrase(NamedTuple):
    """Word indexes ``[first, last)`` of the phrase, without the number; ``owner`` is a possessive in front of it."""

    first: int
    last: int
    owner: str | None


def counted_phrase(words: Sequence[Word], text: str, after: int, *, one: bool = False) -> CountedPhrase | None:
    """The noun phrase that starts at word ``after``; None when none does. ``one`` lets a singular noun count."""
    first, owner = _behind_total(words, after), None
    if first + 1 < len(words) and words[first].lower == "of":
        owner_word = words[first + 1]
        led = owner_word.lower in ("its", "their", "his", "her", "our", "the")
        if not (led or _is_owned(words, first + 1)) or _is_total(words, first + 1 + led):
            return None
        first, owner = first + 1 + led, owner_word.lower if led and owner_word.lower != "the" else None
    if first > after and first < len(words) and words[first].text[0].isdigit():
        first += 1
    while first < len(words) and words[first].lower in _LEADING and words[first].lower != "others":
        first += 1
    last = _phrase_end(words, text, first, one=one)
    return None if last is None else CountedPhrase(first, last, owner)


def _is_owned(words: Sequence[Word], index: int) -> bool:
    """Whether a name and then a plain word stand there: "14 of (IS military vehicles)", not "14 of (Aleppo in)"."""
    return index + 1 < len(words) and words[index].capital and not is_stop(words[index + 1])


def _behind_total(words: Sequence[Word], after: int) -> int:
    """Where the noun of "18 (of 31 vehicles)" starts; ``after`` itself for any other number."""
    of = words[after : after + 3]
    found = len(of) == 3 and of[0].lower == "of" and of[1].text[0].isdigit() and of[2].text.islower()
    return after + 2 if found else after


def _is_total(words: Sequence[Word], index: int) -> bool:
    """ "109 of the dead": a part of a count, not a count of its own."""
    return index < len(words) and words[index].lower in ("dead", "wounded", "injured", "killed", "victims", "missing")


def _phrase_end(words: Sequence[Word], text: str, first: int, *, one: bool) -> int | None:
    best: int | None = None
    for index in range(first, min(first + 7, len(words))):
        word = words[index]
        if _ends_phrase(words, text, index, first) or (best is not None and not _extends(word)):
            break
        if is_plural(word) or (one and best is None and not _is_modifier(words, text, index)):
            best = index + 1
            if one:
                break
    return best


def _extends(word: Word) -> bool:
    """A plural goes on only before another plural noun: "Syrian Democratic Forces fighters"."""
    return is_plural(word) and predicate_class(word.lower) is None and not is_stop(word)


def _ends_phrase(words: Sequence[Word], text: str, index: int, first: int) -> bool:
    word = words[index]
    if index > first and not re.fullmatch(r"[\s\"'“”‘’()\[\]-]*", text[words[index - 1].end : word.start]):
        return True
    if is_stop(word) or word.text[0].isdigit():
        return True
    if word.lower in _PARTICIPLES:
        return index > first and not _plural_next(words, index) if not _is_head(word) else index > first
    return index > first and is_plural(words[index - 1]) and bool(_VERBS_AFTER.match(word.lower))


def _is_head(word: Word) -> bool:
    return word.lower in ("dead", "wounded", "injured", "missing")


def _plural_next(words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and is_plural(words[index + 1]) and words[index + 1].lower not in _PARTICIPLES


def _is_modifier(words: Sequence[Word], text: str, index: int) -> bool:
    """Whether the word at ``index`` is followed by another word of the same phrase."""
    if index + 1 >= len(words) or text[words[index].end : words[index + 1].start] != " ":
        return False
    following = words[index + 1]
    ends = is_stop(following) or predicate_class(following.lower) or _VERBS_AFTER.match(following.lower)
    return not ends and not words[index].lower.endswith(("person", "man", "woman", "child", "soldier", "civilian"))


def speaks(words: Sequence[Word], phrase: CountedPhrase, number: int) -> bool:
    """Whether those behind the number only tell of it: "(rose to 86) doctors said", not "86 rebels, said the army"."""
    verb, behind = words[phrase.last : phrase.last + 1], words[phrase.last + 1 : phrase.last + 2]
    if not verb or verb[0].lower not in _SAYING or words[phrase.last - 1].lower not in HEADS:
        return False
    inverted = behind and (behind[0].capital or behind[0].lower in ("the", "a", "an", "one", "another"))
    led = next((word.lower for word in reversed(words[:number]) if word.lower not in QUANTIFIERS - _REACHING), "")
    return not inverted and (led in _REACHING or predicate_class(led) is not None)


def is_plural(word: Word) -> bool:
    """Whether the word looks like a plural noun or a collective one."""
    lower = word.lower
    if lower in _PLURALS or lower.endswith("men"):
        return True
    return len(lower) > 3 and lower.endswith("s") and not _NOT_PLURAL.search(lower) and not is_stop(word)


def complement_end(words: Sequence[Word], text: str, last: int) -> int:
    """Where "of …" after the phrase ends: "18 members of the Syrian Democratic Forces"; ``last`` when there is none."""
    of = _of_behind(words, last)
    if of is None:
        return last
    end = of + 1
    while end < min(of + 1 + _COMPLEMENT_LIMIT, len(words)):
        word = words[end]
        ends = (is_stop(word) and word.lower not in ("the", "a", "an")) or _PAST_AFTER.match(word.lower)
        if ends or predicate_class(word.lower) or not re.fullmatch(r"[\s-]*", text[words[end - 1].end : word.start]):
            break
        end += 1
        if is_plural(word) and not (end < len(words) and words[end].capital and word.capital):
            break
    return end if end > of + 1 else last


def _of_behind(words: Sequence[Word], last: int) -> int | None:
    """Where "of" stands behind the phrase, or behind a noun joined to it: "members and commanders of"."""
    following = [word.lower for word in words[last : last + 3]]
    if following[:1] == ["of"]:
        return last
    return last + 2 if following[:1] == ["and"] and following[2:] == ["of"] and is_plural(words[last + 1]) else None
