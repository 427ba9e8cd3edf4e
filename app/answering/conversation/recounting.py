"""The count of the question before, asked again: at another time, of others, of a part of what was counted."""

from __future__ import annotations

import re

from app.answering.conversation.changing import ACCORDING, name_changed, place_in, time_changed
from app.answering.conversation.leaning import leaning

_COUNTED = re.compile(
    r"(?P<how>\bhow many\s+)(?P<noun>[\w’' -]+?)"
    r"(?=\s+(?:are|is|were|was|have|has|had|did|do|does|can|will|used to|fled|left|fell|drown|live|[a-z]+ed)\b)",
    re.I,
)
_BARE_COUNT = re.compile(
    r"^how many\s+(?:of (?:them|those|these)\s+)?(?P<more>(?:more|others?)\s+)?"
    r"(?P<verb>(?:are|is|were|was|have|had|died|live|fled|survived)\b.*)",
    re.IGNORECASE,
)
_SAME_COUNT = re.compile(
    r"^(?:how many\s+(?:(?:are|is|were|was) (?:there|they)\s*)?|what (?:is|was) the "
    r"(?:figure|number|toll|total|count)\s+)"
    r"(?P<change>(?:now|today|then|in|at|on|by|before|after|since|until|according to)\b.*)",
    re.IGNORECASE,
)
_IT_MOVED = re.compile(
    r"^(?P<how>(?:by\s+)?how (?:much|many) (?:did|has|have|had) )(?:it|that|this|the (?:number|figure|total))"
    r"(?P<moved>\s.+)$",
    re.IGNORECASE,
)
_ONES = re.compile(r"^how many\s+(?P<name>[A-ZÀ-Þ][\w’'-]*)\s+ones?\b", re.IGNORECASE)
_BY_ANOTHER = re.compile(
    r"^how many\s+(?:did|does|do|has|have)\s+(?P<who>.+?)\s+"
    r"(?:count|report|record|register|list|give|say|claim|confirm|estimate)(?:e?d)?$",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:they|them)\b", re.IGNORECASE)
_THERE = re.compile(r"(?:are|is|were|was)\s+(?:there|in)\b")


def counted_in(question: str) -> re.Match[str] | None:
    """The counted phrase of a question, ``noun``, behind its "how many", ``how``; None when it counts nothing."""
    return _COUNTED.search(question)


def of_the_counted(question: str, previous: str) -> str | None:
    """A question on "them", asked of what the previous question counts: ("who built them?", "How many posts are in
    Idlib?") -> "who built the posts in Idlib?"; else None."""
    counted, they = counted_in(previous), _THEY.search(question)
    if counted is None or they is None:
        return None
    place = "" if place_in(question) else place_in(previous) or ""
    return f"{question[: they.start()]}the {counted['noun']} {place}".rstrip() + question[they.end() :]


def recounted(rest: str, previous: str) -> str | None:
    """A count of what the previous question counts: "how many are there now", "how many were injured"; else None."""
    counted = counted_in(previous)
    if counted is None:
        return None
    stem = previous.rstrip("?. ")
    change, another = _SAME_COUNT.match(rest), _BY_ANOTHER.match(rest)
    phrase = f"according to {another['who']}" if another else change["change"] if change else None
    if phrase:
        spoken = ACCORDING.match(phrase)
        return f"{ACCORDING.sub('', stem)} {phrase}?" if spoken else f"{time_changed(stem, phrase)}?"
    moved = _IT_MOVED.match(rest)
    if moved:
        return f"{moved['how']}the number of {stem[counted.end('how') :]}{moved['moved']}?"
    ones = _ONES.match(rest)
    if ones:
        return f"{name_changed(stem, ones.group('name'))}?"
    bare = _BARE_COUNT.match(rest)
    if bare and not _THERE.match(bare.group("verb")):
        return leaning(f"How many {bare['more'] or ''}{counted.group('noun')} {bare.group('verb')}?", previous)
    return None
