"""The words of a counting question that tell its event: names, other content words, and a named source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.english import LOWER_MONTHS, LOWER_WEEKDAYS, ONE_TO_TWELVE
from app.figures.asked.sides import sides_of
from app.figures.predicates import predicate_class, verb_stem
from app.figures.reading.days import DayReading
from app.figures.speakers.words import HEADS
from app.figures.words import Word, read_words, word_set
from app.retrieval.demonyms import place_of

_DID_SAY = re.compile(
    r"\b(?:did|does|do)\s(?:the\s|a\s|an\s)?(?P<who>(?:[\w.'’()-]+\s){1,7}?)"
    r"(?:say|claim|report|announce|put|give|find|record|count|estimate|document|list)\b"
)
FILLERS = word_set(
    "how many much what which who whom when where did does do is are was were has have had been be being will would "
    "can could of the a an in on at by for from to with and or near outside inside around about according between that "
    "there their its it his her as into during after before since until than this these those find found report "
    "reported say said says total number toll use used each all own give given state stated put currently now get got "
    "he she they we you next last past week weeks month months year years time approximately new present moment days "
    "day final claim claimed cost altogether overall down up off out away more another further additional because "
    "announce announced"
) | {*ONE_TO_TWELVE, *LOWER_WEEKDAYS}
_YEAR = re.compile(r"(?:19|20)\d\d")
_ADJECTIVES = ("-held", "-controlled", "-led", "-backed", "-run")
"""Endings that say whose a place is: "Islamic State-held Tabqa" is no name."""
_LOSING = frozenset({"lose", "lost", "driven", "lay", "laying"})
"""Verbs that come to another predicate: soldiers lost are killed."""
PREPOSITIONS = word_set("in on at by for from to with of as into during after before over since until than near")


class EventWords(NamedTuple):
    names: tuple[str, ...]
    owners: tuple[str, ...]
    words: tuple[str, ...]
    speakers: tuple[str, ...]


def event_words(
    words: Sequence[Word],
    question: str,
    after: int,
    counted: tuple[int, int],
    days: Sequence[DayReading],
    predicate: str | None,
) -> EventWords:
    """The names and words of the question that are neither the counted phrase nor its day."""
    dated = {index for index, word in enumerate(words) for day in days if day.span.start <= word.start < day.span.end}
    phrase = set(range(*counted))
    named, plain = _names_and_words(words, question, skip={after - 1, after - 2, *phrase, *dated}, predicate=predicate)
    owners, _ = _names_and_words(words, question, skip=set(range(len(words))) - phrase, predicate=None)
    sides = [word for side in sides_of(question) for word in side]
    speakers = () if sides else _speakers(question)
    plain = [word for word in plain if word not in (*sides, *speakers)]
    names = [name for name in dict.fromkeys([*owners, *named]) if not set(name.split()) & {*speakers, *sides}]
    return EventWords(tuple(names), tuple(owners), tuple(plain), speakers)


def _names_and_words(
    words: Sequence[Word], text: str, *, skip: set[int], predicate: str | None
) -> tuple[list[str], list[str]]:
    """Names (runs of capitalised words, lower case; "a|b" for "A (B)") and plain content words not in ``skip``."""
    named: list[str] = []
    plain: list[str] = []
    run_end = -2
    for index, word in enumerate(words):
        goes_on = word.capital and run_end == index - 1
        if (
            index in skip
            or (word.lower in FILLERS and not goes_on and not _opens_name(words, index))
            or len(word.lower) < 2
            or _YEAR.fullmatch(word.text)
        ):
            continue
        if not _is_name(words, index):
            said = predicate in (predicate_class(word.lower), verb_stem(word.lower)) or word.lower in _LOSING
            if predicate is None or not said:
                plain.append(word.lower)
            continue
        gap = text[words[index - 1].end : word.start] if index else ""
        joined = run_end == index - 1 and gap in (" ", " (") and not words[index - 1].lower.endswith(_ADJECTIVES)
        if joined and named and not _possessive(words[index - 1]) and not place_of(named[-1]):
            named[-1] += f"{'|' if '(' in gap else ' '}{word.lower}"
        else:
            named.append("united states" if word.text in ("US", "U.S.") else word.lower)
        run_end = index
    return list(dict.fromkeys(named)), list(dict.fromkeys(plain))


def _opens_name(words: Sequence[Word], index: int) -> bool:
    """ "New York" is no filler and a name."""
    return words[index].text == "New" and index + 1 < len(words) and words[index + 1].capital


def _is_name(words: Sequence[Word], index: int) -> bool:
    """Whether the word is written as a name; the first word of a question may be a plain one."""
    word = words[index]
    if index == 0:
        return word.capital and (place_of(word.lower) is not None or (len(words) > 1 and words[1].capital))
    return word.capital


def _possessive(word: Word) -> bool:
    return word.text.endswith(("'s", "’s", "'", "’"))


def _speakers(question: str) -> tuple[str, ...]:
    """The named source: "according to the World Health Organization", "did the ministry of X say"; else ()."""
    found = re.search(r"\baccording to (?:the |a |an )?(?P<who>[^?,.]+)", question, re.IGNORECASE)
    told = _DID_SAY.search(question)
    if found is None and told is not None:
        return tuple(word.lower for word in read_words(told["who"]) if word.lower not in FILLERS)
    who = read_words(found["who"]) if found else []
    return _last_name(who) or _described(who)


def _described(words: Sequence[Word]) -> tuple[str, ...]:
    """A source without a name: "the county hospital"; not "reports of July"."""
    end = next((index for index, word in enumerate(words) if word.lower in (*PREPOSITIONS, "and")), len(words))
    named = end > 0 and words[end - 1].lower in HEADS - {"report", "reports"}
    return tuple(word.lower for word in words[:end]) if named else ()


def _last_name(words: Sequence[Word]) -> tuple[str, ...]:
    """The last name of "UN relief chief Valerie Amos in May": not the words in front of a role, nor the day."""
    names: list[list[str]] = [[]]
    for word in words:
        if word.lower in (*LOWER_MONTHS, *LOWER_WEEKDAYS):
            break
        if word.capital and word.lower not in FILLERS:
            names[-1].append(word.lower)
        elif word.lower not in FILLERS:
            names.append([])
    return tuple(next((name for name in reversed(names) if name), []))
