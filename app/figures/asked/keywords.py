"""Search words without a verb as a question that counts: "turkey idlib posts count", "marun blast dead how many"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.nouns import is_known
from app.figures.predicates import predicate_class
from app.figures.words import word_set
from app.retrieval.demonyms import place_of

_MOST_KEYWORDS = 14
_NO_KEYWORDS = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had|rose|rise|lived?|stands?|say|says|said|give|gave|died|fled|lost|"
    r"what|who|which|how(?!\smany)|when|where|why|whose|that)\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\b(?:how\smany|(?:the\s)?(?:total\s)?(?:number|count|tally|total)(?:\sof)?(?:\sthe)?|"
    r"(?:death\s)?toll(?:\s(?:of|in|from))?)\b",
    re.IGNORECASE,
)
_HOW_MANY_INSIDE = re.compile(r"\w\W+how\smany\W+\w", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:percentage|share)\b(?:\sof\b)?", re.IGNORECASE)
_DEEDS = word_set(
    "killed wounded executed displaced captured detained kidnapped freed evacuated downed struck destroyed damaged "
    "deployed besieged missing"
)
_NO_DEEDS = word_set(
    "strike strikes attack attacks raid raids fire target targets hit bombing hostages murder victims bodies"
)
_LEADING = re.compile(r"^(?:in|at|of|the|by|on|near)\s", re.IGNORECASE)


def keyword_form(question: str) -> str:
    """Search words that count something, as "How many … were killed in …?"; any other question as it is."""
    if len(question.split()) > _MOST_KEYWORDS or _NO_KEYWORDS.search(question) or _HOW_MANY_INSIDE.search(question):
        return question
    words = re.findall(r"[^\s?!.,;:]+", _MARK.sub(" ", question, count=1))
    share = _SHARE.search(question)
    if share is not None:
        return f"What percentage of {_joined(_SHARE.sub(' ', question, count=1).split())}?"
    mark = _MARK.search(question)
    deed = next((index for index, word in enumerate(words) if is_deed(word)), None)
    if mark is not None and "toll" in mark[0].lower():
        return f"How many people were killed in {_joined(words)}?"
    if deed is not None:
        return _with_deed(words, deed, counts=mark is not None) or question
    if mark is None or (mark.start() <= 1 and "how" in mark[0].lower()):
        return question
    return f"How many {_noun_first(_joined(words))}?"


def is_deed(word: str) -> bool:
    """Whether the word tells what happened to somebody or something: "killed", "dead", "displaced"."""
    return predicate_class(word.lower()) in _DEEDS and word.lower() not in _NO_DEEDS


def _with_deed(words: Sequence[str], deed: int, *, counts: bool) -> str | None:
    """ "syrian soldiers killed marun": those right in front of the deed are counted, else people are."""
    first = deed
    while first > 0 and deed - first < 3 and _is_counted(words[first - 1], is_head=first == deed):
        first -= 1
    if first == deed and not counts:
        return None
    counted = " ".join(words[first:deed]) or "people"
    rest = _joined([*words[:first], *words[deed + 1 :]])
    return f"How many {counted} were {predicate_class(words[deed].lower())} in {rest}?"


def _is_counted(word: str, *, is_head: bool) -> bool:
    lower = word.lower()
    if is_head:
        return is_known(lower) and lower.endswith(("s", "en", "people", "aircraft", "personnel", "staff"))
    return place_of(lower) is not None or word.isupper() or lower.endswith("ian")


def _noun_first(words: str) -> str:
    """What is counted in front of where: "turkey idlib posts" as "posts turkey idlib"; capitals tell enough."""
    last = words.rpartition(" ")
    return f"{last[2]} {last[0]}" if words.islower() and words.endswith("s") and " " in last[0] else words


def _joined(words: Sequence[str]) -> str:
    return _LEADING.sub("", " ".join(words).strip(" ?.,"))
