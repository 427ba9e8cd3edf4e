"""What quantity a question asks for: counted noun, predicate, doer, days, and the words that tell its event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from app.figures.asked.form import counting_form
from app.figures.asked.money import SAYS_ONLY_MONEY, MoneyAsked, money_asked
from app.figures.asked.sides import Side, sides_of
from app.figures.asked.verb import asked_predicate, doer_of, took_part
from app.figures.asked.window import days_asked, window
from app.figures.asked.words import event_words
from app.figures.levels import LEVEL_NOUNS
from app.figures.nouns import are_persons
from app.figures.predicates import driven_out, loss_of, predicate_class
from app.figures.reading.owners import SEATS
from app.figures.reading.phrases import is_stop
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
_STANDS_ALONE = frozenset({"dead", "killed", "displaced", "wounded", "injured", "missing", "uprooted", "homeless"})
"""What people who are counted may be called without a noun: "how many displaced in …"."""
_DEATHS = {"deaths": "killed", "fatalities": "killed", "casualties": "killed", "injuries": "wounded"}
"""Heads that say what happened, whatever the verb: "civilian deaths acknowledged" are civilians killed."""
_OWNED = re.compile(r"\b(?:have|own|keep|maintain|operate|lose|lost)\b(?!\s(?:been|killed)\b)", re.IGNORECASE)
"""Verbs whose subject owns the counted: "posts does Russia have" are Russian posts."""
_HAS_PART = re.compile(r"\b(?:have|has|had|with)\s(?:a|an)\s([a-z]{4,})\b")
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
    first, last = (after, after) if toll else _counted_words(words, after)
    measure = _measure(opening[0], counted=toll or first < last)
    if measure is None:
        return None
    doer = None if toll else doer_of(words, last)
    predicate = "killed" if toll else _predicate(words, first, last, measure)
    days = days_asked(question, today)
    event = event_words(words, question, after, (first, last), days, predicate)
    first_day, last_day = window(question, days)
    owners = tuple((SEATS.get(doer.lower()) or doer).lower().split()) if doer and _OWNED.search(question) else ()
    event = event._replace(names=tuple(name for name in event.names if not (owners and name == (doer or "").lower())))
    return Asked(
        text=question,
        counted=("people",) if toll else (*owners, *_counted(words[first:last])),
        measure=measure,
        predicate=predicate,
        names=(*event.names, *([" ".join(owners)] if owners else [])),
        owners=(*event.owners, *([" ".join(owners)] if owners else [])),
        words=event.words,
        first=first_day,
        last=last_day,
        earlier=_asks_earlier(question),
        speakers=event.speakers,
        doer=doer,
        joined=_joined_noun(words, last),
        sides=sides_of(question),
        parts=tuple(found[1].lower() for found in _HAS_PART.finditer(question)),
    )


def _counted(phrase: Sequence[Word]) -> list[str]:
    """The words of the counted phrase, without a head that only says what happened to them."""
    words = [word.lower for word in phrase]
    return words[:-1] if len(words) > 1 and words[-1] in _DEATHS and are_persons(words[-2]) else words


def _predicate(words: Sequence[Word], first: int, last: int, measure: Measure) -> str | None:
    """What happened to the counted words ``[first, last)``: said by the verb, else by the noun, else that they are."""
    head = words[last - 1].lower if first < last else None
    if head in _DEATHS:
        return _DEATHS[head]
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
    return _uncounted(question, words, (first, first + len(read_words(level["level"]))), today, measure="level")


def _asked_money(question: str, money: MoneyAsked, today: str | None) -> Asked:
    words = read_words(question)
    after = next((index for index, word in enumerate(words) if word.start >= money.end), len(words))
    asked = _uncounted(question, words, (after, after), today, measure="money")
    return replace(
        asked, predicate=money.deed, words=tuple(word for word in asked.words if word not in SAYS_ONLY_MONEY)
    )


def _uncounted(
    question: str, words: Sequence[Word], counted: tuple[int, int], today: str | None, *, measure: Measure
) -> Asked:
    """What is told as a number without a noun; ``counted`` are the words that name it."""
    days = days_asked(question, today)
    event = event_words(words, question, counted[0], counted, days, None)
    first_day, last_day = window(question, days)
    return Asked(
        text=question,
        counted=tuple(word.lower for word in words[slice(*counted)]),
        measure=measure,
        predicate=None,
        names=event.names,
        owners=event.owners,
        words=event.words,
        first=first_day,
        last=last_day,
        earlier=_asks_earlier(question),
        speakers=event.speakers,
        sides=sides_of(question),
    )


def _asks_earlier(question: str) -> bool:
    return (
        re.search(
            r"\b(?:used? to|initially|previously|formerly|originally|at first|former|old)\b(?!\s(?:people|men|women))",
            question,
        )
        is not None
    )


def _measure(opening: str, *, counted: bool) -> Measure | None:
    if _SHARE.search(opening):
        return "share"
    if counted:
        return "count"
    return "amount" if "much" in opening.lower() else None


def _joined_noun(words: Sequence[Word], last: int) -> str | None:
    """The plural that "and" joins to the counted phrase ending before word ``last``: "staff and volunteers"."""
    following = words[last : last + 3]
    joined = [word.lower for word in following[:1]] == ["and"] and len(following) > 1
    plural = next((word for word in following[1:] if word.lower.endswith("s")), None) if joined else None
    return plural.lower if plural is not None else None


def _counted_words(words: Sequence[Word], after: int) -> tuple[int, int]:
    first = after
    while first < len(words) and words[first].lower in ("of", "the", "more", "other", "its", "their", "own"):
        first += 1
    last = first
    while last < len(words) and last - first < 6 and not is_stop(words[last]):
        word = words[last]
        if last > first and word.start - words[last - 1].end > 1:
            break
        if last == first + 1 and words[first].lower in _STANDS_ALONE and not word.lower.endswith(("s", "people")):
            break
        if last > first and predicate_class(word.lower) and not word.capital and not word.lower.endswith("s"):
            break
        last += 1
        if re.search(r"[^s]s$|^(?:people|children|women|men|aircraft|personnel)$", word.lower) and not word.capital:
            if last < len(words) and re.fullmatch(r"[a-z]{3,}[^s]s", words[last].text) and not is_stop(words[last]):
                continue
            break
    return first, last
