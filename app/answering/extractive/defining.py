""" "What is a de-escalation zone?", "Who is Luis Barrado?": the sentence that says what something or somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answering.extractive.telling import is_tellable
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.sentences import Ranked

_DEFINES = re.compile(
    r"^\W*(?:what|who)\s+(?:is|are|was|were)\s+(?:a\s+|an\s+|the\s+)?(?P<thing>[\w’'-]+(?:\s+[\w’'-]+){0,3})\W*$",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:,\s+[^,]{2,40},\s+(?:is|are|was|were)\s+(?:an?|the)\b"
    r"|\s+(?:is|are|was|were)\s+(?:an?|the)\b|,\s+(?:an?|the|who|which|\d)|\s+\()"
)
_BEFORE = r"(?:\b(?:an?|the|their|its|his|her)\s+(?:[\w-]+\s+){0,3}[a-z][\w-]*,?\s+)"
_JOINED = frozenset({"of", "in", "at", "on", "for", "from", "to", "by", "behind", "between", "about"})
_LOOKED_AT = 20


def defined_thing(focus: Focus) -> str | None:
    """What is to be defined; None for any other question. "Who is the mayor of Karsan?" asks for a name."""
    asked = _DEFINES.match(focus.ask)
    if asked is None:
        return None
    thing = asked["thing"]
    if _JOINED & set(thing.lower().split()):
        return None
    named = all(word[0].isupper() for word in thing.split())
    return thing if named or focus.ask.strip().lower().startswith("what") else None


def definition_in(thing: str, ranked: Sequence[Ranked]) -> Sentence | None:
    """The nearest sentence that says what it is, else the nearest that names it; None where none does.

    An article that asks the same in a heading answers it in the next sentence.
    """
    name = r"\s+".join(map(re.escape, thing.split()))
    form = re.compile(rf"\b{name}s?{_SAYS}|{_BEFORE}{name}\b", re.IGNORECASE)
    asked = next(
        (one.sentence for one in ranked if re.search(rf"\b{name}\W*\?$", one.sentence.text, re.IGNORECASE)), None
    )
    after = _next(asked, ranked) if asked else None
    if after:
        return after
    naming = [
        entry.sentence
        for entry in ranked[:_LOOKED_AT]
        if is_tellable(entry.sentence) and re.search(rf"\b{name}", entry.sentence.text, re.IGNORECASE)
    ]
    return next((one for one in naming if form.search(one.text)), naming[0] if naming else None)


def _next(sentence: Sentence, ranked: Sequence[Ranked]) -> Sentence | None:
    """The sentence read behind another one of its article."""
    own = [one.sentence for one in ranked if one.sentence.article.article_id == sentence.article.article_id]
    behind = [one for one in own if one.span.start > sentence.span.start]
    return min(behind, key=lambda one: one.span.start, default=None)
