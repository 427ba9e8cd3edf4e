"""How far a sentence stands by a number: its qualifier, whether it still holds, is only wished for or a part."""

from __future__ import annotations

import re

from app.english import NUMBER_WORDS
from app.figures.events import UPHEAVAL
from app.figures.levels import level_before
from app.figures.records import Standing

_QUALIFIER = re.compile(
    r"\b(?P<qualifier>(?:at )?least(?: at)?|at the least|more than|no more than|no fewer than|not less than|"
    r"no less than|fewer than|less than|up to|as many as|as much as|as few as|nearly|almost|close to|about|around|"
    r"some|approximately|roughly|over|under|an estimated|estimated|a total of|a minimum of|a maximum of|"
    r"exceed(?:s|ed|ing)?|only|just|above|below|well over|just over|just under)"
    r"\s+(?:another\s+|an additional\s+|a further\s+)?$",
    re.IGNORECASE,
)
""" "at least", "no fewer than another", right in front of the number."""
_QUALIFIER_AFTER = re.compile(
    r"^\s+(?P<qualifier>or more|or so|at least(?! \w+ (?:people|were|was|\w+s)\b)|or fewer)\b"
)
""" "(20) or more", "(20) at least"."""
_EARLIER = re.compile(
    r"\b(?:used to|formerly|previous(?:ly)?|initial(?:ly)?|originally|at first|up from|down from|"
    r"earlier (?:death )?(?:toll|figure|count|report\w*|estimate\w*)|had (?:earlier|given|put|reported|said|stood)|"
    r"rose from|risen from|increased from|raised from|from an earlier|updating)\b[^.;]{0,110}$",
    re.IGNORECASE,
)
""" "used to (have 12)", "up from (12)", "an earlier toll of (12)"."""
_IT_WAS = re.compile(
    r"\b(?:on \w+day|yesterday|(?:the|a|one) (?:day|week|month|year) (?:before|earlier|ago)|last (?:week|month|year)),?"
    r"\sit\s(?:was|had been|stood at)\s(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
"""What a count was before: "the toll stands at 41; on Saturday it was 29"."""
_BEFORE_IT = re.compile(rf"^\W*Before\s{UPHEAVAL}")
"""What no longer is: "Before the offensive more than 100,000 people lived there"."""
_HAD = re.compile(r"\b(?:once|formerly)\s\w+\s[^.;]{0,30}$|\b(?P<had>had|kept)\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
""" "(Turkey) had (12 posts)", "once held"."""
_REPORTS = re.compile(r"\b(?:said|says|told|reported|that|announced|stated|claimed|added|estimated)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$")
""" "(rose) from (12 to 40)": the first of both."""
_TO_FROM = re.compile(
    r"\b(?:r[io]sen?|r[io]ses|climb\w*|jump\w*|increas\w*|rais\w*|f[ae]ll\w*|dropp?\w*|cut|lower\w*|reduc\w*)\b[^.;]{0,30}?\bto\s"
    r"[^.;]{1,60}?(?:\.\d[^.;]{1,40})?\bfrom\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
"""What stands behind it is what there was before: "had risen to 500 pounds from"."""
_FROM_TO = re.compile(r"\bfrom\s[^.;]{1,40}?\bto\s(?:[a-z]+\s){0,2}$")
""" "(rose) from 12 to (40)": the second of both."""
_TO = re.compile(r"^[^.;]{0,40}?\bto\s(?:[a-z]+\s){0,2}[$£€]?\d")
_NOW = re.compile(
    r"\b(?:now|currently|at present|(?:rise|rose|risen|climb\w*|updat\w*|increas\w*|jump\w*|reach\w*|revis\w*) to|"
    r"reached|(?:toll|count|number) stands at|new toll|latest (?:figure|toll|count)\w*|hits|"
    r"(?:bring|brought|rais|took|tak|push)\w*\s[^.;]{1,60}\s(?:toll|number|total|count)\s(?:[^.;]{1,60}\s)?to)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
""" "now (40)", "has risen to (40)", "brought the toll to (40)"."""
_RAISES = re.compile(r"\b(?:bring|brought|rais|took|tak|push)[a-z]*\sto\s$")
_THE_TOTAL = re.compile(r"\sthe\s(?:total\s|overall\s|death\s)?(?:number|toll|count)\b")
_HEDGE = re.compile(
    r"\b(?:[Ww]hether|[Ii]f|[Uu]nless|could|may|might|would|should|expect\w*|plan(?:s|ned|ning)?|threat\w*|will|not|"
    r"never|without|den(?:y|ies|ied)|reward|demand\w*|hop(?:e|es|ed|ing) to|seek\w*|aim\w*|want\w*|propos\w*|pledg\w*|"
    r"promis\w*|capable of|fear\w*|(?<!\bat )risk\w*)\b[^.;]{0,60}$"
)
"""Written small: "In May", "Reporters Without Borders" hedge nothing."""
_WANTED = re.compile(r"\s(?:[\w'’-]+\s){0,2}?(?:is|are|was|were)\s(?:needed|required|wanted|expected|planned)\b")
""" "(40 posts) are needed"."""
_MAYBE = re.compile(r"\s(?:[\w'’-]+\s){0,2}?(?:may|might|could)\shave\b")
""" "(40 people) may have (died)"."""
_PART = re.compile(
    r"\b(?:including|includes?|included|among (?:them|those|whom|"
    r"the (?:dead|victims|rescued|injured|wounded|survivors))|of (?:whom|them|which)|comprising|mostly|consisting of|"
    r"made up of)\b(?!.*\b(?:and another|kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|died|leaving|claiming|when|"
    r"where|were among)\b)[^.;]{0,60}$",
    re.IGNORECASE,
)
""" "including (11 children)", "among them (11)"."""
_FURTHER = re.compile(r"\b(?:another|an additional|a further)\s$", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:in|at|on|near|of|outside)\s(?:(?:the\s)?(?:[a-z]+\s){0,3}?(?:al-)?[A-Z]|"
    r"(?:a|another)\s(?:[a-z]+\s){0,2}?(?:village|town|city|district|neighbou?rhood|camp)\b)"
)
""" "in Aleppo", "on a village"."""
_ANY_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(sorted(NUMBER_WORDS))})\b", re.IGNORECASE)
_AND_SO_MANY = re.compile(r"\band\s(?:\w+\s){0,2}\d")
_PART_AFTER = re.compile(
    r"^(?:(?!\b(?:said|that)\b)[^.,;\d]){0,30}\b(?:(?:were|was|are|is) (?:also )?among|"
    r"(?:were|was|are) (?:children|women|civilians|evacuees|fighters|soldiers|militants|rebels|foreigners|minors))\b|"
    r"^\s(?:are|were|remain\w*)\s(?:still\s)?in\s(?:the\s|a\s)?(?:\w+\s)?(?:hospital|condition|care)\b|"
    r"^\s?of (?:the (?:dead|killed|victims|wounded|injured)|them|those|whom)\b"
)
""" "(11) were among the dead", "(11) of whom", "(11) remain in hospital"."""


def qualifier_of(before: str, after: str) -> str | None:
    """The qualifier printed right before (or after) a number, lower case, in its usual form; "20+" is at least 20."""
    if after[:1] == "+":
        return "at least"
    found = _QUALIFIER.search(before) or _QUALIFIER_AFTER.match(after)
    if found is None:
        return None
    printed = " ".join(found["qualifier"].lower().split())
    return "at least" if "least" in printed else printed


def standing_of(before: str, behind: str) -> Standing:
    """Whether the words around a number call it superseded, current, or neither."""
    if _IT_WAS.search(before) or _BEFORE_IT.search(before) or (_FROM.search(before) and _TO.match(behind)):
        return "earlier"
    if _FROM_TO.search(before) or (_RAISES.search(before) and _THE_TOTAL.match(behind)):
        return "now"
    earlier, now = _EARLIER.search(before) or _TO_FROM.search(before) or _no_longer(before, behind), _NOW.search(before)
    if earlier is None or (now is not None and now.start() > earlier.start()):
        return "now" if now else "stated"
    return "earlier"


def _no_longer(before: str, behind: str) -> re.Match[str] | None:
    """ "Turkey had 12 posts": a simple past in the outlet's own voice; reported speech only shifts the tense.

    A quake that had a magnitude still has it.
    """
    found = _HAD.search(before)
    reported = found is not None and found["had"] and _REPORTS.search(f"{before} {behind}")
    return None if reported or level_before(before) else found


def is_hedged(before: str, behind: str = "") -> bool:
    """Whether the clause around a number makes it conditional, future, denied, asked or only wished for."""
    if _WANTED.match(behind) or _MAYBE.match(behind):
        return True
    told = re.split(r"\b(?:which|who|where|said|says)\s", before)[-1]
    clauses = re.split(r"[,;](?!\d)|\b(?:and|but|after)\s", told)
    own = next(
        (clause for clause in reversed(clauses) if clause.strip()), ""
    )  # "would cause 1,800 deaths, 50 injuries"
    return _HEDGE.search(own) is not None


def is_part(before: str, after: str, *, apart: bool = False) -> bool:
    """Whether the number breaks down another one; ``apart``: what leads up to it lists something else beside it."""
    return (not apart and _PART.search(before) is not None) or _PART_AFTER.match(after) is not None


def is_addition(before: str, behind: str) -> bool:
    """Whether the number comes on top of one before, not of another place: "24 other people", "another five"."""
    further, second = _FURTHER.search(before), _ANY_NUMBER.search(before) is not None
    if further is None and not (second and re.match(r"\s(?:others?|more)\b", behind)):
        return False
    own = _PLACED.search(_AND_SO_MANY.split(behind)[0]) is not None
    return not (own and _PLACED.search(before)) if second else not (own or _PLACED.search(before))
