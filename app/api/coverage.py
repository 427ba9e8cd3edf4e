"""What the archive covers, over HTTP."""

from __future__ import annotations

from fastapi import APIRouter

from app.api.access import OpenDateline
from app.archive.coverage import Coverage

router = APIRouter(prefix="/v1", tags=["archive"])


@router.get("/coverage")
def coverage(dateline: OpenDateline) -> Coverage:
    """How many articles the archive holds of each source and each month."""
    return dateline.archive.coverage()
