"""Whether a text holds what a question asks for: a number or a day that the question does not mention itself."""

from __future__ import annotations

import re
from functools import lru_cache

from app.english import MONTHS, ONE_TO_TWELVE, WEEKDAYS
from app.retrieval.question import Question

SIGN_POINTS = 0.5

_NUMBER = re.compile(
    r"\d[\d,]*(?:\.\d+)?"
    rf"|\b(?:{'|'.join(ONE_TO_TWELVE)}|dozens?|hundreds?|thousands?|millions?|billions?)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b(?:(?:19|20)\d\d|{'|'.join((*MONTHS, *WEEKDAYS))})\b")
_SIGNS = {"number": _NUMBER, "day": _DAY}


def sign_points(question: Question, text: str) -> float:
    """SIGN_POINTS when the text holds what the answer type needs, else 0; other types need nothing special.

    Names were tried for who, which and where questions: nearly every passage of news holds one.
    """
    pattern = _SIGNS.get(question.answer_type)
    if pattern is None:
        return 0.0
    asked = _signs_in(question.text, pattern)
    return SIGN_POINTS if any(found[0].lower() not in asked for found in pattern.finditer(text)) else 0.0


@lru_cache(maxsize=64)
def _signs_in(text: str, pattern: re.Pattern[str]) -> frozenset[str]:
    return frozenset(found.lower() for found in pattern.findall(text))
