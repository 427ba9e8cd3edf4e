"""The two sources of a comparing question: "according to A and according to B", "what did A and B say about …"."""

from __future__ import annotations

import re

from app.figures.levels import LEVEL_NOUNS
from app.figures.names import name_keys
from app.figures.predicates import predicate_class
from app.figures.words import read_words, word_set

Side = tuple[str, ...]
"""Lower-case words of one source."""

_SAY = r"(?:say|said|give|gave|report|count|list|put|admit|claim|announce|find)"
_AND_ASKS = r",?\s+and\s+(?:(?:how\s+many|which|what)(?:\s+(?:toll|number|figure))?)\s+"
_ACCORDING = re.compile(r"\baccording\sto\s(?P<who>.+?)(?=,|\?|$|\sand\s)", re.IGNORECASE)
_ALSO = re.compile(r"\sand\s(?P<who>(?:the|a|an)\s[^,?]+)", re.IGNORECASE)
_DID = re.compile(rf"\b(?:did|do|does)\s(?P<who>(?:[\w.'’-]+\s){{1,6}}?){_SAY}\b", re.IGNORECASE)
_THEN = re.compile(rf"{_AND_ASKS}(?:(?:did|do|does)\s)?(?P<who>[^?,]+?)(?:\s{_SAY})?\s*\?*$", re.IGNORECASE)
_BOTH = r"(?P<first>(?:[\w.'’-]+\s){1,5}?)and\s(?P<second>(?:[\w.'’-]+\s){1,5}?)"
_DID_BOTH = re.compile(rf"\b(?:did|do|does)\s{_BOTH}{_SAY}\b", re.IGNORECASE)
_SAID_ABOUT = re.compile(
    rf"^(?:what\s(?:did|do)\s{_BOTH}say|compare\swhat\s{_BOTH.replace('first', 'one').replace('second', 'other')}said)"
    r"\sabout\s(?:the\s)?(?P<what>.+?)[.?]*$",
    re.IGNORECASE,
)
_AGREE = re.compile(rf"^(?:do|did|does)\s{_BOTH}agree\s(?:on|about)\s(?:the\s)?(?P<what>.+?)\?*$", re.IGNORECASE)
_NUMBERS = re.compile(
    rf"^(?:what|which)\snumbers?\sof\s(?P<what>.+?)\sdid\s{_BOTH}give(?P<rest>.*?)\?*$", re.IGNORECASE
)
_WHICH_LEVEL = re.compile(
    rf"^(?:which|what)\s(?P<what>{LEVEL_NOUNS})\sdid\s(?P<first>.+?)\sgive{_AND_ASKS}(?P<second>.+?)\?*$", re.IGNORECASE
)
_NUMBER_OF = re.compile(r"^(?:number|toll|count|figure)s?\s(?:of|for)\s(?:the\s)?", re.IGNORECASE)
_NO_NAMES = word_set("the a an of for and its their his her")
_LEAST_SHARE = 0.5


def comparing_form(question: str) -> str:
    """A question on what two sources say about a number, as one that counts; any other question as it is."""
    for pattern in (_SAID_ABOUT, _AGREE, _NUMBERS, _WHICH_LEVEL):
        found = pattern.match(question)
        if found is not None and (pattern is not _SAID_ABOUT or _counts(found["what"])):
            groups = found.groupdict()
            first, second = groups.get("first") or groups["one"], groups.get("second") or groups["other"]
            what = f"{groups['what']}{groups.get('rest') or ''}".strip()
            return f"{_counting(what)} according to {first.strip()} and according to {second.strip()}?"
    return question


def _counts(what: str) -> bool:
    """Whether what two sources speak about is a number: "the number of dead", "soldiers hit", no "Idlib"."""
    told = any(predicate_class(word.lower) for word in read_words(what))
    return told or _NUMBER_OF.match(what) is not None or re.match(LEVEL_NOUNS, what, re.IGNORECASE) is not None


def _counting(what: str) -> str:
    if re.match(LEVEL_NOUNS, what, re.IGNORECASE):
        return f"What was the {what}"
    return f"How many {_NUMBER_OF.sub('', what)}"


def sides_of(question: str) -> tuple[Side, ...]:
    """The sources that a question compares, in order; () when it names fewer than two."""
    both = _DID_BOTH.search(question)
    if both is not None:
        return _sides(both["first"], both["second"])
    found = [match["who"] for match in _ACCORDING.finditer(question)]
    if len(found) == 1:
        rest = question[question.lower().rindex("according to") :]
        also = _ALSO.search(rest)
        found += [also["who"]] if also else []
    if len(found) < 2:
        first, then = _DID.search(question), _THEN.search(question)
        found = [first["who"], then["who"]] if first and then else []
    return _sides(*found)


def _sides(*named: str) -> tuple[Side, ...]:
    sides = (tuple(word.lower for word in read_words(one) if word.lower not in _NO_NAMES) for one in named)
    kept = tuple(side for side in sides if side)
    return kept if len(kept) > 1 else ()


def says(side: Side, speaker: str) -> bool:
    """Whether a printed speaker is that source: at least half of its words name it."""
    keys = name_keys(speaker)
    return sum(bool(name_keys(word) & keys) for word in side) >= _LEAST_SHARE * len(side)
