"""Reads a question without a model: whether it wants a number or a day, and the words, days and outlets to look for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.retrieval.outlets import named_outlets
from app.retrieval.times import asked_days, is_about_now

AnswerType = Literal["number", "day", "other"]

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Sen|Rep|Gov|St|Jr|No|vs)|\b[A-Z](?:\.[A-Z])*)\.$")
_WORD = re.compile(r"[A-Z]{1,3}\d+\b|[$£€]?\d[\d,]*(?:\.\d+)?%?|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:[’'&+-][^\W_]+)*")
_ASKS = re.compile(r"\b(?:who|whom|whose|which|what|when|where|why|how)\b", re.IGNORECASE)
_YES_NO = re.compile(
    r"(?:true or false|yes or no|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b",
    re.IGNORECASE,
)
# Question words that also join clauses ("the man who …"): they decide only where no other asks, or at the start.
_JOINING: tuple[tuple[re.Pattern[str], AnswerType], ...] = (
    (re.compile(r"when\b"), "day"),
    (re.compile(r"who(?:m|se)?\b|where\b|why\b"), "other"),
)
_ASKING: tuple[tuple[re.Pattern[str], AnswerType], ...] = (
    (
        re.compile(
            r"how (?:many|much|old|long|far|tall|high|big|large|deep|fast|heavy|wide|often|hot|warm|cold)\b"
            r"|(?:what|which)(?: is| was)?(?: the)?(?: [\w-]+)? (?:number|total|toll|count)\b"
            r"|(?:what|which)(?: is| was| were)?(?: the| his| her| their)?(?: [\w-]+)? (?:percentage|percent|age|price"
            r"|cost|amount|rate|share|proportion|distance|magnitude|temperature|score)\b"
        ),
        "number",
    ),
    (re.compile(r"(?:what|which) (?:day|date|month|year|decade|century)\b"), "day"),
    (re.compile(r"which\b|what\b|how\b"), "other"),
)
_STOP_WORDS = """
    a an the of in on at to for by with from and or but is are was were be been being am have has had do does did
    this that these those it its his her hers their he she they them him you your we our i me my as into than then
    there here about over after before during between under against what which who whom whose when where why how will
    would can could should may might must shall no not nor only also just so if very more most many much any some all
    other such own same s t says said say according true false following except week today yesterday recently recent
    currently now
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks for.

    Attributes:
        text: the question as asked, outer white space removed.
        answer_type: what its asking sentence, the last one with a question word, wants.
        sources: outlets it names ("according to TASS"), as the archive spells them when it knows them.
        terms: its content words in order, lower case, each once.
        days: days it names, ``YYYY-MM-DD`` or ``YYYY-MM`` or ``YYYY``, or ``--MM-DD`` without a year.
        as_of: the day of "as of …" or "until …", None when it has none with a year.
        about_now: whether it asks about what just happened ("this week", "latest", "recently").
    """

    text: str
    answer_type: AnswerType
    sources: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    as_of: str | None = None
    about_now: bool = False


def analyse(text: str, *, known_sources: Sequence[str] = ()) -> Question:
    """Read a question of one sentence or several.

    Args:
        text: the question; an empty one gives a question without terms.
        known_sources: the outlets of the archive; only these, and names after "according to" that match one of
            them, become ``sources``.
    """
    text = " ".join(text.split())
    days, as_of = asked_days(text)
    return Question(
        text=text,
        answer_type=_answer_type(_asking_sentence(text)),
        sources=named_outlets(text, known_sources),
        terms=content_terms(text),
        days=days,
        as_of=as_of,
        about_now=is_about_now(text),
    )


def content_terms(text: str) -> tuple[str, ...]:
    """The words that carry meaning, lower case without possessive, each once, in order: "US" stays, "us" goes."""
    words = (match.group() for match in _WORD.finditer(text))
    plain = (word for word in words if word == "US" or _plain(word) not in STOP_WORDS | {"us", ""})
    return tuple(dict.fromkeys(_plain(word) for word in plain))


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())


def _asking_sentence(text: str) -> str:
    sentences = _sentences(text)
    asking = [sentence for sentence in sentences if sentence.endswith("?") or _ASKS.search(sentence)]
    return asking[-1] if asking else sentences[-1]


def _sentences(text: str) -> list[str]:
    parts: list[str] = []
    for part in _SENTENCE_END.split(text):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return parts


def _answer_type(ask: str) -> AnswerType:
    lower = ask.lower()
    if _YES_NO.match(lower) and not re.match(r"(?:is|was|are|were) (?:which|what|who|how)\b", lower):
        return "other"
    joining = _first(_JOINING, lower)
    if joining and (joining[0] == 0 or lower[: joining[0]].endswith((", ", "since ", "until "))):
        return joining[1]
    asked = _first(_ASKING, lower) or joining
    return asked[1] if asked else "other"


def _first(forms: Sequence[tuple[re.Pattern[str], AnswerType]], lower: str) -> tuple[int, AnswerType] | None:
    """The earliest match and its type; of two at one place the one listed first."""
    found = [(match.start(), order, kind) for order, (form, kind) in enumerate(forms) if (match := form.search(lower))]
    return (min(found)[0], min(found)[2]) if found else None
