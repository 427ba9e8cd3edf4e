"""Figures of a claim against the figures of the sentence it cites: the same number must count the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.answering.checking.statements import supported_statements
from app.answering.checking.verification import numbers_in_words
from app.answering.draft import Draft, Quote, Statement
from app.answering.reading.words import words_of
from app.figures.reading.extract import extract_figures
from app.figures.records import FigureRecord
from app.models import Article


def misapplied(claim: str, quotes: Sequence[Quote], records: Sequence[FigureRecord]) -> bool:
    """Whether the claim counts something with a number that the cited sentences give to another thing.

    "Turkey struck 33 targets" is not supported by "33 officers were killed … struck over 200 targets", nor is "200
    targets". A number that no record of the sentences has, such as a year, says nothing here.

    Args:
        records: figure records of the cited articles.
    """
    cited = [record for record in records if any(_stands_in(record, quote) for quote in quotes)]
    for told in extract_figures(Article("claim", claim)):
        same = [record for record in cited if told.value in (record.value, record.high)]
        if same and not any(_count_the_same(told, record) and _keeps_bound(told, record) for record in same):
            return True
    return False


class Told(NamedTuple):
    """Statements in the order in which they are shown; ``claims`` are the model's, each with the figure it gives."""

    leading: list[Statement]
    claims: list[Statement]
    closing: list[Statement]


def with_figures(claims: Sequence[Statement], figures: Sequence[Statement]) -> Told:
    """A model's claims with the resolved figures that they give, and those that they leave out.

    The current figure leads when no claim gives it, earlier and conflicting ones that are missing close: a model never
    hides that sources disagree.

    Args:
        figures: the resolved figures as code writes them, headline first.
    """
    told: list[Statement] = []
    left = list(figures)
    for claim in claims:
        given = [figure for figure in left if gives(claim, figure)]
        told.append(replace(claim, figure=given[0].figure) if given else claim)
        left = [figure for figure in left if figure not in given[:1]]
    missing = [figure for figure in left if not any(gives(claim, figure) for claim in claims)]
    leading = [figure for figure in missing if figure is figures[0]]
    return Told(leading, told, [figure for figure in missing if figure not in leading])


def gives(statement: Statement, figure: Statement) -> bool:
    """Whether a statement states the value of a resolved figure and cites a sentence that has it."""
    resolved = figure.figure
    if resolved is None or resolved.record.value not in numbers_in_words(words_of(statement.text)):
        return False
    same = (resolved.record, *resolved.agreeing)
    return any(_stands_in(record, quote) for record in same for quote in statement.quotes)


def figures_of(draft: Draft) -> list[Statement]:
    """The supported statements of a draft that give resolved figures, headline first; none for other answers."""
    return [statement for statement in supported_statements(draft) if statement.figure is not None]


def _stands_in(record: FigureRecord, quote: Quote) -> bool:
    article = quote.article
    return (record.article_id, record.version) == (article.article_id, article.version) and (
        quote.span.start <= record.span.start and record.span.end <= quote.span.end
    )


def _count_the_same(told: FigureRecord, record: FigureRecord) -> bool:
    """Whether two records share a word of what they count, or what happened to it; an open noun fits any."""
    if told.unit and record.unit and told.unit != record.unit:
        return False
    if told.counted is None or record.counted is None:
        return True
    if told.predicate is not None and told.predicate == record.predicate:
        return True
    return bool(_stems((told.counted,)) & _stems((record.counted, record.owner or "")))


def _keeps_bound(told: FigureRecord, record: FigureRecord) -> bool:
    """Whether a claim that gives a bounded or rounded number says that it is one, in whatever words."""
    return record.qualifier is None or told.qualifier is not None


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.stem for text in texts for word in words_of(text) if word.is_content)
