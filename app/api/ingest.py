"""Taking in files and web addresses, with progress for those who listen."""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Annotated, Any, Protocol

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from fastapi.sse import format_sse_event
from pydantic import BaseModel, ConfigDict, Field

from app.api.access import OpenDateline
from app.api.event_stream import EventStream
from app.api.problems import problem_of
from app.dateline import Dateline

Report = Mapping[str, Any]
"""Counts of what was added, updated, unchanged and refused, as plain JSON values."""

OnProgress = Callable[[int, int | None], None]
"""Told how many articles are done, and of how many (None while that is unknown)."""


class Intake(Protocol):
    """What takes sources into an open archive; made by ``app.wiring``."""

    def urls(
        self, dateline: Dateline, urls: Sequence[str], published: str | None, on_progress: OnProgress
    ) -> Report: ...

    def file(
        self, dateline: Dateline, name: str, raw: bytes, published: str | None, on_progress: OnProgress
    ) -> Report: ...


WebAddress = Annotated[str, Field(pattern=r"^https?://\S+$", max_length=2_000)]
Published = Annotated[
    str | None,
    Query(pattern=r"^\d{4}(-\d{2}-\d{2})?$", description="A day, or a year, for articles that do not give theirs."),
]


class Addresses(BaseModel):
    """Web addresses of articles or feeds."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"urls": ["https://harbour-post.example/feed.xml"]}]},
    )

    urls: list[WebAddress] = Field(min_length=1, max_length=100)


def same_site_only(request: Request) -> None:
    """Refuse what a browser sends for another site's page: it must not fill a reader's archive."""
    if request.headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
        raise HTTPException(
            403, "Articles are not taken from other sites' pages; send them from this server's own page."
        )


router = APIRouter(prefix="/v1/ingest", tags=["archive"], dependencies=[Depends(same_site_only)])


@router.get("", response_model=None)
def last_ingest(dateline: OpenDateline) -> JSONResponse:
    """The report of the last ingest, with its moment `at`; null when there was none."""
    return JSONResponse(json.loads(dateline.archive.last_ingest() or "null"))


@router.post("", response_model=None)
def ingest_addresses(
    request: Request, body: Addresses, dateline: OpenDateline, published: Published = None
) -> Response:
    """Fetch articles and feeds into the archive. With `Accept: text/event-stream`, progress comes first."""
    intake: Intake = request.app.state.intake
    return _told(request, dateline, lambda on_progress: intake.urls(dateline, body.urls, published, on_progress))


async def _body(request: Request) -> bytes:
    return await request.body()


@router.post("/{name}", response_model=None)
def ingest_file(
    request: Request,
    dateline: OpenDateline,
    raw: Annotated[bytes, Depends(_body)],
    name: Annotated[str, Path(max_length=300, description="The file's name; its ending says what it is.")],
    published: Published = None,
) -> Response:
    """Take in a file sent as the request's body. With `Accept: text/event-stream`, progress comes first."""
    intake: Intake = request.app.state.intake
    return _told(request, dateline, lambda on_progress: intake.file(dateline, name, raw, published, on_progress))


def _told(request: Request, dateline: Dateline, work: Callable[[OnProgress], Report]) -> Response:
    def noted(on_progress: OnProgress) -> Report:
        return dateline.note_ingest(work(on_progress))

    if "text/event-stream" in request.headers.get("accept", ""):
        return EventStream(_events(request, noted))
    return JSONResponse(noted(lambda _, __: None))


def _events(request: Request, work: Callable[[OnProgress], Report]) -> Generator[bytes]:
    """`progress` as often as it changes, then one `report` or `error`; the work goes on when nobody listens."""
    told: queue.SimpleQueue[tuple[str, Report]] = queue.SimpleQueue()

    def carry_out() -> None:
        try:
            told.put(("report", work(lambda done, total: told.put(("progress", {"done": done, "total": total})))))
        except Exception as error:  # the status line has left; an error can only be told as an event
            told.put(("error", problem_of(request, error)))

    threading.Thread(target=carry_out, name="ingest", daemon=True).start()
    name = ""
    while name not in {"report", "error"}:
        name, body = told.get()
        yield format_sse_event(event=name, data_str=json.dumps(body))
