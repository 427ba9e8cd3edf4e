"""Whether cited spans support a claim; pure, so that every writer is held to the same rule.

A claim is *supported* when its numbers, names and dates stand in the quotes (names and days also in what the citation
itself shows: outlet, day of publication, title, and in the lines that lead up to the quote), when it denies exactly
what the quotes deny, and when most of its other words come from there. Numbers and negation are never forgiven.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.answering.reading.words import Word, stem, words_of
from app.english import MONTHS, NUMBER_WORDS, WEEKDAYS
from app.figures.reading.numbers import read_numbers
from app.models import Verdict

_NEGATION = re.compile(
    r"\b(?:not(?!\s(?:far|only|just|least|less|fewer)\b)|no(?!\s(?:fewer|less)\sthan\b)|never|none|nobody|nothing|"
    r"neither|nor|without|cannot|denied|denies|deny|\w+n[’']t)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[a-z]\s[a-z]", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SUPPORTED_SHARE = 0.6
_PARTLY_SHARE = 0.3
_FRAME_WORDS = """
itself according another
says said say used it now earlier put puts count counted figure before reported another gave gives
was were be been is are to
"""
_FRAME = frozenset(stem(word) for word in _FRAME_WORDS.split())


class Evidence(NamedTuple):
    """What one claim cites.

    Attributes:
        quotes: the cited spans.
        beside: what stands on the citation itself and leads up to the quote: outlet, day, title, lines before it.
    """

    quotes: tuple[str, ...]
    beside: tuple[str, ...] = ()


def verdict_on(claim: str, evidence: Evidence) -> Verdict:
    """Judge one claim without markers against what it cites; nothing cited is unsupported."""
    if not evidence.quotes or not claim.strip():
        return "unsupported"
    quoted = words_of(" ".join(evidence.quotes))
    beside = words_of(" ".join(evidence.beside))
    said = words_of(claim)
    denied = negated(" ".join(evidence.quotes))
    if _contained(claim, evidence.quotes) and negated(claim) >= denied:
        return "supported"
    if _adds_something(said, quoted, beside) or (negated(claim) and not denied):
        return "unsupported"
    if denied and not negated(claim):
        return "partly"
    return _graded(said, _stems(quoted) | _stems(beside))


def _adds_something(said: Sequence[Word], quoted: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Whether the claim has a number or a name that stands neither in the quotes nor, for days, beside them."""
    if numbers_in_words(said) - numbers_in_words(quoted) - numbers_in_words(beside, days_only=True):
        return True
    return bool(_names(said) - _stems(quoted) - _stems(beside))


def negated(text: str) -> bool:
    """Whether the text denies something."""
    return bool(_NEGATION.search(text))


def _graded(said: Sequence[Word], known: frozenset[str]) -> Verdict:
    content = [word.stem for word in said if word.is_content and word.stem not in _FRAME and not _is_number(word)]
    if not content:
        return "supported"
    share = sum(stem in known for stem in content) / len(content)
    if share >= _SUPPORTED_SHARE:
        return "supported"
    return "partly" if share >= _PARTLY_SHARE else "unsupported"


def _contained(claim: str, quotes: Iterable[str]) -> bool:
    """Whether the claim is itself a verbatim part of a quote: then nothing can have been turned round."""
    plain = " ".join(claim.split()).rstrip(".!?…")
    return any(plain in " ".join(quote.split()) for quote in quotes)


def numbers_in_words(words: Iterable[Word], *, days_only: bool = False) -> frozenset[float]:
    """Values of digits and number words; ``days_only`` keeps what can be part of a date. "Nine" in a name is none."""
    words = tuple(words)
    found = set() if days_only else _of_several_words(" ".join(word.text for word in words))
    for place, word in enumerate(words):
        digits = _DIGITS.search(word.text)
        if digits:
            found.add(float(digits.group().rstrip(",").replace(",", "")))
        elif not days_only and "-" in word.text and (value := _hyphenated(word.text)) is not None:
            found.add(value)
        elif not days_only and word.text.lower() in NUMBER_WORDS and not _is_in_name(words, place):
            found.add(float(NUMBER_WORDS[word.text.lower()]))
    return frozenset(value for value in found if not days_only or value <= 31 or 1900 <= value <= 2100)


def _of_several_words(text: str) -> set[float]:
    """Numbers that several words tell: "over one hundred militants", "a quarter of a million"."""
    return {reading.value for reading in read_numbers(text) if _SEVERAL.search(text[slice(*reading.span)])}


def _is_in_name(words: Sequence[Word], place: int) -> bool:
    """Whether a number word belongs to a name: "Channel Nine TV"; behind a headline without a stop it counts ("Four
    civilians")."""
    counts = place + 1 < len(words) and not words[place + 1].is_capitalised
    return place > 0 and words[place].is_capitalised and not counts


def _hyphenated(word: str) -> float | None:
    """ "Eighty-four" as 84; None for other words with hyphens."""
    tens, _, ones = word.lower().partition("-")
    known = NUMBER_WORDS.get(tens, 0) >= 20 and 0 < NUMBER_WORDS.get(ones, 0) < 10
    return float(NUMBER_WORDS[tens] + NUMBER_WORDS[ones]) if known else None


def _is_number(word: Word) -> bool:
    return bool(_DIGITS.search(word.text)) or word.text.lower() in NUMBER_WORDS


def _names(words: Sequence[Word]) -> frozenset[str]:
    """Stems of capitalised words; the first word of a claim may be capitalised for that alone."""
    dates = {*MONTHS, *WEEKDAYS}
    return frozenset(
        word.stem
        for place, word in enumerate(words)
        if word.is_capitalised and word.is_content and (place or word.text in dates or word.stem.startswith("@"))
    )


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words)
