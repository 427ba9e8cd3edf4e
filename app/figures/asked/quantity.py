"""What quantity a question asks for: counted noun, predicate, doer, days, and the words that tell its event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from app.figures.asked.counted import DEATHS, counted_words, joined_noun, without_deaths
from app.figures.asked.form import counting_form
from app.figures.asked.money import SAYS_ONLY_MONEY, MoneyAsked, money_asked
from app.figures.asked.sides import Side, sides_of
from app.figures.asked.verb import asked_predicate, doer_of, took_part
from app.figures.asked.window import days_asked, window
from app.figures.asked.words import event_words
from app.figures.events import UPHEAVAL
from app.figures.levels import LEVEL_NOUNS
from app.figures.predicates import driven_out, loss_of, predicate_class
from app.figures.reading.owners import SEATS
from app.figures.words import Word, read_words

_LEVEL = re.compile(
    r"\b(?:what|which|how (?:high|large|big|strong))\s+(?:(?:is|was|were|are)\s+)?(?:the\s+)?(?:[\w'’-]+\s+){0,2}?"
    rf"(?P<level>{LEVEL_NOUNS})\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow\s+(?:many|much|far)\b", re.IGNORECASE)
_WHAT_NUMBER = re.compile(
    r"\b(?:what|which)\s+(?:is|was|were|are|'s)?\s*(?:the\s+)?(?:\w+\s+){0,2}?"
    r"(?:death toll|toll|number|percentage|share|proportion|total)\b(?:\s+of\b)?",
    re.IGNORECASE,
)
_TOLD_BY_NOUNS = frozenset({"killed", "wounded", "displaced", "missing", "detained"})
_OWNED = re.compile(r"\b(?:have|own|keep|maintain|operate|lose|lost)\b(?!\s(?:been|killed)\b)", re.IGNORECASE)
"""Verbs whose subject owns the counted: "posts does Russia have" are Russian posts."""
_HAS_PART = re.compile(r"\b(?:have|has|had|with)\s(?:a|an)\s([a-z]{4,})\b")
_EARLIER = re.compile(
    r"\b(?:used? to|initially|previously|formerly|originally|at first|former|old)\b(?!\s(?:people|men|women))|"
    rf"\bbefore\s{UPHEAVAL}"
)
"""What asks for what used to be; old people are no former ones."""
_SHARE = re.compile(r"percentage|share|proportion", re.IGNORECASE)
Measure = Literal["count", "share", "amount", "money", "level"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A quantity that a question asks for.

    Attributes:
        counted: lower-case words of the counted noun phrase, head last; () for a bare "how much" or "toll".
        measure: "money"; "amount" of money or percent for a bare "how much"; "share" for percentages; "level"
            for what is read off ("turnout", "magnitude"); else "count".
        predicate: class or verb stem of what happened to it; None when the question names none.
        names: names of the question that tell its event, place or owner, lower case; ``owners`` are those of them
            that stand in the counted phrase ("Islamic State fighters").
        words: its other content words, lower case.
        first, last: the days it asks about, ISO, inclusive; None when it names none.
        earlier: it asks for what used to be.
        speakers: lower-case words of a named source ("according to …").
        doer: who did or has the counted ("National List" of "did the National List win"); None when not named.
        joined: the noun told with the counted one: "volunteers" of "staff and volunteers"; None for one noun.
        parts: what the counted is asked to have ("posts that have a helipad"), lower case.
        sides: the sources it compares; () for fewer than two.
    """

    text: str
    counted: tuple[str, ...]
    measure: Measure
    predicate: str | None
    names: tuple[str, ...]
    owners: tuple[str, ...]
    words: tuple[str, ...]
    first: str | None
    last: str | None
    earlier: bool
    speakers: tuple[str, ...]
    doer: str | None = None
    parts: tuple[str, ...] = ()
    joined: str | None = None
    sides: tuple[Side, ...] = ()

    @property
    def names_event(self) -> bool:
        """Whether it asks of something in particular: the dead of many events would answer "How many people died?"."""
        return bool(self.names or self.words or self.owners or self.first or self.speakers)

    @property
    def head(self) -> str | None:
        return self.counted[-1] if self.counted else None


