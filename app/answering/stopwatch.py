"""How long each step of an answer took; told in the answer, and as OpenTelemetry spans to whoever listens."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from opentelemetry import trace

_TRACER = trace.get_tracer("dateline")


@dataclass(slots=True)
class Stopwatch:
    """Milliseconds spent in each step of one answer.

    Spans are never made current: an answer is a generator, and its pieces may be fetched by different threads.
    """

    timings_ms: dict[str, float] = field(default_factory=dict)
    _whole: trace.Span = field(default_factory=lambda: _TRACER.start_span("dateline.answer"))

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        span = _TRACER.start_span(f"dateline.{name}", context=trace.set_span_in_context(self._whole))
        started = time.perf_counter()
        try:
            yield
        finally:
            self.timings_ms[name] = round(1000 * (time.perf_counter() - started), 2)
            span.end()

    def stop(self, facts: Mapping[str, str | int | float]) -> None:
        """End the answer's own span and leave the facts with it."""
        self._whole.set_attributes({f"dateline.{name}": value for name, value in facts.items()})
        self._whole.end()
