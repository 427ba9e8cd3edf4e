"""Answers as server-sent events from a real server."""

import json
from collections.abc import Iterator

import httpx
import pytest

from tests.integration.chat.newsroom import LAMPS, MAYOR, UNKNOWN


def events_of(reply: httpx.Response) -> Iterator[tuple[str, dict]]:
    """(name, body) of every event; comments are left out."""
    name = ""
    for line in reply.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def streamed(http: httpx.Client, question: str, **more: object) -> list[tuple[str, dict]]:
    with http.stream("POST", "/v1/ask", json={"question": question, "stream": True, **more}) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        return list(events_of(reply))


@pytest.mark.parametrize("question", [LAMPS, MAYOR, UNKNOWN])
def test_streamed_and_plain_answers_are_equal(http: httpx.Client, question: str) -> None:
    """The pieces joined are the answer's text, and the last event is what a plain request gets."""
    plain = http.post("/v1/ask", json={"question": question}).json()
    events = streamed(http, question)
    last_name, last = events[-1]

    assert last_name == "answer"
    for answer in (plain, last):
        del answer["id"], answer["timings_ms"]
    assert last == plain
    assert "".join(body["text"] for name, body in events if name == "delta") == plain["answer"]
    assert [body for name, body in events if name == "citation"] == plain["citations"]


def test_passages_come_first(http: httpx.Client) -> None:
    """A reader sees what was found before anything is written."""
    events = streamed(http, LAMPS, top_k=2)

    assert events[0][0] == "retrieval"
    assert 1 <= len(events[0][1]["passages"]) <= 2


def test_a_citation_comes_before_the_text_that_marks_it(http: httpx.Client) -> None:
    """Whoever shows the text as it comes can link every marker."""
    known: set[int] = set()
    for name, body in streamed(http, LAMPS):
        if name == "citation":
            known.add(body["number"])
        if name == "delta":
            marked = {int(part.split("]")[0]) for part in body["text"].split("[")[1:]}
            assert marked <= known
    assert known


def test_a_bad_question_is_a_problem_and_no_stream(http: httpx.Client) -> None:
    """What cannot be asked is refused before the stream begins."""
    reply = http.post("/v1/ask", json={"question": " ", "stream": True})

    assert reply.status_code == 422
    assert reply.headers["content-type"] == "application/problem+json"
