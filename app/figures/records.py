"""What a figure is: one count, measure or amount that one sentence of one article states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.models import FigureStatus, Span

Standing = Literal["now", "earlier", "stated"]
"""Whether the sentence says the figure holds now, no longer holds, or just states it."""


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure of one article version, bound to what it counts.

    Attributes:
        value: the figure, or the lower end of a range; ``high`` is the upper end of a range.
        vague: the text gives a magnitude ("dozens", "hundreds"), ``value`` is the smallest it allows.
        qualifier: "at least", "more than", "up to" ..., as printed, lower case.
        unit: "percent", "USD", "kilometres" ...; None for plain counts.
        counted: noun phrase that is counted, as printed ("observation posts").
        predicate: lower-case class ("killed", "wounded", "has", "struck" ...) or verb stem; None when none is near.
        owner: who has, did or suffered it ("Turkey"), as printed, pronouns resolved; None when not said.
        place: first place named in the sentence, or the dateline's.
        said_by: who says so; None when the outlet speaks in its own voice.
        as_of: the day (``YYYY-MM-DD``) for which the figure was stated; None when unknown.
        happened_first, happened_last: the days the sentence dates its event to, inclusive; None when undated.
        span: the number itself. sentence: the sentence around it. Both are code points of the article's text.
        part_of_other: the figure breaks down another one ("including 11 children") or converts it ("($1)").
        hedged: conditional, future, denied or asked ("could", "if", "whether").
        standing: "earlier" marks what the text itself calls superseded ("used to", "previous toll").
    """

    article_id: str
    version: int
    value: float
    span: Span
    sentence: Span
    high: float | None = None
    vague: bool = False
    qualifier: str | None = None
    unit: str | None = None
    counted: str | None = None
    predicate: str | None = None
    owner: str | None = None
    place: str | None = None
    said_by: str | None = None
    as_of: str | None = None
    happened_first: str | None = None
    happened_last: str | None = None
    part_of_other: bool = False
    hedged: bool = False
    standing: Standing = "stated"


@dataclass(frozen=True, slots=True)
class ResolvedFigure:
    """One value of an answer: its best record, its status and the other records that agree with it.

    ``outlets``: how many outlets state it independently; copies of one story count once.
    """

    record: FigureRecord
    status: FigureStatus
    agreeing: tuple[FigureRecord, ...] = ()
    outlets: int = 1


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """The figures that answer a question, headline first, then by status and newest first.

    ``status`` is "conflicting" when two values stand for about the same time; then the headline carries the
    status "conflicting" too.
    """

    status: Literal["answered", "conflicting"]
    figures: tuple[ResolvedFigure, ...]

    @property
    def headline(self) -> ResolvedFigure:
        return self.figures[0]
