"""The OpenAPI document holds: generated requests, good and bad, get documented and well-formed replies."""

import httpx
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

CHANGES_THE_SAMPLE = {("DELETE", "/v1/articles/{article_id}"), ("POST", "/v1/articles"), ("POST", "/v1/ingest")}


def test_every_route_keeps_to_its_contract(base_url: str) -> None:
    """No 5xx, and bodies of the documented shape, whatever is sent; streams have tests of their own."""
    schema = schemathesis.openapi.from_dict(httpx.get(f"{base_url}/openapi.json").json())
    probed = set()

    for found in schema.get_all_operations():
        operation = found.ok()
        name = (operation.method.upper(), operation.path)
        if name in CHANGES_THE_SAMPLE:
            continue
        probed.add(name)

        @given(case=operation.as_strategy())
        @settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def probe(case: schemathesis.Case) -> None:
            reply = case.call(base_url=base_url)
            is_stream = reply.headers["content-type"][0].startswith("text/event-stream")
            case.validate_response(
                reply, checks=[not_a_server_error, *([] if is_stream else [response_schema_conformance])]
            )

        probe()

    assert {("POST", "/v1/ask"), ("POST", "/v1/search"), ("GET", "/v1/articles/{article_id}")} <= probed
