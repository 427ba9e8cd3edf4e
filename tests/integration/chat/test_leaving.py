"""A client that does not wait for its answer: nobody pays for words that nobody reads."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.integration.chat.faulty_model import writers
from tests.integration.chat.faulty_server import FaultyServer, faulty_server
from tests.integration.chat.newsroom import LAMPS, opened, served

PATIENT_SECONDS = 60.0


@pytest.fixture
def dripping() -> Iterator[FaultyServer]:
    """A model that writes slowly and without end, far within the time it is given."""
    with faulty_server() as server:
        server.fault = "drip"
        server.reply = json.dumps({"supported": True, "answer": "Seventeen lamps. " * 50, "citations": [1]})
        yield server


@pytest.fixture
def url(dripping: FaultyServer, tmp_path: Path) -> Iterator[str]:
    with (
        opened(tmp_path / "archive", writers=writers(dripping.url, PATIENT_SECONDS)) as dateline,
        served(dateline) as url,
    ):
        yield url


def test_the_model_stops_when_the_reader_of_a_stream_leaves(url: str, dripping: FaultyServer) -> None:
    """The connection to the model is closed while it still writes."""
    body = {"question": LAMPS, "stream": True}
    with httpx.stream("POST", f"{url}/v1/ask", json=body, timeout=30) as reply:
        for line in reply.iter_lines():
            if line == "event: draft":
                break

    assert dripping.hung_up.wait(10)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/ask", {"question": LAMPS}),
        ("/v1/chat/completions", {"model": "dateline", "messages": [{"role": "user", "content": LAMPS}]}),
    ],
)
def test_the_model_stops_when_a_client_hangs_up(
    url: str, dripping: FaultyServer, path: str, body: dict[str, object]
) -> None:
    """Also without a stream."""
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{url}{path}", json=body, timeout=1.0)

    assert dripping.hung_up.wait(10)
