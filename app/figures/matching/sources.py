"""Whether a figure is that of the source which a question names."""

from __future__ import annotations

from collections.abc import Sequence

from app.figures.asked.quantity import Asked
from app.figures.matching.candidate import Candidate
from app.figures.names import abbreviates, name_keys, names_it
from app.figures.reading.owners import countries_of
from app.figures.speakers.words import HEADS
from app.figures.words import read_words

_BESIDE, _FULL_NAME = 250, 2
"""Characters around a sentence within which who says it may be named; words of a first and a last name."""


def said_by_asked(asked: Asked, found: Sequence[Candidate]) -> list[Candidate]:
    """Those of the source that the question names; of one only described ("the county hospital") if there are any."""
    kept = [candidate for candidate in found if is_said_by_asked(asked, candidate)]
    described = " ".join(asked.speakers) in asked.text
    return kept or (list(found) if described else [])


def is_said_by_asked(asked: Asked, candidate: Candidate) -> bool:
    """Whether the source that the question names says so, or reports it; unsaid, it may be named beside the figure."""
    if not asked.speakers:
        return True
    record, article = candidate.record, candidate.article
    asked_name = " ".join(asked.speakers)
    if all(map(countries_of, asked.speakers)) and countries_of(asked_name) & countries_of(record.said_by or ""):
        return True  # "the ministry in Moscow" speaks for Russia
    if record.said_by and _is_short_for(record.said_by, asked_name):
        return names_it(asked_name, name_keys(article.text))
    around = article.text[max(0, record.sentence.start - _BESIDE) : record.sentence.end + _BESIDE]
    if record.said_by is None and _named_in_short(asked.speakers, around):
        return names_it(asked_name, name_keys(article.text))
    if f"({asked_name.upper()})" in article.text[slice(*record.sentence)] or abbreviates(
        asked.text, record.said_by or ""
    ):
        return True  # "the children's agency (UNICEF) said"
    printed = f"{record.said_by or around} {article.source or ''} {article.agency or ''}"
    return names_it(asked_name, name_keys(printed))


def _named_in_short(name: Sequence[str], text: str) -> bool:
    """Whether a text names somebody by the surname, a body by what it is: "the Observatory"."""
    short = name[-1:] if len(name) == _FULL_NAME else [word for word in name if word in HEADS and len(name) > 1]
    return any(word.capital and word.lower in short for word in read_words(text))


def _is_short_for(said_by: str, name: str) -> bool:
    """Whether every name in ``said_by`` belongs to the asked one: "the Observatory" of the Syrian Observatory."""
    printed = [word.lower for word in read_words(said_by) if word.capital and word.lower != "the"]
    return bool(printed) and set(printed) <= set(name.split())
