"""Whether a text holds what a question asks for: a number, a day, a name that the question does not mention."""

from __future__ import annotations

import re

from app.retrieval.demonyms import place_of
from app.retrieval.question import Question

NUMBER_POINTS = 0.5
PLACE_POINTS = 0.4
NAME_POINTS = 0.01
"""For each new name, at most MOST_NAMES of them: a passage full of names more often holds the one asked for."""
MOST_NAMES = 8

_NUMBER = re.compile(
    r"\d[\d,]*(?:\.\d+)?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_NAME = re.compile(r"\b[A-Z][\w’'&.-]*\w")


def sign_points(question: Question, text: str) -> float:
    """Points for what the answer type needs, 0 when the text has none of it or the type needs nothing special."""
    match question.answer_type:
        case "how_many" | "how_much":
            return NUMBER_POINTS if _has_new(_NUMBER, question, text) else 0.0
        case "when":
            return NUMBER_POINTS if _has_new(_DAY, question, text) else 0.0
        case "yes_no" | "why":
            return 0.0
        case _:
            return _name_points(question, text)


def _has_new(pattern: re.Pattern[str], question: Question, text: str) -> bool:
    asked = {found.lower() for found in pattern.findall(question.text)}
    return any(match.group().lower() not in asked for match in pattern.finditer(text))


def _name_points(question: Question, text: str) -> float:
    asked = question.text.lower()
    names = {name for name in _NAME.findall(text) if name.lower() not in asked}
    points = NAME_POINTS * min(len(names), MOST_NAMES)
    if question.category in ("country", "nation") and any(place_of(name) for name in names):
        points += PLACE_POINTS
    return points