@lru_cache(maxsize=256)
def read_asked(question: str, *, today: str | None = None) -> Asked | None:
    """The quantity that ``question`` asks for; None when it asks for none, or for one of no named thing.

    ``today`` anchors days without a year.
    """
    question = counting_form(question)
    money = money_asked(question)
    if money is not None:
        return _asked_money(question, money, today)
    opening = _HOW_MANY.search(question) or _WHAT_NUMBER.search(question)
    if opening is None or _LEVEL.search(question):
        level = _LEVEL.search(question)
        return _asked_level(question, level, today) if level else None
    words = read_words(question)
    after = next((index for index, word in enumerate(words) if word.start >= opening.end()), len(words))
    toll = "toll" in opening[0].lower()
    first, last = (after, after) if toll else counted_words(words, after)
    measure = _measure(opening[0], counted=toll or first < last)
    if measure is None:
        return None
    predicate = "killed" if toll else _predicate(words, first, last, measure)
    told = _told(question, words, after, (first, last), today, measure=measure, predicate=predicate)
    asked = replace(
        told,
        counted=("people",) if toll else without_deaths(words[first:last]),
        joined=joined_noun(words, last),
        parts=tuple(found[1].lower() for found in _HAS_PART.finditer(question)),
    )
    return asked if toll else _done_by(doer_of(words, last), asked)


def _done_by(doer: str | None, asked: Asked) -> Asked:
    """The question with who did it; who has or loses the counted owns it: "posts does Russia have" are Russian."""
    if doer is None or not _OWNED.search(asked.text):
        return replace(asked, doer=doer)
    owner = (SEATS.get(doer.lower()) or doer).lower()
    names = (name for name in asked.names if name != doer.lower())
    counted = (*owner.split(), *asked.counted)
    return replace(asked, doer=doer, counted=counted, names=(*names, owner), owners=(*asked.owners, owner))


def _predicate(words: Sequence[Word], first: int, last: int, measure: Measure) -> str | None:
    """What happened to the counted words ``[first, last)``: said by the verb, else by the noun, else that they are."""
    head = words[last - 1].lower if first < last else None
    if head in DEATHS:
        return DEATHS[head]
    if took_part(words, last):
        return None
    predicate = "killed" if head == "lives" else asked_predicate(words, last)
    if predicate in (None, "has") and measure == "count":
        predicate = _told_by_noun(words[first:last]) or predicate
    if predicate is None and measure == "count" and not any(word.lower.endswith("ed") for word in words[last:]):
        predicate = "has"
    behind = " ".join(word.text for word in words[last:]).partition(" driven")[2]
    return driven_out(predicate, behind) or loss_of(predicate, head)


def _told_by_noun(words: Sequence[Word]) -> str | None:
    """What the counted noun itself says happened: "how many dead", "how many displaced people"."""
    return next((kind for word in words if (kind := predicate_class(word.lower)) in _TOLD_BY_NOUNS), None)


def _asked_level(question: str, level: re.Match[str], today: str | None) -> Asked:
    """A level that is read off, not counted: "What was the turnout in …?"."""
    words = read_words(question)
    first = next(index for index, word in enumerate(words) if word.start >= level.start("level"))
    counted = (first, first + len(read_words(level["level"])))
    return _told(question, words, first, counted, today, measure="level")


def _asked_money(question: str, money: MoneyAsked, today: str | None) -> Asked:
    words = read_words(question)
    after = next((index for index, word in enumerate(words) if word.start >= money.end), len(words))
    asked = _told(question, words, after, (after, after), today, measure="money")
    return replace(
        asked, predicate=money.deed, words=tuple(word for word in asked.words if word not in SAYS_ONLY_MONEY)
    )


def _told(
    question: str,
    words: Sequence[Word],
    after: int,
    counted: tuple[int, int],
    today: str | None,
    *,
    measure: Measure,
    predicate: str | None = None,
) -> Asked:
    """What the question tells of its event.

    Args:
        after: the first word behind "how many".
        counted: the words ``[first, last)`` that name what is counted.
    """
    days = days_asked(question, today)
    event = event_words(words, question, after, counted, days, predicate)
    first_day, last_day = window(question, days)
    return Asked(
        text=question,
        counted=tuple(word.lower for word in words[slice(*counted)]),
        measure=measure,
        predicate=predicate,
        names=event.names,
        owners=event.owners,
        words=event.words,
        first=first_day,
        last=last_day,
        earlier=_EARLIER.search(question) is not None,
        speakers=event.speakers,
        sides=sides_of(question),
    )


def _measure(opening: str, *, counted: bool) -> Measure | None:
    if _SHARE.search(opening):
        return "share"
    if counted:
        return "count"
    return "amount" if "much" in opening.lower() else None
