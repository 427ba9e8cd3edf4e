"""What quantity a question asks for: counted noun, predicate, doer, days, and the words that tell its event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from app.figures.days import DayReading, read_days
from app.figures.levels import LEVEL_NOUNS
from app.figures.owners import SEATS
from app.figures.phrases import STOP
from app.figures.predicates import is_irregular_past, loss_of, predicate_class, verb_stem
from app.figures.words import Word, read_words, word_set
from app.retrieval.demonyms import place_of

_MISTYPED = re.compile(r"\bh(?:o?w|wo)\s+(?:many|mny|mnay|mayn|amny|maany|manny)\b", re.IGNORECASE)
_ASKED_LAST = re.compile(r"^\W*(?P<what>[^:?]{3,}?)\s*[:,–-]\s*how many\W*$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"^\W*(?:please\s)?(?:(?:give|tell|show)\s(?:me|us)\s)?(?:the\s)?(?:total\s|current\s|exact\s|latest\s)?"
    r"(?:number|count)\s+of\b(?:\sthe\b)?",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:what|which|how (?:high|large|big|strong))\s+(?:(?:is|was|were|are)\s+)?(?:the\s+)?(?:[\w'’-]+\s+){0,2}?"
    rf"(?P<level>{LEVEL_NOUNS})\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from|after)\s(?:the\s)?(?:(?:beginning|start|end)\sof\s)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:by|until|till|before|up to)\s(?:the\s)?(?:(?:beginning|start|end)\sof\s)?$", re.IGNORECASE)
_FIRST_DAY, _LAST_DAY = "1900-01-01", "2999-01-01"
_HOW_MANY = re.compile(r"\bhow\s+(?:many|much|far)\b", re.IGNORECASE)
_WHAT_NUMBER = re.compile(
    r"\b(?:what|which)\s+(?:is|was|were|are|'s)?\s*(?:the\s+)?(?:\w+\s+){0,2}?"
    r"(?:death toll|toll|number|percentage|share|proportion|total)\b(?:\s+of\b)?",
    re.IGNORECASE,
)
_DID_SAY = re.compile(
    r"\b(?:did|does|do)\s(?:the\s|a\s|an\s)?(?P<who>(?:[\w.'’-]+\s){1,6}?)(?:say|claim|report|announce|put|give|find|record|count|estimate|document|list)\b"
)
_OWNED = re.compile(r"\b(?:have|own|keep|maintain|operate|lose|lost)\b(?!\s(?:been|killed)\b)", re.IGNORECASE)
"""Verbs whose subject owns the counted: "posts does Russia have" are Russian posts."""
_SHARE = re.compile(r"percentage|share|proportion", re.IGNORECASE)
_FILLERS = word_set(
    "how many much what which who whom when where did does do is are was were has have had been be being will "
    "would can "
    "could of the a an in on at by for from to with and or near outside inside around about according between that "
    "there their its it his her as into during after before since until than this these those find found report "
    "reported "
    "say said says total number toll use used according each all own give given state stated put currently now "
    "get got he she they it we you one two three four five six seven eight nine ten this next last past week weeks "
    "month months year years time monday tuesday wednesday thursday friday saturday sunday approximately around "
    "about new"
)
_PREPOSITIONS = word_set("in on at by for from to with of as into during after before over since until than near")
_PRONOUNS = word_set("he she it they we you i")


Measure = Literal["count", "share", "amount", "level"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A quantity that a question asks for.

    Attributes:
        counted: lower-case words of the counted noun phrase, head last; () for a bare "how much" or "toll".
        measure: "amount" of money or percent for a bare "how much", "share" for percentages, "level"
            for what is read off ("turnout", "magnitude"), else "count".
        predicate: class or verb stem of what happened to it; None when the question names none.
        names: names of the question that tell its event, place or owner, lower case; ``owners`` are those of them
            that stand in the counted phrase ("Islamic State fighters").
        words: its other content words, lower case.
        first, last: the days it asks about, ISO, inclusive; None when it names none.
        earlier: it asks for what used to be.
        speakers: lower-case words of a named source ("according to …").
        doer: who did or has the counted ("National List" of "did the National List win"); None when not named.
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

    @property
    def head(self) -> str | None:
        return self.counted[-1] if self.counted else None


def read_asked(question: str, *, today: str | None = None) -> Asked | None:
    """The quantity that ``question`` asks for; None when it asks for none, or for one of no named thing.

    ``today`` anchors days without a year.
    """
    question = counting_form(question)
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
    doer = None if toll else _doer(words, last)
    predicate = "killed" if toll else _predicate(words, last)
    if predicate is None and measure == "count" and not any(word.lower.endswith("ed") for word in words[last:]):
        predicate = "has"
    predicate = loss_of(predicate, words[last - 1].lower if first < last else None)
    days = read_days(question, date.fromisoformat(today[:10]) if today else None)
    event = _event(words, question, after, (first, last), days, predicate)
    first_day, last_day = _window(question, days)
    owners = tuple((SEATS.get(doer.lower()) or doer).lower().split()) if doer and _OWNED.search(question) else ()
    event = event._replace(names=tuple(name for name in event.names if not (owners and name == (doer or "").lower())))
    return Asked(
        text=question,
        counted=("people",) if toll else (*owners, *(word.lower for word in words[first:last])),
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
    )


def counting_form(question: str) -> str:
    """``question`` with "how many" in front of what it counts: "number of posts", "posts: how many?", "hw many"."""
    question = _MISTYPED.sub("how many", question)
    last = _ASKED_LAST.match(question)
    return f"How many {last['what']}?" if last else _NUMBER_OF.sub("How many", question)


def _asked_level(question: str, level: re.Match[str], today: str | None) -> Asked:
    """A level that is read off, not counted: "What was the turnout in …?"."""
    words = read_words(question)
    first = next(index for index, word in enumerate(words) if word.start >= level.start("level"))
    counted = (first, first + len(read_words(level["level"])))
    days = read_days(question, date.fromisoformat(today[:10]) if today else None)
    event = _event(words, question, counted[0], counted, days, None)
    first_day, last_day = _window(question, days)
    return Asked(
        text=question,
        counted=tuple(word.lower for word in words[slice(*counted)]),
        measure="level",
        predicate=None,
        names=event.names,
        owners=event.owners,
        words=event.words,
        first=first_day,
        last=last_day,
        earlier=_asks_earlier(question),
        speakers=event.speakers,
    )


def _asks_earlier(question: str) -> bool:
    return re.search(r"\b(?:used? to|initially|previously|formerly|originally|at first)\b", question) is not None


def _window(question: str, days: Sequence[DayReading]) -> tuple[str | None, str | None]:
    """The days asked about; "since December" has no end and "by March" no beginning."""
    if not days:
        year = re.search(r"\b(?:19|20)\d\d\b", question)
        return (f"{year[0]}-01-01", f"{year[0]}-12-31") if year else (None, None)
    first, last = min(day.first for day in days).isoformat(), max(day.last for day in days).isoformat()
    before = question[: min(day.span.start for day in days)]
    if len(days) == 1 and _SINCE.search(before):
        return first, _LAST_DAY
    return (_FIRST_DAY, last) if len(days) == 1 and _UNTIL.search(before) else (first, last)


def _measure(opening: str, *, counted: bool) -> Measure | None:
    if _SHARE.search(opening):
        return "share"
    if counted:
        return "count"
    return "amount" if "much" in opening.lower() else None


def _counted_words(words: Sequence[Word], after: int) -> tuple[int, int]:
    first = after
    while first < len(words) and words[first].lower in ("of", "the", "more", "other"):
        first += 1
    last = first
    while last < len(words) and last - first < 6 and words[last].lower not in STOP:
        word = words[last]
        if last > first and predicate_class(word.lower) and not word.capital and not word.lower.endswith("s"):
            break
        last += 1
        if re.search(r"[^s]s$|^(?:people|children|women|men|aircraft|personnel)$", word.lower) and not word.capital:
            if (
                last < len(words)
                and re.fullmatch(r"[a-z]{3,}[^s]s", words[last].text)
                and words[last].lower not in STOP
            ):
                continue
            break
    return first, last


def _predicate(words: Sequence[Word], after: int) -> str | None:
    """The main verb: casualties win ("find had been killed"), then the verb after "did", then the first verb.

    None where the quantity ends its clause ("moved to how many seconds"): the verb is then no help.
    """
    rest = words[after:]
    classes = [(index, kind) for index, word in enumerate(rest) if (kind := predicate_class(word.lower))]
    for index, kind in classes:
        if kind in ("killed", "wounded", "executed") and not _is_named_deed(rest, index):
            return kind
    did = next((index for index, word in enumerate(rest) if word.lower in ("did", "do", "does", "will", "would")), None)
    if did is not None:
        bare = [kind for index, kind in classes if index > did + 1 and not rest[index].capital]
        return bare[0] if bare else _unknown_verb(rest[did + 1 :])
    if rest and rest[0].lower in _PREPOSITIONS:
        return _participle(rest)
    return None if not rest else _first_verb(rest, classes)


def _doer(words: Sequence[Word], after: int) -> str | None:
    """The name between the auxiliary and the verb: "(how many seats did the) National List (win)"."""
    rest = words[after:]
    if not rest or rest[0].lower not in ("did", "do", "does", "has", "have", "had"):
        return None
    names = [word for word in rest[1:] if word.lower != "the"]
    run = next((index for index, word in enumerate(names) if not word.capital), len(names))
    return " ".join(word.text for word in names[:run]) or None


def _is_named_deed(rest: Sequence[Word], index: int) -> bool:
    """Whether the word names another deed: "(strike) in response to the killing of its soldiers"."""
    return rest[index].lower.endswith("ing") and index > 0 and rest[index - 1].lower == "the"


def _participle(rest: Sequence[Word]) -> str | None:
    """The verb behind a place: "(how many clinics) in the north have stopped work"."""
    for index, word in enumerate(rest):
        if word.lower in ("have", "has", "were", "was", "had"):
            following = next((one.lower for one in rest[index + 1 : index + 3] if one.lower.endswith("ed")), None)
            return (predicate_class(following) or verb_stem(following)) if following else None
    return None


def _first_verb(rest: Sequence[Word], classes: Sequence[tuple[int, str]]) -> str | None:
    """The verb of "(how many posts) are in Idlib", "(how many people) were arrested"."""
    real = [kind for index, kind in classes if kind != "has" and not rest[index].capital]
    if real:
        return real[0]
    if rest[0].lower in ("are", "is", "were", "was"):
        participle = next((word for word in rest[1:3] if _is_past(word)), None)
        return verb_stem(participle.lower) if participle else "has"
    if rest[0].lower in ("had", "have") and len(rest) > 2 and rest[1].lower == "been" and _is_past(rest[2]):
        return verb_stem(rest[2].lower)
    if rest[0].lower.endswith("ed"):
        return verb_stem(rest[0].lower)
    return classes[0][1] if classes else None


def _is_past(word: Word) -> bool:
    return word.lower.endswith("ed") or is_irregular_past(word.lower)


def _unknown_verb(rest: Sequence[Word]) -> str | None:
    """The verb of "(did) he play …" or "(did) the area stretch", as a stem."""
    end = next((index for index, word in enumerate(rest) if index and word.lower in _PREPOSITIONS - {"of"}), len(rest))
    plain = [word for word in rest[:end] if not word.capital and word.lower not in _FILLERS and word.lower.isalpha()]
    named = bool(rest) and (rest[0].capital or rest[0].lower in _PRONOUNS)
    return verb_stem(plain[0 if named else -1].lower) if plain else None


class _EventWords(NamedTuple):
    names: tuple[str, ...]
    owners: tuple[str, ...]
    words: tuple[str, ...]
    speakers: tuple[str, ...]


def _event(
    words: Sequence[Word],
    question: str,
    after: int,
    counted: tuple[int, int],
    days: Sequence[DayReading],
    predicate: str | None,
) -> _EventWords:
    """The names and words of the question that are neither the counted phrase nor its day."""
    dated = {index for index, word in enumerate(words) for day in days if day.span.start <= word.start < day.span.end}
    phrase = set(range(*counted))
    named, plain = _names_and_words(words, question, skip={after - 1, after - 2, *phrase, *dated}, predicate=predicate)
    owners, _ = _names_and_words(words, question, skip=set(range(len(words))) - phrase, predicate=None)
    speakers = _speakers(question)
    names = [name for name in dict.fromkeys([*owners, *named]) if not set(name.split()) & set(speakers)]
    return _EventWords(tuple(names), tuple(owners), tuple(plain), speakers)


def _names_and_words(
    words: Sequence[Word], text: str, *, skip: set[int], predicate: str | None
) -> tuple[list[str], list[str]]:
    """Names (runs of capitalised words, lower case) and plain content words that are not in ``skip``."""
    named: list[str] = []
    plain: list[str] = []
    run_end = -1
    for index, word in enumerate(words):
        if index in skip or word.lower in _FILLERS or len(word.lower) < 2:
            continue
        if not _is_name(words, index):
            if predicate not in (predicate_class(word.lower), verb_stem(word.lower)) or predicate is None:
                plain.append(word.lower)
            continue
        joined = run_end == index - 1 and text[words[index - 1].end : word.start] == " "
        if joined and named and not _possessive(words[index - 1]) and not place_of(named[-1]):
            named[-1] += f" {word.lower}"
        else:
            named.append(word.lower)
        run_end = index
    return list(dict.fromkeys(named)), list(dict.fromkeys(plain))


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
        return tuple(word.lower for word in read_words(told["who"]) if word.lower not in _FILLERS)
    words = read_words(found["who"]) if found else []
    return tuple(word.lower for word in words if word.capital and word.lower not in _FILLERS)
