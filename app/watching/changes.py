"""What became of a figure that an answer once gave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.models import Answer, Citation, Figure

ChangeKind = Literal["updated", "disputed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure and the sentence it rests on; ``figure.citation == citation.number``."""

    figure: Figure
    citation: Citation


@dataclass(frozen=True, slots=True)
class FigureChange:
    """An answer given earlier whose figure does not stand any more as it was told.

    Attributes:
        kind: "updated" when another figure leads now, "disputed" when one stands against it at about the same time,
            "withdrawn" when its article left the archive, or no longer says so, and nothing else gives the figure.
        before: the figure that the answer led with.
        after: the figure that leads now or stands against it; None when withdrawn.
    """

    answer_id: str
    question: str
    as_of: str | None
    kind: ChangeKind
    before: CitedFigure
    after: CitedFigure | None

    @property
    def headline(self) -> str:
        """What became of the figure, in one line: "12 → 40"."""
        before = self.before.figure.amount
        if self.after is None:
            return f"{before} is no longer in the archive"
        after = self.after.figure.amount
        return f"{before} → {after}" if self.kind == "updated" else f"{before} is disputed: {after}"


def figure_change(
    before: Answer, after: Answer, *, is_new: Callable[[Citation], bool], gone: bool
) -> FigureChange | None:
    """How the leading figure of ``before`` changed in ``after``, the same question asked again; None when it stands.

    Args:
        is_new: whether a cited article was not searchable when ``before`` was written.
        gone: whether an article that ``before`` cites left the archive or was replaced by a newer version; without
            that, and without a new article among the citations, no article changed the figure.
    """
    if not before.figures or not (gone or any(is_new(citation) for citation in after.citations)):
        return None
    told = cited(before, before.figures[0])
    now = _against(told.figure, after)
    if now is None and after.figures:
        return None
    kind: ChangeKind = "updated"
    if now is None:
        kind = "withdrawn"
    elif any(_same(figure, told.figure) and figure.status != "earlier" for figure in after.figures):
        kind = "disputed"
        if _was_told(now, before):
            return None
    return FigureChange(
        before.id, before.standalone_question, before.as_of, kind, told, cited(after, now) if now else None
    )


def cited(answer: Answer, figure: Figure) -> CitedFigure:
    """A figure of the answer with its citation."""
    return CitedFigure(figure, answer.citations[figure.citation - 1])


def _against(told: Figure, after: Answer) -> Figure | None:
    """The figure that leads now, or stands against the told one; None when there is none of another value."""
    others = [figure for figure in after.figures if figure.status != "earlier" and not _same(figure, told)]
    return others[0] if others else None


def _was_told(figure: Figure, before: Answer) -> bool:
    """Whether the answer showed this figure as standing against its own."""
    return any(_same(figure, other) and other.status == "conflicting" for other in before.figures)


def _same(left: Figure, right: Figure) -> bool:
    return (left.value, left.high, left.unit) == (right.value, right.high, right.unit)
