"""A draft held to its own citations: what they do not support is left out before anyone sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.answering.checking.markers import mark
from app.answering.checking.verification import Evidence, negated, verdict_on
from app.answering.draft import Draft, Quote, Statement, quotes_of
from app.figures.reading.days import read_days
from app.figures.records import ResolvedFigure
from app.models import AnswerStatus, Citation, Claim, Figure, Verdict
from app.receipt import Judged, Place
from app.references import long_day

_LEAD_UP_CHARS = 400
_NEAR = 40
_NAME_PARTS = re.compile(r"\s?\((?:citing\s)?|\)")
_NEXT_CLAUSE = re.compile(r",|;|\b(?:and|but|because|while|although|said|says)\b")


@dataclass(frozen=True, slots=True)
class Checked:
    """What is left of a draft. Nothing left is a refusal: status ``not_in_archive``, all else empty but ``refusal``."""

    status: AnswerStatus
    short_answer: str
    text: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    refusal: str = ""
    judged: tuple[Judged, ...] = ()


REFUSED = Checked("not_in_archive", "", "", (), (), ())


def check(draft: Draft) -> Checked:
    """Drop every statement whose quotes do not support it; without its first statement a draft has no answer."""
    verdicts = [verdict_of(statement) for statement in draft.statements]
    judged = tuple(map(judgement, draft.statements, verdicts))
    kept = _kept(draft, verdicts)
    if not kept:
        return replace(REFUSED, refusal=draft.refusal, judged=judged)
    marked = mark(kept, ["supported"] * len(kept))
    return Checked(
        status=draft.status if _disagrees(kept[0]) or draft.status != "conflicting" else "answered",
        short_answer=draft.short_answer,
        text=marked.text,
        claims=marked.claims,
        citations=marked.citations,
        figures=figures_in(kept),
        judged=judged,
    )


def supported_statements(draft: Draft) -> list[Statement]:
    """What ``check`` leaves of a draft, as statements; none when its first one is not supported."""
    return _kept(draft, [verdict_of(statement) for statement in draft.statements])


def _kept(draft: Draft, verdicts: Sequence[Verdict]) -> list[Statement]:
    pairs = zip(draft.statements, verdicts, strict=True)
    kept = [statement for statement, verdict in pairs if verdict == "supported"]
    if not kept or kept[0] is not draft.statements[0]:
        return []
    if draft.status == "conflicting" and not any(_disagrees(statement) for statement in kept[1:]):
        kept[0] = _undisputed(kept[0])
    return kept


def _disagrees(statement: Statement) -> bool:
    return statement.figure is not None and statement.figure.status == "conflicting"


def _undisputed(statement: Statement) -> Statement:
    """A headline whose rivals were all dropped: what nobody contradicts is no conflict."""
    figure = statement.figure
    return replace(statement, figure=replace(figure, status="current")) if figure else statement


def judgement(statement: Statement, verdict: Verdict, entailment: float | None = None) -> Judged:
    """A statement and its verdict as receipts keep them."""
    places = (Place(quote.article.article_id, quote.article.version, quote.span) for quote in statement.quotes)
    return Judged(statement.text, verdict, tuple(places), entailment)


def verdict_of(statement: Statement) -> Verdict:
    """Whether its own quotes, with what is shown beside them, support a statement, or all that it is computed from."""
    if statement.parts:
        return "supported" if all(verdict_of(part) == "supported" for part in statement.parts) else "unsupported"
    verdict = verdict_on(statement.text, evidence_of(statement))
    affirmed = verdict == "partly" and (statement.names_speaker or _is_affirmed(statement))
    return "supported" if affirmed else verdict


def _is_affirmed(statement: Statement) -> bool:
    """Whether a figure is affirmed though its sentence denies something else: "800,000 fled … there is no room"."""
    if statement.figure is None:
        return False
    record = statement.figure.record
    text = next(quote.article.text for quote in statement.quotes)
    before = text[max(record.sentence.start, record.span.start - _NEAR) : record.span.start]
    behind = text[record.span.end : min(record.sentence.end, record.span.end + _NEAR)]
    return not record.hedged and not negated(_NEXT_CLAUSE.split(before)[-1] + _NEXT_CLAUSE.split(behind)[0])


def evidence_of(statement: Statement) -> Evidence:
    """What a statement cites, and what a reader sees with it."""
    return Evidence(
        quotes=tuple(quote.text for quote in statement.quotes),
        beside=tuple(line for quote in statement.quotes for line in (*_beside(quote), *_speaker(statement, quote))),
    )


def shown_with(quote: Quote, claim: str) -> tuple[str, ...]:
    """What a citation itself shows of its quote: title, outlet, year, and the named days that the claim writes out.

    "on Sunday" as the 27 December it means says nothing of what happens "in December".
    """
    article = quote.article
    told = set(claim.replace(",", " ").split())
    days = " ".join(day for day in map(long_day, _days_named(quote)) if told.issuperset(day.split()[:2]))
    return (article.title, article.source or "", (article.published_at or "")[:4], days)


def _beside(quote: Quote) -> tuple[str, ...]:
    """What a reader sees with the quote: title, outlet, day, the days it names from there, and the lines around it."""
    article = quote.article
    lead_up = article.text[max(0, quote.span.start - _LEAD_UP_CHARS) : quote.span.start]
    following = article.text[quote.span.end : quote.span.end + _LEAD_UP_CHARS]
    days = " ".join(map(long_day, _days_named(quote)))
    return (article.title, article.source or "", long_day(article.published_at), days, lead_up, following)


def _days_named(quote: Quote) -> list[str]:
    """The single days that a quote names, "on Sunday" as the Sunday its article means."""
    return _single_days(quote.text, quote.article.published_at)


@lru_cache(maxsize=1_024)
def _single_days(text: str, published_at: str | None) -> list[str]:
    found = read_days(text, date.fromisoformat(published_at[:10]) if published_at else None)
    return [reading.first.isoformat() for reading in found if reading.first == reading.last]


def _speaker(statement: Statement, quote: Quote) -> tuple[str, ...]:
    """The parts of a figure's speaker that the article prints anywhere: "said Rahman" is led back to a full name."""
    said_by = statement.figure.record.said_by if statement.figure else None
    text = " ".join(quote.article.text.split()) if said_by else ""
    return tuple(name for name in _NAME_PARTS.split(said_by or "") if name and name in text)


def figures_in(statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """The figures of statements that are shown together, with the numbers of their citations."""
    numbers = {quote.key: number for number, quote in enumerate(quotes_of(statements), start=1)}
    return tuple(
        figure_of(statement.figure, numbers[statement.quotes[0].key])
        for statement in statements
        if statement.figure is not None
    )


def figure_of(resolved: ResolvedFigure, citation: int) -> Figure:
    """A figure as answers show it, resting on the citation with this number."""
    record = resolved.record
    return Figure(
        value=record.value,
        qualifier=record.qualifier,
        unit=record.unit,
        counted=record.counted,
        place=record.place,
        said_by=record.said_by,
        as_of=record.as_of,
        status=resolved.status,
        citation=citation,
        outlets=resolved.outlets,
        high=record.high,
    )
