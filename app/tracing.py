"""OpenTelemetry: where the spans of answers go. Without an address nothing is set up and spans cost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace

from app import __version__
from app.errors import SettingsError

_SERVICE = "dateline"


@contextmanager
def tracing(url: str | None) -> Iterator[None]:
    """Send the spans of this process to a collector until the end; None sends none.

    Args:
        url: of an OTLP receiver over gRPC, such as ``http://127.0.0.1:4317``.

    Raises:
        SettingsError: the packages of the extra ``tracing`` are not installed.
    """
    if url is None:
        yield
        return
    try:
        from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter  # noqa: PLC0415  # an extra
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError as error:
        raise SettingsError(
            "DATELINE_TRACING_URL is set, but OpenTelemetry is not installed.",
            hint='Install it: pip install -c constraints.txt -e ".[tracing]"',
        ) from error
    resource = Resource.create({"service.name": _SERVICE, "service.version": __version__})
    provider = TracerProvider(resource=resource)
    exporter = OTLPSpanExporter(endpoint=url, insecure=url.startswith("http://"))
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    try:
        yield
    finally:
        provider.shutdown()
