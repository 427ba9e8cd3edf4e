"""How a chat model's claims are shown: reworded ones as their sentence, old ones dated, a lone one with more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answering.checking.grounding import Grounded
from app.answering.checking.overstatement import age_in_days
from app.answering.checking.wording import leaves_out_doubt, rewords
from app.answering.draft import Statement, origin_of
from app.answering.extractive.telling import is_tellable, statements_of
from app.answering.generative.relevance import is_bare
from app.answering.reading.evidence import Sentence
from app.answering.reading.words import stems_of
from app.models import Span

_OLD_DAYS = 31
_NAME_WORDS = 3
"""What is longer may have a verb."""
_SHORT_WORDS = 25
_LEAST_MORE = 4
"""A sentence with fewer words of its own tells no more than the claim that rests on it."""


def said_once(claims: Sequence[Grounded], figures: Sequence[Statement]) -> list[Grounded]:
    """The claims without bare names and numbers that another claim, or a resolved figure, says as well."""
    told = [*(one.statement for one in claims if one.verdict == "supported"), *figures]
    return [one for one in claims if not (is_bare(one.statement.text) and _is_repeated(one.statement, told))]


def in_own_words(
    claims: Sequence[Grounded],
    sentences: Sequence[Sentence],
    short_answer: str,
    today: str,
    stands_alone: Callable[[Statement], bool],
) -> list[Grounded]:
    """The claims; behind a supported one that cannot stand as it is, the sentences that it rests on.

    Those are claims that reword their sentence, and bare names in one that is old, says it with a reservation, or is
    about less than was asked.

    Args:
        short_answer: stays in a sentence that is shortened.
        stands_alone: whether the sentence of a bare name is about what was asked.
    """
    told: list[Grounded] = []
    shown: set[tuple[str, int]] = set()
    for claim in claims:
        statement = claim.statement
        if claim.verdict != "supported" or not _needs_sentence(statement, today, stands_alone):
            told.append(claim)
            continue
        told.append(claim._replace(verdict="partly"))
        cited = [one for one in sentences if one.key in set(_keys(statement)) - shown and is_tellable(one)]
        keep = {one.key: place for one in cited if (place := _place_of(short_answer, one.text))}
        told += [Grounded(replace(one, origin=""), "supported") for one in statements_of(cited, keep)]
        shown |= set(_keys(statement))
    return told


def _needs_sentence(claim: Statement, today: str, stands_alone: Callable[[Statement], bool]) -> bool:
    if is_bare(claim.text) and (_is_old(claim, today) or leaves_out_doubt(claim) or not stands_alone(claim)):
        return True
    return len(claim.text.split()) > _NAME_WORDS and rewords(claim)


def _is_old(statement: Statement, today: str) -> bool:
    return age_in_days(statement.quotes[0], today) > _OLD_DAYS


def _place_of(short: str, text: str) -> Span | None:
    start = text.casefold().find(short.casefold()) if short else -1
    return Span(start, start + len(short)) if start >= 0 else None


def dated(statements: Sequence[Statement], today: str) -> list[Statement]:
    """The statements, the first of each old article with its outlet and day: what was so then need not be so now."""
    shown: list[Statement] = []
    for statement in statements:
        article = statement.quotes[0].article if statement.quotes else None
        known = any(one.origin and one.quotes[0].article is article for one in shown)
        is_old = article is not None and not known and _is_old(statement, today)
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
    is_part_of_it = not is_bare(claim.text) and claim.text.rstrip(".") in " ".join(sentence.text.split())
    return not is_part_of_it and len(stems_of(sentence.text) - stems_of(claim.text)) >= _LEAST_MORE
