"""What quantity a question asks for: counted noun, predicate, doer, days, and the words that tell its event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.figures.days import read_days
from app.figures.phrases import STOP
from app.figures.predicates import predicate_class, verb_stem
from app.figures.words import Word, read_words, word_set
from app.retrieval.demonyms import place_of

_HOW_MANY = re.compile(r"\bhow\s+(?:many|much|far|long|large|big|tall|high|deep|wide)\b", re.IGNORECASE)
_WHAT_NUMBER = re.compile(
    r"\b(?:what|which)\s+(?:is|was|were|are|'s)?\s*(?:the\s+)?(?:\w+\s+){0,2}?"
    r"(?P<noun>death toll|toll|number|percentage|share|proportion|population|total|amount|price|cost|size|rate)\b"
    r"(?:\s+of\b)?",
    re.IGNORECASE,
)
_FILLERS = word_set(
    "how many much what which who whom when where did does do is are was were has have had been be being will "
    "would can "
    "could of the a an in on at by for from to with and or near outside inside around about according between that "
    "there their its it his her as into during after before since until than this these those find found report "
    "reported "
    "say said says total number toll use used according each all own give given state stated put currently now get got"
)
_AUXILIARIES = word_set("did do does was were is are has have had been be will would can could")


@dataclass(frozen=True, slots=True)
class Asked:
    """A quantity that a question asks for.

    Attributes:
        counted: lower-case words of the counted noun phrase, head last; () for a bare "how much" or "toll".
        predicate: class or verb stem of what happened to it; None when the question names none.
        names: names of the question that tell its event, place or owner, lower case; ``owners`` are those of them
            that stand in the counted phrase ("Islamic State fighters").
        words: its other content words, lower case.
        first, last: the days it asks about, ISO, inclusive; None when it names none.
        earlier: it asks for what used to be.
        speakers: lower-case words of a named source ("according to …").
    """

    text: str
    counted: tuple[str, ...]
    predicate: str | None
    names: tuple[str, ...]
    owners: tuple[str, ...]
    words: tuple[str, ...]
    first: str | None
    last: str | None
    earlier: bool
    speakers: tuple[str, ...]

    @property
    def head(self) -> str | None:
        return self.counted[-1] if self.counted else None


def read_asked(question: str, *, today: str | None = None) -> Asked | None:
    """The quantity that ``question`` asks for; None when it asks for none. ``today`` anchors days without a year."""
    opening = _HOW_MANY.search(question) or _WHAT_NUMBER.search(question)
    if opening is None:
        return None
    words = read_words(question)
    after = next((index for index, word in enumerate(words) if word.start >= opening.end()), len(words))
    toll = "toll" in opening[0].lower()
    first, last = (after, after) if toll else _counted_words(words, after)
    predicate = "killed" if toll else _predicate(words, last)
    days = read_days(question, date.fromisoformat(today[:10]) if today else None)
    dated = {index for index, word in enumerate(words) for day in days if day.span.start <= word.start < day.span.end}
    speakers = _speakers(question)
    around = {*range(after - (0 if toll else 2), after), *range(first, last), *dated}
    named, plain = _event_words(words, question, skip=around, predicate=predicate)
    owners, _ = _event_words(words, question, skip=set(range(len(words))) - set(range(first, last)), predicate=None)
    return Asked(
        text=question,
        counted=("people",) if toll else tuple(word.lower for word in words[first:last]),
        predicate=predicate,
        names=tuple(name for name in _unique([*owners, *named]) if not set(name.split()) & set(speakers)),
        owners=tuple(owners),
        words=tuple(plain),
        first=min(day.first for day in days).isoformat() if days else None,
        last=max(day.last for day in days).isoformat() if days else None,
        earlier=re.search(r"\b(?:used? to|initially|previously|formerly|originally|at first)\b", question) is not None,
        speakers=speakers,
    )


def _counted_words(words: Sequence[Word], after: int) -> tuple[int, int]:
    first = after
    while first < len(words) and words[first].lower in ("of", "the", "more", "other", "in", "total"):
        first += 1
    last = first
    while last < len(words) and last - first < 6 and words[last].lower not in STOP:
        word = words[last]
        if last > first and predicate_class(word.lower) and not word.capital and not word.lower.endswith("s"):
            break
        last += 1
        if re.search(r"[^s]s$|^(?:people|children|women|men|aircraft|personnel)$", word.lower) and not word.capital:
            break
    return first, last


def _predicate(words: Sequence[Word], after: int) -> str | None:
    """The main verb: casualties win ("find had been killed"), then the verb after "did", then the first verb."""
    rest = words[after:]
    classes = [(index, kind) for index, word in enumerate(rest) if (kind := predicate_class(word.lower))]
    for _, kind in classes:
        if kind in ("killed", "wounded"):
            return kind
    did = next((index for index, word in enumerate(rest) if word.lower in ("did", "do", "does")), None)
    if did is not None:
        bare = [kind for index, kind in classes if index > did + 1 and not rest[index].capital]
        return bare[0] if bare else _unknown_verb(rest[did + 1 :])
    real = [kind for index, kind in classes if kind != "has"]
    if real:
        return real[0]
    if rest and rest[0].lower in ("are", "is", "were", "was"):
        participle = next((word for word in rest[1:3] if word.lower.endswith("ed")), None)
        return verb_stem(participle.lower) if participle else "has"
    return classes[0][1] if classes else _unknown_verb(rest[:2])


def _unknown_verb(rest: Sequence[Word]) -> str | None:
    """The last bare lower-case word of the clause ("… area stretch"), as a stem."""
    plain = [word for word in rest if not word.capital and word.lower not in _FILLERS and word.lower.isalpha()]
    return verb_stem(plain[-1].lower) if plain else None


def _event_words(
    words: Sequence[Word], text: str, *, skip: set[int], predicate: str | None
) -> tuple[list[str], list[str]]:
    """Names (runs of capitalised words, lower case) and plain content words that are not in ``skip``."""
    named: list[str] = []
    plain: list[str] = []
    run_end = -1
    for index, word in enumerate(words):
        if index in skip or word.lower in _FILLERS or len(word.lower) < 2:
            continue
        if word.capital and index > 0:
            goes_on = (
                run_end == index - 1
                and text[words[index - 1].end : word.start] == " "
                and not _possessive(words[index - 1])
            )
            if goes_on and named and not place_of(named[-1]):
                named[-1] += f" {word.lower}"
            else:
                named.append(word.lower)
            run_end = index
        elif not _is_verb_of(word.lower, predicate):
            plain.append(word.lower)
    return _unique(named), _unique(plain)


def _possessive(word: Word) -> bool:
    return word.text.endswith(("'s", "’s", "'", "’"))


def _is_verb_of(word: str, predicate: str | None) -> bool:
    return predicate is not None and predicate in (predicate_class(word), verb_stem(word))


def _speakers(question: str) -> tuple[str, ...]:
    """The named source: "according to the World Health Organization"; () for "according to a new study"."""
    found = re.search(r"\baccording to (?:the |a |an )?(?P<who>[^?,.]+)", question, re.IGNORECASE)
    words = read_words(found["who"]) if found else []
    return tuple(word.lower for word in words if word.capital and word.lower not in _FILLERS)


def _unique(items: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(items))
