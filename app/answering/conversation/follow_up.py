"""Follow-up questions made to stand alone, without a model: what a short turn leaves out comes from the turn before.

"and before January?", "and in Aleppo?", "what about Syria's?", "and officers?" and "who said so?" after "How many
Turkish posts are in Idlib?" keep its words and change what they name. A question that names things itself stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from app.answering.conversation.changing import changed
from app.answering.conversation.ellipsis import in_part, on_another, with_ones
from app.answering.conversation.leaning import leaning
from app.answering.conversation.recounting import counted_in, of_the_counted, recounted
from app.answering.conversation.referents import resolved

_WHO_SAID = re.compile(
    r"(?:and\s+)?(?:who\s+(?:said|says|told|claims?|claimed|reported|reports)\b(?:\s+(?:so|that|it|this))?"
    r"(?:\s+figure|\s+number)?"
    r"|according to whom|says who|whose (?:figure|number|claim) is (?:that|this|it)"
    r"|(?:(?:what|which) (?:is|was|are|were) )?(?:(?:the|your) )?sources?)\s*[?.!]*",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"^(?:(?:and|but|or|so|then|ok|okay)\b[\s,]*)?(?:(?:what|how)\s+about\b\s*)?(?P<rest>.*?)[\s?.!]*$",
    re.IGNORECASE | re.DOTALL,
)
_CONTINUES = re.compile(r"^(?:and|but|or|so|then)\b|^(?:what|how)\s+about\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:who|whom|whose|which|what|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b",
    re.IGNORECASE,
)
_WHO_SAID_NUMBER = re.compile(
    r"^(?:and\s+)?(?P<who>who\s+(?:said|says|reported|reports|claimed|claims|counted|counts|gave|gives))\s+"
    r"(?P<number>\d[\d,.]*\d|\d)$",
    re.IGNORECASE,
)
_FEW_WORDS = 3


class FollowUp(NamedTuple):
    """A question ready to be answered alone. ``asks_speaker``: who said what the previous answer states."""

    standalone: str
    asks_speaker: bool = False


def asks_speaker(question: str) -> bool:
    """Whether the question is "who said so?" in one of its forms."""
    return bool(_WHO_SAID.fullmatch(" ".join(question.split())))


def stand_alone(question: str, previous: str | None, answer: Callable[[], str | None] = lambda: None) -> FollowUp:
    """The question with what it leaves out filled in from the previous standalone question.

    Args:
        previous: None when the conversation has just begun; then the question is returned as it is.
        answer: the short answer to the previous question, None when it had none; called only where "he" or a
            question without a subject may mean it.
    """
    text = " ".join(question.split())
    if not previous:
        return FollowUp(text)
    if asks_speaker(text):
        return FollowUp(f"Who says {_lower_first(previous.rstrip('?. '))}?", asks_speaker=True)
    number = _WHO_SAID_NUMBER.match(text.rstrip("?.! "))
    counted = counted_in(previous) if number else None
    if number and counted:
        return FollowUp(f"{number['who']} that {number['number']} {previous[counted.end('how') :]}")
    opener = _OPENER.match(text)
    rest = opener.group("rest") if opener else text
    again = on_another(rest, previous) if rest != text.rstrip("?.! ") else None
    again = again or recounted(rest, previous) or with_ones(rest, previous) or in_part(rest, previous, answer)
    return FollowUp(again or _completed(text, rest, previous, answer))


def _completed(text: str, rest: str, previous: str, answer: Callable[[], str | None]) -> str:
    named = of_the_counted(text, previous) or resolved(text, previous, answer)
    if named:
        return named
    if not _CONTINUES.match(text) and len(rest.split()) > _FEW_WORDS:
        return leaning(text, previous)
    return changed(rest, previous) or _of_others(rest, previous) or leaning(f"{rest[:1].upper()}{rest[1:]}?", previous)


def _of_others(rest: str, previous: str) -> str | None:
    """The previous count, of what the turn names: "and officers?"."""
    counted = counted_in(previous)
    if counted is None or not rest or not rest[0].islower() or len(rest.split()) > _FEW_WORDS or _ASKS.match(rest):
        return None
    return f"{previous[: counted.end('how')]}{rest}{previous.rstrip('?. ')[counted.end('noun') :]}?"


def stand_alone_in(questions: Sequence[str], answer_of: Callable[[str], str | None] = lambda _: None) -> list[str]:
    """The questions of a conversation, each made to stand alone; those that only ask for the speaker are left out.

    Args:
        answer_of: the short answer to a standalone question.
    """
    asked: list[str] = []
    for question in questions:
        if not asks_speaker(question):
            answer = partial(answer_of, asked[-1]) if asked else lambda: None
            asked.append(stand_alone(question, asked[-1] if asked else None, answer).standalone)
    return asked


def _lower_first(text: str) -> str:
    first, _, others = text.partition(" ")
    return f"{first.lower()} {others}" if first[1:].islower() else text
