"""Answers whose figures changed after they were given."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.access import OpenDateline
from app.watching.watcher import Watch

router = APIRouter(prefix="/v1", tags=["questions"])


@router.get("/watch")
def watch(
    dateline: OpenDateline,
    since: Annotated[
        int, Query(ge=0, le=2**53, description="The `cursor` of an earlier reply; 0 lists all.", examples=[3])
    ] = 0,
) -> Watch:
    """Answers given earlier that a newer article makes outdated: the figure told then, the figure now, both cited.

    `kind` is `updated` (another figure leads now), `disputed` (another one stands against it) or `withdrawn` (its
    article left the archive; then `after` is null). Ask again with `since=<cursor>` for what is noticed later.
    """
    return dateline.watch(since)
