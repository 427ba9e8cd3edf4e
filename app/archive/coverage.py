"""What the archive covers: articles by source and by month."""

from __future__ import annotations

from dataclasses import dataclass

from app.archive.truth import Truth


@dataclass(frozen=True, slots=True)
class Share:
    """So many articles of one source or month; ``name`` None is for those that have none."""

    name: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by source, most first, and by month (``YYYY-MM``), earliest first; every article counts in both."""

    sources: list[Share]
    months: list[Share]


def coverage_of(truth: Truth) -> Coverage:
    """The newest versions, counted."""
    sources = [Share(*counted) for counted in truth.counted_by_source()]
    return Coverage(sources, [Share(*counted) for counted in truth.counted_by_month()])
