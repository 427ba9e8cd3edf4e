"""What a chat model's claims are shown with: the day of what is old, the sentence that a lone claim rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.answering.checking.grounding import Grounded
from app.answering.draft import Statement, origin_of
from app.answering.extractive.telling import is_tellable, statements_of
from app.answering.generative.relevance import is_bare
from app.answering.reading.evidence import Sentence
from app.answering.reading.words import stems_of

_OLD_DAYS = 31
_SHORT_WORDS = 25
_LEAST_MORE = 4
"""A sentence with fewer words of its own tells no more than the claim that rests on it."""


def said_once(claims: Sequence[Grounded], figures: Sequence[Statement]) -> list[Grounded]:
    """The claims without bare names and numbers that another claim, or a resolved figure, says as well."""
    told = [*(one.statement for one in claims if one.verdict == "supported"), *figures]
    return [one for one in claims if not (is_bare(one.statement.text) and _is_repeated(one.statement, told))]


def dated(statements: Sequence[Statement], today: str) -> list[Statement]:
    """The statements, the first of each old article with its outlet and day: what was so then need not be so now."""
    shown: list[Statement] = []
    for statement in statements:
        article = statement.quotes[0].article if statement.quotes else None
        known = any(one.origin and one.quotes[0].article is article for one in shown)
        is_old = article is not None and not known and _days_since(article.published_at, today) > _OLD_DAYS
        origin = origin_of(article) if article is not None and is_old else statement.origin
        shown.append(replace(statement, origin=origin))
    return shown


def with_context(claims: Sequence[Grounded], sentences: Sequence[Sentence]) -> list[Grounded]:
    """The claims, a first one that would stand alone followed by its sentence: a lone short claim, or a bare name."""
    lead, *rest = claims
    shown = {key for one in rest for key in _keys(one.statement)}
    if rest and (not is_bare(lead.statement.text) or not shown.isdisjoint(_keys(lead.statement))):
        return list(claims)
    return [lead, *_context_of(lead.statement, sentences), *rest]


def _context_of(claim: Statement, sentences: Sequence[Sentence]) -> list[Grounded]:
    """The first sentence that a short claim rests on, where it tells more; none for a long claim."""
    if len(claim.text.split()) > _SHORT_WORDS:
        return []
    rests_on = [
        one for one in sentences if one.key in _keys(claim)[:1] and is_tellable(one) and _tells_more(one, claim)
    ]
    return [Grounded(statement, "supported") for statement in statements_of(rests_on[:1])]


def _keys(statement: Statement) -> list[tuple[str, int]]:
    return [(quote.article.article_id, quote.span.start) for quote in statement.quotes]


def _is_repeated(statement: Statement, told: Sequence[Statement]) -> bool:
    own = stems_of(statement.text)
    return any(own < stems_of(other.text) for other in told if other is not statement)


def _tells_more(sentence: Sentence, claim: Statement) -> bool:
    return len(stems_of(sentence.text) - stems_of(claim.text)) >= _LEAST_MORE


def _days_since(published_at: str | None, today: str) -> int:
    return (date.fromisoformat(today[:10]) - date.fromisoformat(published_at[:10])).days if published_at else 0
