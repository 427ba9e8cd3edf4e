"""Turns that leave out a verb or a noun: "Iranian ones?", "With how many seats?", "The one in 2011, when was it?"."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.answering.conversation.changing import name_changed
from app.answering.conversation.recounting import counted_in
from app.answering.conversation.referents import named_instead, thing_of

_ONES = re.compile(r"^(?:how many\s+)?(?:the\s+)?(?P<kind>[\w’'-]+)\s+ones?$", re.IGNORECASE)
_THE_ONE = re.compile(
    r"^(?:the\s+)?ones?\s+(?P<where>(?:in|of|at|near|from|on)\s+[^,?]+)(?:,\s*(?P<asked>.+))?$", re.IGNORECASE
)
_TOPIC = re.compile(r"^(?P<thing>[^,?]+),\s*(?P<asked>(?:how|what|who|when|where|why|which)\b.+)$", re.IGNORECASE)
_ADDED = re.compile(r"\s(?:of|in|at|near)\s(?:[A-Z]\w+\s)?(?:(?:19|20)\d\d|[A-Z]\w+)$")
_WITH_HOW_MANY = re.compile(r"^(?:with|by)\s+how many\s+(?P<noun>[a-z’'-]+(?:\s[a-z’'-]+)?)$", re.IGNORECASE)
_PART = re.compile(
    r"^(?P<asked>(?:in|on|at|from|to|by|for|of|since|until|with)\s+(?:which|what)(?:\s+[a-z’'-]+){1,2}|when|where|why|"
    r"since when)$",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^(?:how\s+(?:long|far|often)|when|where|why|whom|(?:in|on|at|from)\s+(?:which|what)\s+\w+)\s+"
    r"(?P<rest>(?:do|does|did|has|have|had|will|would|can|could|is|are|was|were)\s.+)$",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"(?P<deed>(?:did|do|does|has|have|had|can|will)\s.+?)(?P<where>(?:\s(?:in|on|at|by|near|during|of|from)\s.*)?)$"
)
_WHO = re.compile(r"^who\s+(?P<rest>.+)$", re.IGNORECASE)
_OPPOSITES = (
    "new old former current present",
    "first second third last final next previous",
    "northern southern eastern western north south east west central",
    "male female",
    "upper lower",
    "inner outer",
    "foreign domestic local",
    "public private",
    "civilian military",
    "large small big",
    "young elderly",
    "dead wounded injured missing",
)


def with_ones(rest: str, previous: str) -> str | None:
    """The previous question asked of others of the same noun: "Iranian ones", "the old one"; None: no such turn."""
    found = _ONES.match(rest)
    if found is None:
        return None
    kind, stem = found["kind"], previous.rstrip("?. ")
    if kind[0].isupper():
        return f"{name_changed(stem, kind)}?"
    rivals = next((line.split() for line in _OPPOSITES if kind.lower() in line.split()), [])
    old = next((word for word in stem.split()[:-1] if word in rivals), None)
    if old:
        return f"{stem.replace(f'{old} ', f'{kind} ', 1)}?"
    counted = counted_in(stem)
    return f"{stem[: counted.end('how')]}{kind} {stem[counted.end('how') :]}?" if counted else None


def on_another(rest: str, previous: str) -> str | None:
    """A question on a thing that the turn puts in front of it: "the one in 2011, how strong was it"; else None."""
    one = _THE_ONE.match(rest)
    thing = thing_of(previous) if one else None
    if one and thing:
        other = f"{_ADDED.sub('', thing)} {one['where']}"
        return (
            named_instead(one["asked"], other) if one["asked"] else f"{previous.replace(thing, other).rstrip('?. ')}?"
        )
    topic = None if one else _TOPIC.match(rest)
    return named_instead(topic["asked"], topic["thing"]) if topic else None


def in_part(rest: str, previous: str, answer: Callable[[], str | None]) -> str | None:
    """A question for one more circumstance of the same: "With how many seats?", "In which town?", "When?"; else None.

    Args:
        answer: the short answer to the previous question; called only where the turn needs it.
    """
    stem = previous.rstrip("?. ")
    counted = _WITH_HOW_MANY.match(rest)
    who = _WHO.match(stem)
    if counted and who:
        winner, thing = answer(), thing_of(previous)
        return f"How many {counted['noun']} did {winner} get{f' in {thing}' if thing else ''}?" if winner else None
    part = _PART.match(rest)
    inverted = _INVERTED.match(stem) if part else None
    if part and inverted:
        return f"{part['asked'].capitalize()} {inverted['rest']}?"
    counting = counted_in(stem) if part else None
    if part and counting:
        return f"{part['asked'].capitalize()} {_as_asked(counting['noun'], stem[counting.end('noun') :].strip())}?"
    winner = answer() if part and who else None
    return f"{part['asked'].capitalize()} was it that {winner} {who['rest']}?" if part and who and winner else None


def _as_asked(noun: str, said: str) -> str:
    """What is counted, asked when or where: ("soldiers", "were killed in Idlib") -> "were soldiers killed in Idlib"."""
    verb, _, others = said.partition(" ")
    if verb in ("is", "are", "was", "were"):
        return f"{verb} {noun} {others}"
    done = _HELPED.match(said)
    return f"{done['deed']} {noun}{done['where']}" if done else f"was it that {noun} {said}"
