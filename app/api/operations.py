"""Is it alive, is it ready, how is it doing."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from app import __version__
from app.api.access import OpenDateline
from app.api.schemas import Health
from app.archive.archive import ArchiveStatus

router = APIRouter(tags=["operations"])


@router.get("/healthz")
def alive() -> Health:
    """The process answers."""
    return Health("ok", __version__)


@router.get("/readyz")
def ready(dateline: OpenDateline) -> Health:
    """The archive is open and both indexes agree with it."""
    status = dateline.status()
    return Health("ready", __version__, status.articles, status.chunks)


@router.get("/metrics", include_in_schema=False)
def metrics(request: Request) -> Response:
    """Prometheus metrics."""
    return Response(generate_latest(request.app.state.registry), media_type=CONTENT_TYPE_LATEST)


status_router = APIRouter(prefix="/v1", tags=["archive"])


@status_router.get("/status")
def status(dateline: OpenDateline) -> ArchiveStatus:
    """What the archive holds and with which model it was built."""
    return dateline.status()
