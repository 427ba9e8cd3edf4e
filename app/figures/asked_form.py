"""Questions that count, in one form: "number of posts", "posts: how many?" and "hw many posts" ask "how many posts"."""

from __future__ import annotations

import re

from app.figures.asked_sides import comparing_form

_MISTYPED = re.compile(r"\bh(?:o?w|wo)\s+(?:many|mny|mnay|mayn|amny|maany|manny)\b", re.IGNORECASE)
_ASKED_LAST = re.compile(r"^\W*(?P<what>[^:?]{3,}?)\s*[:,–-]\s*how many\W*$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"^\W*(?:please\s)?(?:(?:give|tell|show)\s(?:me|us)\s)?(?:the\s)?(?:total\s|current\s|exact\s|latest\s)?"
    r"(?:number|count)\s+of\b(?:\sthe\b)?",
    re.IGNORECASE,
)


def counting_form(question: str) -> str:
    """``question`` with "how many" in front of what it counts: "number of posts", "posts: how many?", "hw many"."""
    question = comparing_form(_MISTYPED.sub("how many", question))
    last = _ASKED_LAST.match(question)
    return f"How many {last['what']}?" if last else _NUMBER_OF.sub("How many", question)
