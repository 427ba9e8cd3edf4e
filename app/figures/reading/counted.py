"""What a number of a sentence counts: its own noun phrase, or one that stands in front of it or a sentence before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from app.figures.levels import is_level, level_before
from app.figures.predicates import HURT, driven_out, lives_there, loss_of, predicate_names
from app.figures.reading.binding import bound_predicate, stands_alone
from app.figures.reading.coordination import is_share_of_place, is_size_of_group, shared_noun
from app.figures.reading.days import DayReading
from app.figures.reading.measures import PARTS, joined_measure
from app.figures.reading.number_of import number_of
from app.figures.reading.numbers import NumberReading
from app.figures.reading.owners import PRONOUNS
from app.figures.reading.phrases import CountedPhrase, complement_end, counted_phrase, speaks
from app.figures.reading.repeats import (
    again_counted,
    has_again,
    is_accompanied,
    is_part_of_last,
    is_total_of,
    kind_of_them,
    without_verb,
)
from app.figures.reading.standing import is_addition, is_part
from app.figures.records import FigureRecord
from app.figures.words import Word
from app.models import Span

_REMEMBERED = 4
"""How many counts of an article a later number may stand for."""
_BRACKETS = re.compile(r"[()\[\]]")
_ABOARD = re.compile(r"\s(?:on\sboard|aboard)\b")
_DURATION = re.compile(r"\b(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)$", re.IGNORECASE)
"""What nobody goes on to count: "after 12 days"."""


class Carried(NamedTuple):
    """What a sentence hands to the next: what its last figure counts, that figure's predicate, and its subject."""

    predicate: str | None
    subject: str | None
    counted: str | None = None
    counts: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, read; offsets of ``words`` and ``days`` are its own."""

    span: Span
    text: str
    words: list[Word]
    days: list[DayReading]


def following(record: FigureRecord, carried: Carried) -> Carried:
    """A figure with its own noun is what "the number" and "it" mean from now on; its parts and durations are not."""
    if record.part_of_other or record.hedged or _DURATION.search(record.counted or ""):
        return carried
    if record.counted:
        counts = (*carried.counts, (record.counted, record.predicate))[-_REMEMBERED:]
        return Carried(record.predicate, carried.subject, record.counted, counts)
    return carried._replace(predicate=record.predicate or carried.predicate)


class Binding(NamedTuple):
    """What a number is bound to: its noun phrase, predicate, the verb in front of it, and whether it is a part.

    ``inherited`` is a noun phrase that stands elsewhere: the level in front of it, or what the figure before counted.
    ``owner`` is told where a clause leaves out its verb.
    """

    phrase: CountedPhrase | None
    predicate: str | None
    verb: int | None
    part: bool
    inherited: str | None = None
    owner: str | None = None


def binding_of(sentence: Sentence, reading: NumberReading, carried: Carried) -> Binding | None:
    """None when nothing says what the number counts."""
    text, words = sentence.text, sentence.words
    number = bisect_right(words, reading.span.start, key=lambda word: word.end)
    after = bisect_left(words, reading.span.end, key=lambda word: word.start)
    before, behind = text[: reading.span.start], text[reading.span.end :]
    phrase = _phrase(sentence, reading, after)
    phrase = None if phrase and speaks(words, phrase, number) else phrase
    shared = shared_noun(words, text, after) if phrase is None else None
    phrase = shared.phrase if shared else phrase
    if is_total_of(before):
        return None
    elsewhere = _named_elsewhere(reading, before, behind, carried) if phrase is None else None
    if elsewhere is not None:
        return elsewhere
    told = text[words[phrase.last - 1].end :] if phrase else behind
    predicate, verb = bound_predicate(words, number, phrase, after, (before, told), carried.predicate)
    if predicate is None and is_accompanied(before):
        predicate = carried.predicate
    head = words[phrase.last - 1].lower if phrase else None
    predicate = "live" if lives_there(before) else driven_out(predicate, behind) or loss_of(predicate, head)
    if (
        phrase is None
        and reading.unit is None
        and not stands_alone(words, number, after, verb, predicate, (before, behind))
    ):
        return None
    part = is_part(before, told, apart=_told_apart(predicate, carried.predicate))
    if part and predicate not in predicate_names():
        predicate = carried.predicate
    part = part or (predicate == carried.predicate and is_addition(before, behind))
    return Binding(phrase, predicate, verb, part, shared.counted if shared else None)


def _told_apart(predicate: str | None, before: str | None) -> bool:
    """Whether the wounded are told beside the dead, of whom they are no part: "including 13 civilians, 30 wounded"."""
    return {predicate, before} == HURT


def _named_elsewhere(reading: NumberReading, before: str, behind: str, carried: Carried) -> Binding | None:
    """A number whose noun is joined to it, stands in front of it or in a sentence before; None when none does."""
    in_front = _named_in_front(reading, before, behind)
    if in_front is not None:
        return in_front
    told_level = next((counted for counted, _ in reversed(carried.counts) if is_level(counted)), None)
    read_off = told_level is not None and (reading.unit is not None or reading.value != int(reading.value))
    if reading.unit is not None and not read_off:
        return None
    part = _part_of(before, behind, carried)
    if part is not None:
        return part
    again = again_counted(before, behind)
    if again == "" and read_off:
        return Binding(None, None, None, False, told_level)
    return _of_others(before, behind, carried) if again is None else _again(again, carried)


def _named_in_front(reading: NumberReading, before: str, behind: str) -> Binding | None:
    """A number whose noun its own sentence tells elsewhere: "a 70-foot tower", "turnout was", "the number of homes"."""
    measure = joined_measure(behind) if reading.unit is None and reading.value > 1 else None
    level = measure or level_before(before)
    if level is not None:
        return Binding(None, "has" if measure in PARTS else None, None, False, level)
    if reading.unit is None and is_size_of_group(before):
        return Binding(None, "has", None, False, "members")
    told = number_of(before, behind) if reading.unit is None else None
    return Binding(None, told.predicate, None, False, told.counted) if told else None


def _part_of(before: str, behind: str, carried: Carried) -> Binding | None:
    """A number that breaks down the count before it by kind ("seven of them children") or by place."""
    if is_part_of_last(before, behind) and (carried.counted or carried.predicate):
        return Binding(None, carried.predicate, None, True, kind_of_them(behind) or carried.counted)
    if is_share_of_place(before, behind) and carried.counted and carried.counted in before:
        return Binding(None, carried.predicate, None, False, carried.counted)
    return None


def _again(again: str, carried: Carried) -> Binding | None:
    """A bare number that stands for the count before: "put the number at 410", "there were 164"."""
    if carried.counted is None and carried.predicate is None:
        return None
    named = (one for one in reversed(carried.counts) if any(word in one[0].lower() for word in again.split()))
    counted, predicate = next(named, (again, carried.predicate)) if again else (carried.counted, carried.predicate)
    return Binding(None, predicate, None, False, counted)


def _of_others(before: str, behind: str, carried: Carried) -> Binding | None:
    """A bare number of the things just counted that somebody has: "it had 29", "(Russia set up 10) and Iran seven"."""
    has, who = has_again(before, behind), without_verb(before, behind)
    if has is not None and carried.counted is not None:
        return Binding(None, "has", None, False, carried.counted, carried.subject if has in PRONOUNS else has)
    told_here = carried.counted is not None and carried.counted in before
    return Binding(None, carried.predicate, None, False, carried.counted, who) if who and told_here else None


def _phrase(sentence: Sentence, reading: NumberReading, after: int) -> CountedPhrase | None:
    if after >= len(sentence.words):
        return None
    gap = sentence.text[reading.span.end : sentence.words[after].start]
    if gap.strip(" \n\t\"“'‘-([+"):
        return None
    if reading.vague and sentence.words[after].lower == "of":
        after += 1
    return counted_phrase(sentence.words, sentence.text, after, one=reading.value == 1)


def counted_text(sentence: Sentence, phrase: CountedPhrase | None) -> str | None:
    """The phrase as printed, with what belongs to it behind its noun."""
    if phrase is None:
        return None
    last = complement_end(sentence.words, sentence.text, phrase.last)
    end = sentence.words[last - 1].end
    aboard = _ABOARD.match(sentence.text, end)
    printed = sentence.text[sentence.words[phrase.first].start : aboard.end() if aboard else end]
    return " ".join(_BRACKETS.sub("", printed).split())
