"""Traces of answers at a real collector, received over gRPC."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2_grpc import (
    TraceServiceServicer,
    add_TraceServiceServicer_to_server,
)
from opentelemetry.proto.trace.v1.trace_pb2 import Span

_ANSWER_ONE = """
import sys
from pathlib import Path
from app.models import Ask
from app.tracing import tracing
from tests.integration.chat.newsroom import LAMPS, opened

with tracing(sys.argv[1]), opened(Path(sys.argv[2])) as dateline:
    print(dateline.ask(Ask(LAMPS)).id)
"""


class Collector(TraceServiceServicer):
    def __init__(self) -> None:
        self.spans: list[Span] = []

    def Export(self, request: ExportTraceServiceRequest, _: grpc.ServicerContext) -> ExportTraceServiceResponse:  # noqa: N802  # gRPC's name
        for resource in request.resource_spans:
            for scope in resource.scope_spans:
                self.spans += scope.spans
        return ExportTraceServiceResponse()


@pytest.fixture
def collector() -> Iterator[tuple[Collector, str]]:
    """A collector and its URL."""
    server = grpc.server(ThreadPoolExecutor(2))
    told = Collector()
    add_TraceServiceServicer_to_server(told, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield told, f"http://127.0.0.1:{port}"
    server.stop(0).wait()


def test_each_step_of_an_answer_is_a_span(collector: tuple[Collector, str], tmp_path: Path) -> None:
    """One trace: the answer with its id and writer, the steps below it; nothing of the question is told."""
    told, url = collector
    printed = subprocess.run(  # noqa: S603  # a process of its own: a tracer is set once for a whole process
        [sys.executable, "-c", _ANSWER_ONE, url, str(tmp_path / "archive")], capture_output=True, text=True, check=True
    )
    spans = {span.name: span for span in told.spans}
    whole = spans["dateline.answer"]
    facts = {fact.key: fact.value.string_value for fact in whole.attributes}

    assert {"dateline.analyse", "dateline.retrieve", "dateline.write", "dateline.verify"} <= spans.keys()
    assert {span.parent_span_id for name, span in spans.items() if name != "dateline.answer"} == {whole.span_id}
    assert facts["dateline.answer_id"] == printed.stdout.strip()
    assert facts["dateline.writer"] == "extractive"
    assert not any("zebra" in str(span) for span in told.spans)
