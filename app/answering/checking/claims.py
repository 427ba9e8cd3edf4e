"""A text held against the archive, claim by claim: what supports each, or the nearest that was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.answering.checking.grounding import Claimed, claims_in, ground
from app.answering.checking.markers import mark
from app.answering.reading.evidence import sentences_of
from app.answering.refusal import related_articles
from app.models import Article, Citation, Passage, Related

MOST_CLAIMS = 10
"""Longer texts are checked up to here."""


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One sentence of a text and what the archive says to it.

    Attributes:
        citations: the spans that support all of it, numbered from 1 within the claim; none when nothing does.
        nearest: the article that comes nearest when nothing supports it; None when nothing was found at all.
    """

    text: str
    citations: tuple[Citation, ...]
    nearest: Related | None

    @property
    def is_supported(self) -> bool:
        return bool(self.citations)


def check_claims(
    text: str, search: Callable[[str], Sequence[Passage]], article_of: Callable[[str, int], Article]
) -> list[CheckedClaim]:
    """The first ``MOST_CLAIMS`` sentences of the text, each searched for and checked on its own."""
    return [_checked(claim, search(claim.text), article_of) for claim in claims_in(text, (), 0)[:MOST_CLAIMS]]


def _checked(claim: Claimed, passages: Sequence[Passage], article_of: Callable[[str, int], Article]) -> CheckedClaim:
    sentences = sentences_of(passages, lambda passage: article_of(passage.article_id, passage.version))
    found = ground(claim, sentences, passages)
    if found.verdict == "supported":
        return CheckedClaim(claim.text, mark([found.statement], [found.verdict]).citations, None)
    return CheckedClaim(claim.text, (), next(iter(related_articles(passages)), None))
