"""Questions that count, in one form: "number of posts", "posts: how many?" and "hw many posts" ask "how many posts"."""

from __future__ import annotations

import re

from app.figures.asked.keywords import is_deed, keyword_form
from app.figures.asked.sides import comparing_form
from app.figures.predicates import predicate_class

_MISTYPED = re.compile(r"\bh(?:o?w|wo)\s*(?:many|mny|mnay|mayn|amny|maany|manny)\b", re.IGNORECASE)
_PPL = re.compile(r"\bppl\b", re.IGNORECASE)
_POLITE = re.compile(
    r"^\W*(?:hi|hello|please|so|i\W?d like to know|i (?:want|would like) to know|do you know|any idea|"
    r"(?:can|could) you (?:please )?(?:tell me|say)|(?:please )?tell me|i wonder|(?:does )?any(?:one|body) know)"
    r"[\s,]+(?=how many\b|the (?:number|count)\b|what\b)",
    re.IGNORECASE,
)
_ASKED_LAST = re.compile(r"^\W*(?P<what>[^:?]{3,}?)\s*[\s:,–-]\s*how many\W*$", re.IGNORECASE)
_PART_OF_THEM = re.compile(
    r"\b(?P<how>how\smany)\sof\s(?:those|the|the\speople)\s(?P<deed>killed|dead|wounded|injured|displaced|detained|"
    r"kidnapped|evacuated)\b(?P<rest>.*?)\s(?:were|are|was)\s(?P<kind>(?:[a-z-]+\s)?(?:[a-z]{3,}s|children|women|men))"
    r"(?=\W*$)",
    re.IGNORECASE,
)
"""Who a part of them are: "how many of those killed in Idlib were children" counts the children killed in Idlib."""
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
_WHAT_NUMBER = re.compile(r"^\W*what\snumber\sof\b", re.IGNORECASE)
_UNIT = r"(?:square\s|sq\s)?(?:kilomet(?:re|er)s?|kms?|miles?|met(?:re|er)s?|feet|hectares?|acres?)"
_MEASURED = re.compile(
    rf"\b(?:how\s(?:much|far|(?:large|big)(?:\san?\s(?:area|strip|stretch))?|long|deep|wide|high|tall)|"
    rf"(?:at\s)?what\s(?:area|distance|altitude|height|depth))\b(?P<front>.*?),?\sin\s(?P<unit>{_UNIT})"
    rf"\b,?(?P<behind>.*)$",
    re.IGNORECASE,
)
_PERCENT = r"per\s?cent(?:age)?(?:\sterms)?"
_BY_SHARE = re.compile(
    rf"\bby\show\smuch,?\sin\s{_PERCENT},?|\bhow\smuch,?\sin\s{_PERCENT},?|\bby\swhat\s(?:percentage|share)\b",
    re.IGNORECASE,
)
_HOW_MUCH_OF = re.compile(r"\bhow\smuch\sof\b(?=\s(?:the\s)?[\w'’-]+)", re.IGNORECASE)
_NOBODY_COUNTED = re.compile(r"\bhow\smany\s(?=(?P<next>\w+))", re.IGNORECASE)
_AUXILIARIES = frozenset({"were", "was", "are", "have", "had", "has", "did", "does", "do", "could", "will"})
_OF_PEOPLE = frozenset({"killed", "wounded", "executed", "displaced", "detained", "kidnapped", "freed", "evacuated"})


def counting_form(question: str) -> str:
    """``question`` with "how many" in front of what it counts: "number of posts", "posts: how many?", "posts count"."""
    question = _POLITE.sub("", _PPL.sub("people", _MISTYPED.sub("how many", question)))
    question = _PART_OF_THEM.sub(r"\g<how> \g<kind> were \g<deed>\g<rest>", question)
    question = _STRENGTH.sub(r"What \g<be> the magnitude of \g<quake>", _measuring(comparing_form(question)))
    last = _ASKED_LAST.match(question)
    if last is not None and not is_deed(last["what"].split()[-1]):
        return f"How many {last['what']}?"
    return _of_people(keyword_form(_WHAT_NUMBER.sub("How many", _NUMBER_OF.sub("How many", question))))


def _measuring(question: str) -> str:
    """Distances and shares as counts of their unit: "how far …, in miles", "by how much, in per cent"."""
    question = _BY_SHARE.sub("What percentage", question)
    found = _MEASURED.search(question)
    if found is not None:
        return f"{question[: found.start()]}How many {found['unit']}{found['front']}{found['behind']}"
    return _HOW_MUCH_OF.sub("What percentage of", question)


def _of_people(question: str) -> str:
    """ "how many died", "how many were hurt" with those who did: nobody else dies uncounted."""
    found = _NOBODY_COUNTED.search(question)
    if found is None:
        return question
    following = found["next"].lower()
    tells = any(predicate_class(word.lower()) in _OF_PEOPLE for word in re.findall(r"\w+", question[found.end() :]))
    bare = following in _AUXILIARIES and tells
    if not bare and (not is_deed(following) or predicate_class(following) not in _OF_PEOPLE):
        return question
    return f"{question[: found.end()]}people {question[found.end() :]}"
