"""Whether a claim keeps to the words of what it cites; one that rewords it is told in the archive's own words.

A small model turns "would make it the latest" into "is the latest", and "was expected to rain" into "is expected": each
word has its like in the quote, and the claim is wrong. A claim that only leaves words out cannot go wrong so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.answering.draft import Statement
from app.answering.reading.words import words_of
from app.english import MONTHS, WEEKDAYS

_HARMLESS_WORDS = "the a an of in on at to for from by with as and that who which its their his her yes no"
_HARMLESS = frozenset(_HARMLESS_WORDS.split())
"""Words that neither date nor deny, and that a shortened sentence may need."""
_QUALIFIES = re.compile(
    r"\b(?:if|unless|whether|would|could|might|should|expect\w*|likely|plan(?:s|ned)?|propos\w+|claim(?:s|ed|ing)?"
    r"|alleg\w+|accus\w+|believed?|reportedly|rumou?r\w*|almost|nearly|barely|hardly|only|denie[sd]|den(?:y|ying)"
    r"|not|never)\b|n[’']t\b|\b(?-i:may)\b",
    re.IGNORECASE,
)
_STOPS_SHORT = re.compile(
    r"\b(?:the|an?|of|to|and|or|with|from|for|by|as|that|who|which|will|would|is|are|was|were|has|have|had)$",
    re.IGNORECASE,
)
"""Where a reply broke off: "locations fans will"."""
_LEAST_IN_ORDER = 0.75
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})


def rewords(claim: Statement) -> bool:
    """Whether a claim has words, or an order of them, that what it cites does not have, or drops what qualifies it."""
    quotes = [quote.text for quote in claim.quotes]
    titles = [quote.article.title for quote in claim.quotes]
    said, quoted = _forms([claim.text]), _forms(quotes)
    return bool(
        set(said) - set(quoted) - set(_forms(titles)) - _HARMLESS
        or _STOPS_SHORT.search(claim.text.rstrip(". "))
        or leaves_out_doubt(claim)
        or _changes_names(claim.text, quotes)
        or not _is_in_order([word for word in said if word not in _HARMLESS], quoted)
    )


def leaves_out_doubt(claim: Statement) -> bool:
    """Whether what a claim cites expects, denies or alleges something, in a word that the claim leaves out."""
    return bool(_qualifiers(quote.text for quote in claim.quotes) - _qualifiers([claim.text]))


def changes_subject(claim: Statement) -> bool:
    """Whether a claim opens with a name from elsewhere, as from a title, where its quote opens with another one."""
    known = {word.stem for quote in claim.quotes for word in words_of(quote.text)}
    articles = " ".join(f"{quote.article.title} {quote.article.text}" for quote in claim.quotes)
    opening, *others = (_opening_name(text, articles) for text in (claim.text, *(quote.text for quote in claim.quotes)))
    return bool(opening - known) and any(other - _names([claim.text]) for other in others)


def _opening_name(text: str, articles: str) -> set[str]:
    """Stem of the first word if it is a name; a word that its articles also print small has its capital from there."""
    first = text.split(maxsplit=1)[0]
    return set() if f" {first.lower()} " in articles else _names([first])


def _changes_names(claim: str, quotes: Sequence[str]) -> bool:
    """Whether a claim has names from elsewhere, as from a title, in the place of some that its quotes have."""
    known = {word.stem for quote in quotes for word in words_of(quote)}
    return bool(_names([claim]) - known) and bool(_names(quotes) - _names([claim]))


def _names(texts: Iterable[str]) -> set[str]:
    """Stems of capitalised words; days and months are no names."""
    words = (word for text in texts for word in words_of(text) if word.is_capitalised and word.is_content)
    return {word.stem for word in words if word.text not in _CALENDAR and word.text.lower() not in _HARMLESS}


def _forms(texts: Iterable[str]) -> list[str]:
    """Every word as it is printed, small, without a possessive ending: "killed" is not "killing"."""
    return [re.sub(r"[’']s$", "", word.text.lower()).rstrip(".") for text in texts for word in words_of(text)]


def _qualifiers(texts: Iterable[str]) -> set[str]:
    return {match.group().lower() for text in texts for match in _QUALIFIES.finditer(text)}


def _is_in_order(said: Sequence[str], quoted: Sequence[str]) -> bool:
    """Whether the words of both come in one order: "the Bears beat the Lions" is not "the Lions beat the Bears"."""
    known = set(quoted)
    common = [word for word in said if word in known]
    return _longest_in_order(common, quoted) >= _LEAST_IN_ORDER * len(common)


def _longest_in_order(left: Sequence[str], right: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    lengths = [0] * (len(right) + 1)
    for word in left:
        before = 0
        for place, other in enumerate(right, start=1):
            longest = before + 1 if word == other else max(lengths[place], lengths[place - 1])
            before, lengths[place] = lengths[place], longest
    return lengths[-1]
