"""Numbers that stand for, or come with, what another number counts: "put the number at 410", "57 of the 120"."""

from __future__ import annotations

import re

from app.english import ONE_TO_TWELVE
from app.figures.nouns import are_persons
from app.figures.predicates import predicate_class
from app.figures.reading.numbers import LED

_AGAIN = re.compile(
    r"(?:\b(?:the|its|their|real|own|earlier|a)\s(?:(?:latest|new|last|current|total)\s)?(?:number|count|figure|total)"
    r"(?:\sof\s(?P<noun>\w+(?:\s\w+)?))?(?:\s(?:at risk|killed|involved))?\s(?:at|is|was|of|to|stands at|stood at)|"
    rf"\b(?:put|puts|called|estimated)\sit(?:\sat)?|\blist(?:s|ed)\sit\s(?:as|at)|\b(?:spoke|spoken|talked)\sof|"
    rf"\bthere\s(?:were|are|had been))\s{LED}$",
    re.IGNORECASE,
)
""" "(the institute) put the number at", "there were", "spoke of": the count before, again."""
_ACCOMPANIED = re.compile(
    r"\b(?:together with|along with|alongside|as well as|in addition to|accompanied by|and (?:another|a further))\s"
    rf"{LED}$",
    re.IGNORECASE,
)
_HAD = re.compile(rf"(?:^|[,;]|\band|\bbut|\bwhile)\s*(?P<who>[^,;]*?)\s(?:has|have|had|kept)\s{LED}$", re.IGNORECASE)
""" "(120 beds;) the old house on the hill had"."""
_WITHOUT_VERB = re.compile(
    rf"(?:[,;]|\b(?:and|but|while))\s(?:the\s)?(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,3}}),?\s{LED}$"
)
_PRONOUN_LAST = re.compile(r"(?:^|\s)(?P<who>it|they|he|she)$", re.IGNORECASE)
_WHERE = re.compile(r"\s(?:on|in|at|of|near)\s")
_ENDS = re.compile(r"\s*(?:$|[.,;:]|\b(?:and|but|by|on|while|because|or|in|at|the|after|before)\b)")
"""Nothing more is said of the number: it is no count of its own."""
_WHOLE = re.compile(
    rf"(?:\d|\b(?:{'|'.join(ONE_TO_TWELVE)}|half|most|many|some|\w+ty))"
    r"\s(?:out\s)?of\s(?:the|its|their|all)\s$|\d\s(?:out\s)?of\s$",
    re.IGNORECASE,
)
""" "57 of the (120 seats)": the whole of a part."""
_VICTIMS = r"(?:the|those)\s(?P<victims>dead|killed|victims|wounded|injured)"
_KIND_OF_THEM = re.compile(
    rf"\s(?:of (?:them|those|whom)\s(?:are\s|were\s)?|(?:of {_VICTIMS}\s)?(?:are|were)\s)(?:also\s)?"
    r"(?P<kind>(?:[a-z-]+\s)?(?:[a-z]{3,}[^s\W]s|children|women|men|police))\b"
)
""" "(14) of the dead were rebels", "(seven) of them children"."""
_OF_THOSE = re.compile(
    rf"^\W*of (?:those|these|them)(?:\s(?:killed|wounded|injured))?\b(?:[^.;]*\band)?,?\s{LED}$", re.IGNORECASE
)
""" "Of those, (53)", "Of them, 12 … and (4)"."""


def again_counted(before: str, behind: str) -> str | None:
    """The noun of "the number of homes at", "" for a bare "the number at", "spoke of", "there were"; None for neither.

    Such a number repeats the count of the figure before it.
    """
    found = _AGAIN.search(before)
    if found is None or not _ENDS.match(behind):
        return None
    noun = found["noun"] or ""
    return None if predicate_class(noun.split(" ")[0].lower()) and noun else noun.lower()


def has_again(before: str, behind: str) -> str | None:
    """Who is said to have so many without a noun, those just counted: "(120 beds;) the old house on the hill had 84".

    None when nobody is; a pronoun is given in lower case, a place behind the noun is left out.
    """
    found = _HAD.search(before) if _ENDS.match(behind) else None
    if found is None:
        return None
    pronoun = _PRONOUN_LAST.search(found["who"])
    return pronoun["who"].lower() if pronoun else _WHERE.split(found["who"])[0]


def without_verb(before: str, behind: str) -> str | None:
    """Who has the number where its clause leaves out verb and noun: "(Russia set up 10 posts) and Iran seven"."""
    found = _WITHOUT_VERB.search(before)
    return found["who"] if found and re.match(r"\s*(?:$|[.;])", behind) else None


def is_part_of_last(before: str, behind: str) -> bool:
    """Whether the number breaks down the count before: "Of those, 53 are confirmed", "about 1,000 of them"."""
    of_those = _OF_THOSE.search(before) is not None or re.match(r"\sof (?:them|those|whom)\b", behind) is not None
    return of_those or is_kind_of_victims(behind)


def is_kind_of_victims(behind: str) -> bool:
    """Whether the number tells who those were that were counted: "14 (of the dead were rebels)"."""
    found = _KIND_OF_THEM.match(behind)
    return found is not None and found["victims"] is not None and are_persons(found["kind"].split()[-1])


def kind_of_them(behind: str) -> str | None:
    """Who the part are, where the text says so: "seven of them (children)"."""
    found = _KIND_OF_THEM.match(behind)
    return found["kind"] if found else None


def is_total_of(before: str) -> bool:
    """Whether the number is the whole of another one: "57 of the 120 seats"."""
    return _WHOLE.search(before) is not None


def is_accompanied(before: str) -> bool:
    """Whether the number joins the one before it: "1,240 vehicles had entered, together with some 5,000 soldiers"."""
    return _ACCOMPANIED.search(before) is not None
