"""Figures that code read and resolved, told to a chat model beside its passages, so that it need not sort them out."""

from __future__ import annotations

from collections.abc import Sequence

from app.answering.draft import Statement
from app.answering.generative.fencing import neutral
from app.models import Passage

_HEAD = "Figures read from the passages:"
_STATUS = {"current": "the newest", "earlier": "an earlier one", "conflicting": "sources disagree"}
_MOST = 4


def figure_notes(figures: Sequence[Statement], shown: Sequence[Passage]) -> str:
    """A line for each of the first figures, headline first; "" when there are none.

    Args:
        figures: statements that carry resolved figures.
        shown: the passages as they are numbered in the prompt, from 1.
    """
    lines = [_line(statement, shown) for statement in figures[:_MOST]]
    return "\n".join(["", _HEAD, *lines, ""]) if lines else ""


def _line(statement: Statement, shown: Sequence[Passage]) -> str:
    resolved = statement.figure
    assert resolved is not None  # noqa: S101  # the caller filters
    record = resolved.record
    value = f"{record.value:g}" if record.value < 1_000_000 else f"{record.value:.0f}"
    what = " ".join(part for part in (record.qualifier, value, record.unit, record.counted) if part)
    told = [_STATUS[resolved.status]]
    told += [f"according to {record.said_by}"] if record.said_by else []
    told += [f"as of {record.as_of}"] if record.as_of else []
    where = next((n for n, one in enumerate(shown, 1) if _holds(one, statement)), None)
    told += [f"passage {where}"] if where else []
    return "- " + neutral(f"{what} ({', '.join(told)})")


def _holds(passage: Passage, statement: Statement) -> bool:
    return any(
        passage.article_id == quote.article.article_id and passage.start <= quote.span.start < passage.end
        for quote in statement.quotes
    )
