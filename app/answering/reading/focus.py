"""What a question asks for and which of its words an answer has to be near; no model, no I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.answering.reading.lexicon import AUXILIARIES, MONTHS, WEEKDAYS, Kind, kind_of_category
from app.answering.reading.words import Word, stem, words_of
from app.retrieval.times import is_about_now

_SENTENCE_BREAK = re.compile(r"(?<=[.!?:])\s+(?=[A-Z“\"‘'])")
_ASKS = re.compile(r"\b(?:who|whom|whose|which|what|when|where|why|how)\b", re.IGNORECASE)
_HOW_NUMBER = re.compile(
    r"\bhow\s+(?:many|much|old|long|far|high|big|tall|often|large|deep|heavy|fast|wide|hot|cold)\b", re.IGNORECASE
)
_WHAT_NUMBER = re.compile(
    r"\b(?:what|which)(?:\s+(?:is|was|are|were))?(?:\s+the)?(?:\s+\w+){0,2}\s+"
    r"(?:percent|percentage|proportion|share|age|amount|price|number|magnitude|toll|rate|cost|limit|value|score|total|wage|salary|fee|sum|speed|height|depth|length|weight|"
    r"temperature)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:money|costs?|prices?|amount|value|fine|debt|pay|paid|salary|wage|fee|worth|budget|spend|spent)\b|[$£€]"
)
_SHARE = re.compile(r"\b(?:percent|percentage|proportion|share|rate|increased?|dropped|fell|fallen|risen|rose)\b")
_AGE = re.compile(r"\b(?:how old|what age|age)\b", re.IGNORECASE)
_MEASURED = re.compile(r"\bhow\s+(long|far|high|tall|deep|wide|heavy|fast|hot|cold)\b", re.IGNORECASE)
_HOW_MUCH_TIME = re.compile(r"\bhow much time\b", re.IGNORECASE)
_PRICED = re.compile(
    r"\bhow much\b.*\b(?:money|cost|costs|pay|paid|price|worth|spend|spent)\b"
    r"|\bwhat\s+(?:is|was|were|are)\s+the\s+(?:\w+\s+)?(?:wage|salary|price|fee|fine)\b"
    r"|\bwhat\s+(?:do|does|did|will|would)\b.*\bcost\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bhow\s+(?:many|much)\s+(?:of\s+(?:the|these|those|its|his|her|their)\s+)?(?!money\b|time\b)((?:[\w’'-]+\s*){1,5})",
    re.IGNORECASE,
)
_THIS_NOUN = re.compile(r"\bthis\s+((?:\w+\s+){0,2}\w+)", re.IGNORECASE)

_KIND_OF_WORD: Mapping[str, Kind] = {
    "who": "person",
    "whom": "person",
    "whose": "person",
    "when": "date",
    "where": "place",
}
_WHO_DID = re.compile(r"\bwho\s+(?:(?:was|were|has|have|had|also|first)\s+)*(?P<verb>[a-z]+)\b", re.IGNORECASE)
_NO_DEEDS = frozenset({*AUXILIARIES, "said", "says", "told", "tells", "informed", "reported", "announced", "stated"})
_NAME_OF = re.compile(
    r"\bnames?\s+of\s+(?:the|a|an|his|her|their)\s+(?P<noun>[a-z]+(?:\s+[a-z]+){0,4})\b(?![’'])", re.IGNORECASE
)
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
        measure: the word after "how" that asks for a measure ("long", "heavy"), "money" for a price; None for others.
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


def focus_of(question: str) -> Focus:
    """Read a question, of one sentence or several."""
    ask = _asking_sentence(question)
    kind, category = _kind(ask)
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
        wants_money=kind == "number" and bool(_MONEY.search(lower)),
        wants_share=kind == "number" and bool(_SHARE.search(lower)),
        wants_age=kind == "number" and bool(_AGE.search(lower)),
        measure=_measure(ask) if kind == "number" else None,
    )


def _measure(ask: str) -> str | None:
    if _HOW_MUCH_TIME.search(ask):
        return "long"
    measured = _MEASURED.search(ask)
    if measured:
        return measured.group(1).lower()
    return "money" if _PRICED.search(ask) else None


def _asking_sentence(question: str) -> str:
    sentences = _SENTENCE_BREAK.split(question.strip())
    asking = [sentence for sentence in sentences if _ASKS.search(sentence)]
    return asking[-1] if asking else sentences[-1]


def asking_word(ask: str) -> re.Match[str] | None:
    """The question word that asks: the first of the sentence, else the last one that opens no clause after a comma.

    "A balloon, which officials called a spy, was shot down off which state?" asks with its second "which".
    """
    found = list(_ASKS.finditer(ask))
    if not found or found[0].start() == 0:
        return found[0] if found else None
    main = [match for match in found if not ask[: match.start()].rstrip().endswith(",")]
    return main[-1] if main else found[0]


def _kind(ask: str) -> tuple[Kind, str | None]:
    asked = asking_word(ask)
    how = _HOW_NUMBER.search(ask)
    numbered = _WHAT_NUMBER.search(ask) or _PRICED.search(ask)
    if (how and (asked is None or asked.start() >= how.start())) or numbered:
        return "number", None
    if asked is None:
        this = _THIS_NOUN.search(ask)
        return _kind_of_noun_phrase(this.group(1) if this else "")
    word = asked.group().lower()
    named = _NAME_OF.search(ask)
    if word == "what" and named:
        return _kind_of_noun_phrase(named["noun"])
    if word in ("which", "what"):
        return _category(words_of(ask[asked.end() :])[:7])
    return _KIND_OF_WORD.get(word, "thing"), None


def _kind_of_noun_phrase(phrase: str) -> tuple[Kind, str | None]:
    for word in phrase.split():
        kind = kind_of_category(word)
        if kind:
            return kind, word.lower()
    return "thing", None


def _category(words: tuple[Word, ...]) -> tuple[Kind, str | None]:
    """The last known noun before the phrase after "which" ends: "which US state’s governor" asks for a state."""
    kind: Kind = "thing"
    category = None
    for place, word in enumerate(words):
        lower = word.text.lower().replace("’", "'")
        found = kind_of_category(lower.removesuffix("'s"))
        if found:
            kind, category = found, lower.removesuffix("'s")
        if (category and not found) or lower.endswith("'s") or (place and not found and _ends_noun_phrase(word)):
            break
    return kind, category


def _ends_noun_phrase(word: Word) -> bool:
    lower = word.text.lower()
    if lower in AUXILIARIES or lower.endswith(("ed", "ly", "ing")):
        return True
    return not word.is_content and lower not in ("of", "these", "his", "her", "the", "new", "s")


def _counted(ask: str) -> tuple[str, ...]:
    match = _COUNTED.search(ask)
    stems: list[str] = []
    for word in match.group(1).split() if match else ():
        lower = word.lower()
        if lower in AUXILIARIES or lower in ("of", "in", "to", "on", "after", "before", "at", "for", "from", "as"):
            break
        stems.append(stem(word))
    return tuple(stems)


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
    match = _NAME_OF.search(ask)
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
