"""The ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, asynccontextmanager
from typing import Any, Protocol

from anyio import to_thread
from fastapi import APIRouter, Depends, FastAPI
from fastapi_offline import FastAPIOffline
from prometheus_client import CollectorRegistry
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.api import articles, coverage, ingest, openai_chat, operations, pages, questions, timeline, watching
from app.api.access import require_key
from app.api.chat_metrics import ChatMetrics
from app.api.ingest import Intake
from app.api.problems import add_problem_handlers
from app.api.requests import RequestFrame
from app.dateline import Dateline
from app.models import Article

_DESCRIPTION = "Checked, cited answers from a news archive. Errors are problem details (RFC 9457) with a request id."


class Surface(Protocol):
    """Another way to ask the same archive, served beside the HTTP interface."""

    def router(self) -> APIRouter: ...
    def running(self, dateline: Dateline) -> AbstractAsyncContextManager[None]:
        """Entered once the archive is open, left before it is closed."""
        ...


def create_app(
    open_dateline: Callable[[], AbstractContextManager[Dateline]],
    *,
    read_fields: Callable[[Mapping[str, Any]], Article],
    intake: Intake,
    max_body_bytes: int,
    surfaces: Sequence[Surface] = (),
) -> FastAPI:
    """The application; nothing is opened before its lifespan starts.

    Args:
        open_dateline: opens what the routes use; closed when the server stops.
        read_fields: turns one posted article into an ``Article``, or raises ``IngestError``.
        intake: takes files and web addresses into the open archive.
        max_body_bytes: a longer request body is refused with 413.
        surfaces: other ways to ask, such as Slack.
    """
    app = FastAPIOffline(
        title="Dateline",
        version=__version__,
        description=_DESCRIPTION,
        lifespan=_lifespan(open_dateline, surfaces),
        redoc_url=None,
        favicon_url="/static/icon.svg",
    )
    app.state.read_fields = read_fields
    app.state.intake = intake
    app.state.registry = CollectorRegistry()
    app.add_middleware(RequestFrame, max_body_bytes=max_body_bytes, registry=app.state.registry)
    add_problem_handlers(app)
    keyed = [Depends(require_key)]
    guarded = (questions, openai_chat, articles, coverage, ingest, timeline, watching)
    for router in (*(module.router for module in guarded), operations.status_router):
        app.include_router(router, dependencies=keyed)
    app.include_router(operations.router)
    app.include_router(pages.router)
    for surface in surfaces:
        app.include_router(surface.router())
    app.mount("/static", GZipMiddleware(pages.PageFiles()))
    return app


def _lifespan(
    open_dateline: Callable[[], AbstractContextManager[Dateline]], surfaces: Sequence[Surface]
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        context = open_dateline()
        app.state.dateline = await to_thread.run_sync(context.__enter__)
        app.state.registry.register(ChatMetrics(app.state.dateline.ledger))
        try:
            async with AsyncExitStack() as running:
                for surface in surfaces:
                    await running.enter_async_context(surface.running(app.state.dateline))
                yield
        finally:
            await to_thread.run_sync(context.__exit__, None, None, None)

    return lifespan
