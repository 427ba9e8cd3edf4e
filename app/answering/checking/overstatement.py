"""Where a claim says more than its quotes: settles what they leave open, sets a bound, or tells as news what is old."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from app.answering.draft import Quote, Statement
from app.answering.reading.words import stems_of, words_of
from app.english import NUMBER_WORDS, WEEKDAYS
from app.figures.predicates import predicate_class

_LEFT_OPEN = re.compile(
    r"\b(?:whether|could|might|potential(?:ly)?|(?:[Aa]lleged|[Rr]eported|[Pp]ossib|[Pp]erhap)(?:ly|s))\b|\bmay\b"
)
_OUTCOMES = frozenset(
    {"killed", "executed", "wounded", "captured", "detained", "kidnapped", "freed", "downed", "destroyed"}
)
_OUTCOME_WORDS = """
won: win wins won winning winner winners victory beat beats defeated clinched
lost: lose loses lost losing loser loss defeat defeated
elected: elected elects elect election re-elected
resigned: resign resigns resigned resigning resignation quit quits
born: born birth gave+birth
banned: ban bans banned banning
"""
_OUTCOME_OF = {
    form: name
    for name, _, forms in (line.partition(":") for line in _OUTCOME_WORDS.strip().splitlines())
    for form in forms.split()
}
_LEAST_ECHO_SHARE = 0.5
_ORDINAL = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:nd|rd|th))\b",
    re.IGNORECASE,
)
_BOUNDS = (
    r"at least|more than|over|above|no (?:fewer|less) than|or more|upwards? of|exceed\w*|surpass\w*",
    "at most|up to|no more than|as (?:many|much) as|fewer than|less than|under|below|or (?:fewer|less)",
    "about|around|approximately|roughly|some|nearly|almost|close to|an? estimated|estimates?",
)
_AMOUNT = rf"[$£€]?(?:\d|(?:{'|'.join(NUMBER_WORDS)})\b)"
_DAYS_NEAR = {
    rf"today|tonight|yesterday|last night|(?:this|last)(?: past)? week(?:end)?|(?<=on )(?:{'|'.join(WEEKDAYS)})": 14,
    r"(?:this|last) month": 62,
}
"""Words that lean on the day of telling, and how many days later they can still be told."""


def says_more(claim: Statement, question: str, today: str) -> bool:
    """Whether a claim that its quotes support by its words says more than they do in any of the ways of this module."""
    quotes = [quote.text for quote in claim.quotes]
    evidence = [*quotes, *(quote.article.title for quote in claim.quotes)]
    return (
        overstates(claim.text, quotes)
        or is_outdated(claim.text, claim.quotes, today)
        or echoes(claim.text, question, evidence)
        or adds_an_outcome(claim.text, evidence)
    )


def overstates(claim: str, quotes: Iterable[str]) -> bool:
    """Whether the claim states outright what every one of its quotes leaves open, or sets a bound that none sets.

    "whether", "could" and "allegedly" leave open; "at least 40" is not supported by "40".
    """
    quoted = list(quotes)
    settles = not _LEFT_OPEN.search(claim) and all(_LEFT_OPEN.search(quote) for quote in quoted)
    return settles or any(_is_bound_by(words, claim) and not _has(words, quoted) for words in _BOUNDS)


def is_outdated(claim: str, quotes: Sequence[Quote], today: str) -> bool:
    """Whether the claim speaks of "this week" or "on Monday" where only articles of long before ``today`` support it.

    What a quote itself calls so may be repeated: its day is shown with it.
    """
    return any(
        all(match[0].lower() not in quote.text.lower() and age_in_days(quote, today) > days for quote in quotes)
        for words, days in _DAYS_NEAR.items()
        for match in re.finditer(rf"\b(?:{words})\b", claim, re.IGNORECASE)
    )


def echoes(claim: str, question: str, evidence: Iterable[str]) -> bool:
    """Whether most of what a claim has from the question stands nowhere in its evidence: the question's words, turned
    into a statement around a name."""
    echoed = stems_of(claim) & stems_of(question)
    shown = {stem for text in evidence for stem in stems_of(text)}
    return len(echoed & shown) < _LEAST_ECHO_SHARE * len(echoed)


def adds_an_outcome(claim: str, evidence: Iterable[str]) -> bool:
    """Whether the claim says that somebody won, died or was arrested, or came "sixth", where the evidence does not."""
    return bool(_outcomes(claim) - {outcome for text in evidence for outcome in _outcomes(text)})


def _outcomes(text: str) -> set[str]:
    words = [word.text.lower() for word in words_of(text)]
    found = {_OUTCOME_OF[word] for word in words if word in _OUTCOME_OF}
    found |= {ordinal.lower() for ordinal in _ORDINAL.findall(text)}
    return found | {kind for word in words if (kind := predicate_class(word)) in _OUTCOMES}


def age_in_days(quote: Quote, today: str) -> int:
    """Days from the quote's article to today; 0 when its day is not known."""
    published = quote.article.published_at
    return (date.fromisoformat(today[:10]) - date.fromisoformat(published[:10])).days if published else 0


def _is_bound_by(words: str, claim: str) -> bool:
    return bool(re.search(rf"\b(?:{words})\s+{_AMOUNT}", claim, re.IGNORECASE))


def _has(words: str, quotes: Iterable[str]) -> bool:
    return any(re.search(rf"\b(?:{words})\b", quote, re.IGNORECASE) for quote in quotes)
