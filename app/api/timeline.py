"""Figures over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from app.api.access import OpenDateline
from app.api.schemas import Limits
from app.models import Ask
from app.timeline.series import Timeline

router = APIRouter(prefix="/v1", tags=["questions"])


class TimelineRequest(Limits):
    """A question whose figures are asked over time."""

    question: Annotated[str, Field(examples=["How many Turkish posts are in Idlib?"])]


@router.get("/timeline")
def timeline(dateline: OpenDateline, request: Annotated[TimelineRequest, Query()]) -> Timeline:
    """Every figure that answers the question, in order of its day: value, speaker, outlet, status, citation.

    Copies of one story are one point (`copied_by`). A point without a `day` is one that a text only calls an earlier
    figure. When the archive gives no figure, `status` is `not_in_archive` and there are no points.
    """
    return dateline.timeline(Ask(request.question, filters=request.filters()))
