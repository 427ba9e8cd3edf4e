"""From statements to the text an answer shows: markers in, claims and numbered citations out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.answering.draft import Quote, Statement, quotes_of
from app.answering.speaker_names import small_if_common
from app.models import Citation, Claim, Span, Verdict

_MARKER = re.compile(r"\[(\d+)\]")
_OPENINGS = frozenset({"Another", "It", "Before"})
"""Words that are small behind a semicolon, as determiners and common nouns are; others may be names."""
_FINAL = re.compile(r"[.!?…]$")


class Marked(NamedTuple):
    """The answer's text, its claims with their places in it, and the citations that its markers number."""

    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


def mark(statements: Sequence[Statement], verdicts: Sequence[Verdict]) -> Marked:
    """Number the quotes in order of first use and join the statements into one paragraph.

    Args:
        verdicts: one for each statement.
    """
    quotes = quotes_of(statements)
    numbers = {quote.key: number for number, quote in enumerate(quotes, start=1)}
    text = ""
    claims: list[Claim] = []
    for statement, verdict in zip(statements, verdicts, strict=True):
        cited = tuple(sorted({numbers[quote.key] for quote in statement.quotes}))
        start = len(text) + 1 if text else 0
        text = _joined(text, _with_markers(statement.shown, cited), goes_on=statement.goes_on)
        claims.append(Claim(text=statement.shown, answer_span=Span(start, len(text)), verdict=verdict, citations=cited))
    return Marked(text, tuple(claims), tuple(citation_of(quote, numbers[quote.key]) for quote in quotes))


def _joined(text: str, told: str, *, goes_on: bool) -> str:
    """The text with what is told next, as a sentence of its own or behind a semicolon."""
    if not goes_on or not text.endswith("."):
        return f"{text} {told}".strip()
    opens = told.partition(" ")[0] in _OPENINGS
    return f"{text[:-1]}; {told[:1].lower() + told[1:] if opens else small_if_common(told)}"


def numbers_in(text: str) -> tuple[int, ...]:
    """The citation numbers that markers in the text name, each once, in order."""
    return tuple(dict.fromkeys(int(match.group(1)) for match in _MARKER.finditer(text)))


def _with_markers(text: str, numbers: Iterable[int]) -> str:
    """ "It has 40 posts." -> "It has 40 posts [1]."; after a closing quotation mark the marker comes last."""
    markers = " ".join(f"[{number}]" for number in numbers)
    if not markers:
        return text
    final = _FINAL.search(text)
    return f"{text[: final.start()].rstrip()} {markers}{final.group()}" if final else f"{text} {markers}"


def citation_of(quote: Quote, number: int) -> Citation:
    """The quote as the citation with this number."""
    article = quote.article
    return Citation(
        number=number,
        article_id=article.article_id,
        version=article.version,
        title=article.title,
        source=article.source,
        url=article.url,
        published_at=article.published_at,
        quote=quote.text,
        source_span=quote.span,
    )
