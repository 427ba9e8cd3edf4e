"""What a question asks for and which of its words an answer has to be near; no model, no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.answering.reading.asking import NAME_OF, Asked, asked_of, asking_sentence, asking_word
from app.answering.reading.lexicon import AUXILIARIES, Kind
from app.answering.reading.words import Word, stem, words_of
from app.english import MONTHS, WEEKDAYS
from app.figures.asked.money import money_asked
from app.figures.asked.quantity import read_asked
from app.figures.reading.currencies import currencies_in
from app.retrieval.times import is_about_now

_MONEY = re.compile(
    r"\b(?:money|costs?|prices?|amount|value|fine|debt|pay|paid|salary|wage|fee|worth|budget|spend|spent)\b|[$£€]"
)
_SHARE = re.compile(r"\b(?:percent|percentage|proportion|share|rate|increased?|dropped|fell|fallen|risen|rose)\b")
_AGE = re.compile(r"\b(?:how old|what age|age)\b", re.IGNORECASE)
_MEASURED = re.compile(r"\bhow\s+(long|far|high|tall|deep|wide|heavy|fast|hot|warm|cold)\b", re.IGNORECASE)
_TIMES_AND_CHANGES = (
    (re.compile(r"\bhow much time\b", re.IGNORECASE), "time"),
    (re.compile(r"\bby how much\b", re.IGNORECASE), "change"),
    (
        re.compile(
            r"\bhow long\b.*\b(?:t[ao]ken?|took|last(?:ed)?|stay(?:ed)?|served?|wait(?:ed)?|been)\b", re.IGNORECASE
        ),
        "time",
    ),
)
_MUCH_OF = (
    (re.compile(r"\bhow much (?:did|does|do|has|have|had|will|would|was|were|is|are)\b", re.IGNORECASE), "amount"),
    (
        re.compile(
            r"\bhow much (?!(?:of|more|less|people|(?:old|long|high|low|bigg|larg|fast|furth|cheap)e?r)\b)[a-z]",
            re.IGNORECASE,
        ),
        "stuff",
    ),
    (re.compile(r"\bhow (?:large|big)\b", re.IGNORECASE), "area"),
)
_EXTENTS = {
    "altitude": "high", "height": "high", "depth": "deep", "distance": "far", "length": "long", "width": "wide",
    "weight": "heavy", "speed": "fast",
}  # fmt: skip
_EXTENT = re.compile(
    rf"\b(?:at\swhat|what(?:\s(?:is|was|are|were)|['’]s)\s(?:the|its|their))\s(?:\w+\s)?(?P<extent>{'|'.join(_EXTENTS)})\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\bhow much\b.*\b(?:money|cost|costs|pay|paid|price|worth|spend|spent)\b"
    r"|\bwhat\s+(?:is|was|were|are)\s+the\s+(?:\w+\s+)?(?:wage|salary|price|fee|fine)\b"
    r"|\bwhat\s+(?:do|does|did|will|would)\b.*\bcost\b",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"\bwho\s+(?:(?:was|were|has|have|had|also|first)\s+)*(?P<verb>[a-z]+)\b", re.IGNORECASE)
_NO_DEEDS = frozenset({*AUXILIARIES, "said", "says", "told", "tells", "informed", "reported", "announced", "stated"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS, "Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"})
_TAKEN_FOR_GRANTED = frozenset({"@united states"})
"""News of the United States does not name them."""
_NAME_WEIGHT, _FIGURE_WEIGHT, _CATEGORY_WEIGHT, _CONTEXT_SHARE = 1.5, 1.3, 0.3, 0.6


@dataclass(frozen=True, slots=True)
class Focus:
    """A question read for answering.

    Attributes:
        ask: the sentence of the question that asks; the others are context.
        kind: what the answer has to be.
        category: the noun asked for after "which" or "what" ("actor"); None when there is none.
        counted: stems of the noun phrase after "how many", its last noun last.
        weights: every content stem of the question and how much it matters, before rarity is known.
        stems: all stems of the question, function words included.
        names: stems of its capitalised words and of its places.
        required: names that an answer cannot do without: those of the asking sentence outside "which … company".
        years: years it names.
        deed: stem of what somebody did, in "who commanded …"; None for saying, being and other questions.
        named_thing: stems of the noun in "the name of the bride"; an answer has to speak of it.
        about_now: it asks about what just happened ("this week").
        wants_money, wants_share, wants_age: which sort of number is asked for.
        asked_phrase: the noun phrase after "which" or "what", without names ("home goods chain"); None without one.
        asking: the question word that asks, lower case; None when none does.
        measure: the word after "how" that asks for a measure ("long", "heavy"), "time" for how long something took,
            "money" for a price, "amount" for a bare "how much", "stuff" for "how much
            water", "area", which may have no unit, for "how large", "change" for "by how much"; None for others.
    """

    text: str
    ask: str
    kind: Kind
    category: str | None = None
    counted: tuple[str, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    deed: str | None = None
    named_thing: frozenset[str] = frozenset()
    about_now: bool = False
    wants_money: bool = False
    wants_share: bool = False
    wants_age: bool = False
    measure: str | None = None
    asked_phrase: str | None = None
    asking: str | None = None


def focus_of(question: str) -> Focus:
    """Read a question, of one sentence or several."""
    ask = asking_sentence(question)
    money = bool(_PRICED.search(ask) or money_asked(ask))
    kind, category, phrase = Asked("number") if money or _EXTENT.search(ask) else asked_of(ask)
    lower = ask.lower()
    words = words_of(question)
    return Focus(
        text=question,
        ask=ask,
        kind=kind,
        category=category,
        counted=_counted(ask) if kind == "number" else (),
        weights=_weights(words, {word.stem for word in words_of(ask)}, category),
        stems=frozenset(word.stem for word in words),
        names=frozenset(word.stem for word in words if _is_name(word)),
        required=_required(ask, category),
        years=frozenset(_YEAR.findall(question)),
        deed=_deed(ask) if kind == "person" else None,
        named_thing=_named_thing(ask),
        about_now=is_about_now(question),
        wants_money=kind == "number" and bool(money or _MONEY.search(lower) or currencies_in(ask)),
        wants_share=kind == "number" and bool(_SHARE.search(lower)),
        wants_age=kind == "number" and bool(_AGE.search(lower)),
        measure=_measure(ask) if kind == "number" else None,
        asked_phrase=phrase,
        asking=asked.group().lower() if (asked := asking_word(ask)) else None,
    )


def _measure(ask: str) -> str | None:
    measured, extent = _MEASURED.search(ask), _EXTENT.search(ask)
    measure = next((name for asks, name in _TIMES_AND_CHANGES if asks.search(ask)), None)
    if measure or measured or extent:
        return measure or (measured[1].lower() if measured else _EXTENTS[extent["extent"].lower()] if extent else None)
    if _PRICED.search(ask) or money_asked(ask):
        return "money"
    return next((name for asks, name in _MUCH_OF if asks.search(ask)), None)


def _counted(ask: str) -> tuple[str, ...]:
    asked = read_asked(ask)
    counts = asked is not None and asked.measure == "count" and asked.head not in ("money", "time")
    return tuple(map(stem, asked.counted)) if asked and counts else ()


def _required(ask: str, category: str | None) -> frozenset[str]:
    words = words_of(ask)
    names = {word.stem: word.start for word in words if _is_name(word) and _is_plain(word)}
    asked = asking_word(ask)
    if asked and category:
        end = ask.lower().find(category, asked.end())
        names = {name: start for name, start in names.items() if not asked.end() <= start < end}
    return frozenset(names) - _TAKEN_FOR_GRANTED


def _is_plain(word: Word) -> bool:
    """Not a day, and not half a name only: "Kurdish-controlled"."""
    return word.text not in _CALENDAR and not re.search(r"-[a-z]", word.text)


def _deed(ask: str) -> str | None:
    match = _WHO_DID.search(ask)
    return stem(match.group("verb")) if match and match.group("verb").lower() not in _NO_DEEDS else None


def _named_thing(ask: str) -> frozenset[str]:
    match = NAME_OF.search(ask)
    stems: list[str] = []
    for word in words_of(match.group("noun")) if match else ():
        if not word.is_content or word.text.endswith("ed") or word.text in ("found", "held", "shot", "born"):
            break
        stems.append(word.stem)
    return frozenset(stems[-1:])


def _is_name(word: Word) -> bool:
    return word.is_content and (word.stem.startswith("@") or (word.is_capitalised and word.start > 0))


def _weights(words: tuple[Word, ...], asked: set[str], category: str | None) -> dict[str, float]:
    category_stem = stem(category) if category else None
    weights: dict[str, float] = {}
    for word in words:
        if not word.is_content or (len(word.stem) < 2 and not word.stem.isdigit()):
            continue
        weight = 1.0
        if _is_name(word):
            weight = _NAME_WEIGHT
        elif word.text[0].isdigit():
            weight = _FIGURE_WEIGHT
        if word.stem == category_stem:
            weight = _CATEGORY_WEIGHT
        if word.stem not in asked:
            weight *= _CONTEXT_SHARE
        weights[word.stem] = max(weights.get(word.stem, 0.0), weight)
    return weights
