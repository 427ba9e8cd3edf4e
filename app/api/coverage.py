"""What the archive covers: articles by source and by month."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from app.api.access import OpenDateline

router = APIRouter(prefix="/v1", tags=["archive"])


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


@router.get("/coverage")
def coverage(dateline: OpenDateline) -> Coverage:
    """How many articles the archive holds of each source and each month."""
    sources = [Share(*counted) for counted in dateline.archive.counted_by_source()]
    months = [Share(*counted) for counted in dateline.archive.counted_by_month()]
    return Coverage(sources, months)
