"""What wraps every request: an id, a size limit, one log line, two metrics."""

from __future__ import annotations

import logging
import time
import uuid
from urllib.parse import quote

from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.logs import work_for

log = logging.getLogger(__name__)

_BUCKETS_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)


class RequestFrame:
    """ASGI middleware: names each request, bounds its body, logs and counts it.

    Args:
        max_body_bytes: a longer body is answered with 413.
        registry: where the metrics ``dateline_requests_total`` and ``dateline_request_seconds`` are kept.
    """

    def __init__(self, app: ASGIApp, *, max_body_bytes: int, registry: CollectorRegistry) -> None:
        self._app = app
        self._max_body_bytes = max_body_bytes
        self._requests = Counter(
            "dateline_requests_total", "Requests by route and status.", ["route", "status"], registry=registry
        )
        self._seconds = Histogram(
            "dateline_request_seconds",
            "Time to answer by route.",
            ["route"],
            buckets=_BUCKETS_SECONDS,
            registry=registry,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = uuid.uuid4().hex[:16]
        method = scope["method"]
        if method == "HEAD":  # routes know GET; the server, which keeps its own scope, leaves the body of the reply out
            scope = {**scope, "method": "GET"}
        scope.setdefault("state", {})["request_id"] = request_id
        work_for(request_id)
        started = time.perf_counter()
        status = 500

        async def named_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self._app(scope, self._bounded(receive), named_send)
        finally:
            self._record(scope, method, status, time.perf_counter() - started)

    def _bounded(self, receive: Receive) -> Receive:
        taken = 0

        async def bounded_receive() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._max_body_bytes:
                limit = f"The request body is larger than {self._max_body_bytes >> 20} MB (DATELINE_MAX_UPLOAD_MB)."
                raise HTTPException(413, f"{limit} Send less at once, or ingest files with `dateline ingest`.")
            return message

        return bounded_receive

    def _record(self, scope: Scope, method: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "(none)")
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)
        path = quote(scope["path"])  # a decoded line break would write a log line of the caller's choosing
        log.info("%s %s %d %.1f ms", method, path, status, 1000 * seconds)
