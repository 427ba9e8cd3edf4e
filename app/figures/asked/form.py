"""Questions that count, in one form: "number of posts", "posts: how many?" and "hw many posts" ask "how many posts"."""

from __future__ import annotations

import re

from app.figures.asked.sides import comparing_form

_MISTYPED = re.compile(r"\bh(?:o?w|wo)\s*(?:many|mny|mnay|mayn|amny|maany|manny)\b", re.IGNORECASE)
_PPL = re.compile(r"\bppl\b", re.IGNORECASE)
_POLITE = re.compile(
    r"^\W*(?:hi|hello|please|so|i\W?d like to know|i (?:want|would like) to know|do you know|any idea|"
    r"(?:can|could) you (?:please )?(?:tell me|say)|(?:please )?tell me|i wonder|(?:does )?any(?:one|body) know)"
    r"[\s,]+(?=how many\b|the (?:number|count)\b|what\b)",
    re.IGNORECASE,
)
_ASKED_LAST = re.compile(r"^\W*(?P<what>[^:?]{3,}?)\s*[\s:,–-]\s*how many\W*$", re.IGNORECASE)
_STRENGTH = re.compile(
    r"^\W*how\s(?:strong|powerful|big|severe)\s(?P<be>is|was)\s(?P<quake>(?:the|an?)\s[^?]*?\b(?:earth)?quake\b)",
    re.IGNORECASE,
)
_COUNT = r"(?:number|count|tally|total)"
_NUMBER_OF = re.compile(
    rf"^\W*(?:please\s)?(?:(?:give|tell|show)\s(?:me|us)\s)?"
    rf"(?:what(?:\W?s|\s(?:is|was|are|were))\s|how\s(?:large|big|high)\s(?:is|was)\s)?(?:the\s)?"
    rf"(?:(?:total|current|exact|latest|final|overall|present)\s)?{_COUNT}\s+of\b(?:\sthe\b)?",
    re.IGNORECASE,
)
_KEYWORDS = re.compile(
    rf"^(?!.*\b(?:what|who|which|how|when|where|why|whose|of)\b)(?P<a>.*?)\b{_COUNT}\b(?P<b>.*)$", re.IGNORECASE
)
_TOLL = re.compile(r"^\W*(?P<a>[\w\s'’-]*?)\b(?:death\s)?toll\b(?P<b>[\w\s'’-]*)\W*$", re.IGNORECASE)
_MOST_KEYWORDS = 9
_VERBS = re.compile(
    r"\b(?:is|are|was|were|did|does|do|has|have|had|rose|rise|stands?|say|says|said|give|gave)\b", re.IGNORECASE
)


def counting_form(question: str) -> str:
    """``question`` with "how many" in front of what it counts: "number of posts", "posts: how many?", "posts count"."""
    question = _POLITE.sub("", _PPL.sub("people", _MISTYPED.sub("how many", question)))
    question = _STRENGTH.sub(r"What \g<be> the magnitude of \g<quake>", comparing_form(question))
    last = _ASKED_LAST.match(question)
    if last is not None:
        return f"How many {last['what']}?"
    return _of_keywords(_NUMBER_OF.sub("How many", question))


def _of_keywords(question: str) -> str:
    """A few words without a verb, as people type into a search box, as a question: "turkey idlib posts count"."""
    if len(question.split()) > _MOST_KEYWORDS or _VERBS.search(question):
        return question
    toll = _TOLL.match(question)
    if toll is not None and not re.match(r"(?:what|which)\b", toll["a"], re.IGNORECASE):
        return f"How many people were killed in {_joined(toll)}?"
    found = _KEYWORDS.match(question)
    return f"How many {_noun_first(_joined(found))}?" if found is not None else question


def _noun_first(words: str) -> str:
    """What is counted in front of where: "turkey idlib posts" as "posts turkey idlib"; capitals tell enough."""
    last = words.rpartition(" ")
    return f"{last[2]} {last[0]}" if words.islower() and words.endswith("s") and " " in last[0] else words


def _joined(found: re.Match[str]) -> str:
    return re.sub(r"^(?:in|at|of|the)\s", "", " ".join(f"{found['a']} {found['b']}".split()).strip(" ?.,"))
