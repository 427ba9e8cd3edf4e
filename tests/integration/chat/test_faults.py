"""A chat model that fails never costs an answer: real requests to a server that fails on purpose."""

import io
import json
import logging
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.outputs import LLMResult
from pydantic import TypeAdapter

from app.answering.generative.reviewing import Reviewer
from app.answering.generative.writer import GenerativeWriter
from app.answering.writers import Writers
from app.chat.guarded import GuardedModel
from app.chat.ledger import Ledger
from app.chat.opening import open_chat_model
from app.chat.protocol import Message
from app.dateline import Dateline
from app.errors import SettingsError
from app.logs import log_handler
from app.models import Answer, Ask, Usage
from app.prompts import load_prompt
from tests.integration.chat.faulty_model import KEY, chat_options, writers
from tests.integration.chat.faulty_server import ECHO, FAULTS, FaultyServer
from tests.integration.chat.newsroom import LAMPS, UNKNOWN, opened, served

ANSWERED = (
    "The zebra quay has 17 lamps (Coast Courier, 2 March 2020) [1]. "
    "An earlier figure was 12 (Harbour Post, 10 January 2020) [2]."
)


def without_traces(answer: Answer) -> tuple[object, ...]:
    return answer.status, answer.short_answer, answer.answer, answer.claims, answer.citations


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[io.StringIO]:
    """What a server prints at its most talkative."""
    caplog.set_level(logging.DEBUG)
    lines = io.StringIO()
    handler = log_handler(lines)
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_gives_the_extractive_answer(
    newsroom: Dateline, faulty: FaultyServer, fault: str, log: io.StringIO
) -> None:
    """Over HTTP: what would have come without a model, a sentence that says so, the cause in the log under the
    request's id, and nowhere the key or what the model's server said."""
    faulty.fault = fault
    expected = newsroom.ask(Ask(LAMPS, writer="extractive"))

    with served(newsroom) as url:
        started = time.monotonic()
        reply = httpx.post(f"{url}/v1/ask", json={"question": LAMPS}, timeout=30)
    assert reply.status_code == 200, reply.text
    answer = TypeAdapter(Answer).validate_json(reply.content)

    assert without_traces(answer) == without_traces(expected)
    assert (answer.writer, answer.model) == ("extractive", None)
    assert answer.notice
    assert answer.notice.endswith("This answer is made of extracts instead.")
    assert time.monotonic() - started < 10
    causes = [line for line in log.getvalue().splitlines() if "chat model faulty" in line]
    assert len(causes) == 1
    assert f" {reply.headers['x-request-id']} " in causes[0]
    assert [said for said in (KEY, ECHO, "<html>", "Traceback") if said in reply.text + log.getvalue()] == []


@pytest.mark.parametrize("path", ["/v1/ask", "/v1/chat/completions"])
def test_a_fault_behind_a_stream_is_logged_under_the_streams_id(
    newsroom: Dateline, faulty: FaultyServer, log: io.StringIO, path: str
) -> None:
    """What worker threads log belongs to the request that they work for, and to no other."""
    faulty.fault = "half"
    asked = {"question": LAMPS, "model": "dateline", "messages": [{"role": "user", "content": LAMPS}], "stream": True}
    fields = ("question", "stream") if path == "/v1/ask" else ("model", "messages", "stream")
    with served(newsroom) as url, httpx.Client(base_url=url, timeout=30) as client:
        ids = [client.post(path, json={name: asked[name] for name in fields}) for _ in range(2)]
    causes = [line for line in log.getvalue().splitlines() if "broke off" in line]

    assert [one.headers["x-request-id"] in line for one, line in zip(ids, causes, strict=True)] == [True, True]
    assert len({one.headers["x-request-id"] for one in ids}) == 2


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    """Nothing listens on the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with opened(tmp_path / "archive", writers=writers(url)) as dateline:
        answer = dateline.ask(Ask(LAMPS))

    assert answer.writer == "extractive"
    assert "does not answer" in (answer.notice or "")


def test_a_working_model_writes(newsroom: Dateline, faulty: FaultyServer) -> None:
    """Its words, with citations found by code, its name, its prompt and what it used."""
    answer = newsroom.ask(Ask(LAMPS))

    assert answer.answer == ANSWERED
    assert [(figure.value, figure.status) for figure in answer.figures] == [(17, "current"), (12, "earlier")]
    assert answer.citations[0].quote == "The zebra quay has 17 lamps, the port office said."
    assert (answer.writer, answer.model) == ("generative", "faulty")
    assert (answer.prompt or "").startswith("answer.v2@")
    assert answer.usage == Usage(90, 12, 90 * 2 / 1_000_000)
    assert answer.short_answer.startswith("17")
    assert faulty.requests[0]["response_format"]["type"] == "json_schema"


def test_a_model_that_is_busy_once_is_asked_again(newsroom: Dateline, faulty: FaultyServer) -> None:
    """One 429 is no reason to do without."""
    faulty.fault = "once busy"

    assert newsroom.ask(Ask(LAMPS)).writer == "generative"
    assert len(faulty.requests) == 2


def test_a_wrong_key_is_not_tried_twice(newsroom: Dateline, faulty: FaultyServer) -> None:
    """What cannot succeed is not repeated."""
    faulty.fault = "wrong key"
    newsroom.ask(Ask(LAMPS))

    assert len(faulty.requests) == 1


def test_a_server_without_json_schemas_is_asked_without(newsroom: Dateline, faulty: FaultyServer) -> None:
    """Plain text is read too, and the server is not asked for a schema again."""
    faulty.fault = "no schema"
    faulty.reply = "The zebra quay has 17 lamps 【1】."
    first, second = newsroom.ask(Ask(LAMPS)), newsroom.ask(Ask(LAMPS))

    assert first.answer == second.answer == ANSWERED
    assert ["response_format" in request for request in faulty.requests] == [True, False, False]


def test_a_model_that_keeps_failing_is_left_alone(newsroom: Dateline, faulty: FaultyServer) -> None:
    """After three failures it is not asked for a while."""
    faulty.fault = "wrong key"
    answers = [newsroom.ask(Ask(LAMPS)) for _ in range(5)]

    assert len(faulty.requests) == 3
    assert "left alone" in (answers[-1].notice or "")


def test_the_model_is_not_asked_when_nothing_was_found(faulty: FaultyServer, tmp_path: Path) -> None:
    """Without passages there is nothing to write about."""
    with opened(tmp_path / "archive", writers=writers(faulty.url)) as dateline:
        for article in dateline.archive.articles():
            dateline.delete(article.article_id)
        answer = dateline.ask(Ask(LAMPS))

    assert answer.status == "not_in_archive"
    assert faulty.requests == []


@pytest.mark.parametrize(
    "reply",
    [
        '{"supported": false, "answer": "", "citations": []}',
        '{"supported": true, "answer": "", "citations": [1]}',
        '{"supported": true, "answer": "The passages do not say this.", "citations": [1]}',
        '{"supported": true, "answer": "Bolivia has 3 submarines [1].", "citations": [1]}',
        '{"supported": true, "answer": "The quay has 99 lamps [77].", "citations": [77]}',
        "Lo siento, no puedo responder.",
        "Das weiß ich nicht, fragen Sie bitte jemand anderen [1].",
        "[1][2][3]",
        "{}",
        "```json\n{}\n```",
        "null",
    ],
)
def test_what_is_not_supported_is_refused_without_citations(
    newsroom: Dateline, faulty: FaultyServer, reply: str
) -> None:
    """Refusals, inventions, other languages and markers to nowhere leave no claim and no reference."""
    faulty.reply = reply
    answer = newsroom.ask(Ask(UNKNOWN))

    assert answer.status == "not_in_archive"
    assert (answer.citations, answer.claims, answer.short_answer) == ((), (), "")


def test_a_key_is_sent_and_never_shown(newsroom: Dateline, faulty: FaultyServer) -> None:
    """Not in what is printed of the options."""
    assert KEY not in repr(chat_options(faulty.url))


def test_streamed_and_plain_answers_of_a_model_are_equal(newsroom: Dateline, faulty: FaultyServer) -> None:
    """Drafts are told beside; the pieces of the answer are the answer."""
    with served(newsroom) as url, httpx.Client(base_url=url, timeout=30) as client:
        plain = client.post("/v1/ask", json={"question": LAMPS}).json()
        lines = client.post("/v1/ask", json={"question": LAMPS, "stream": True}).text.splitlines()
    names = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    bodies = [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
    told = list(zip(names, bodies, strict=True))

    assert "".join(body["text"] for name, body in told if name == "delta") == plain["answer"]
    assert "".join(body["text"] for name, body in told if name == "draft") == "The zebra quay has 17 lamps [1]."
    assert {**told[-1][1], "id": 0, "timings_ms": 0} == {**plain, "id": 0, "timings_ms": 0}


SEEN: list[str] = []


class Listener(BaseCallbackHandler):
    """A callback handler of somebody else's, such as Langfuse has one."""

    def on_llm_end(self, response: LLMResult, **_: object) -> None:
        SEEN.append(response.generations[0][0].text)


def test_callback_handlers_of_the_settings_hear_the_model(faulty: FaultyServer) -> None:
    """They are named like langfuse.langchain:CallbackHandler and made without arguments."""
    options = replace(chat_options(faulty.url), callbacks=(f"{__name__}:Listener",))
    list(open_chat_model(options).stream([Message("user", "How many?")]))

    assert [faulty.reply] == SEEN


def test_a_callback_handler_that_is_none_is_named(faulty: FaultyServer) -> None:
    """One sentence says which and how to write it."""
    options = replace(chat_options(faulty.url), callbacks=("nowhere.at_all:Handler",))
    with pytest.raises(SettingsError, match=r"nowhere\.at_all:Handler.*DATELINE_CHAT_CALLBACKS"):
        open_chat_model(options)


def test_metrics_count_calls_tokens_and_cost(faulty: FaultyServer, tmp_path: Path) -> None:
    """As the model told them; failed calls apart."""
    ledger = Ledger()
    model = open_chat_model(replace(chat_options(faulty.url), retries=0), ledger)
    written = Writers(GenerativeWriter(model, load_prompt("answer.v2"), Reviewer()))
    with opened(tmp_path / "archive", writers=written) as dateline, served(replace(dateline, ledger=ledger)) as url:
        dateline.ask(Ask(LAMPS))
        faulty.fault = "500"
        dateline.ask(Ask(LAMPS))
        told = httpx.get(f"{url}/metrics").text

    assert 'dateline_chat_calls_total{outcome="answered"} 1.0' in told
    assert 'dateline_chat_calls_total{outcome="failed"} 1.0' in told
    assert 'dateline_chat_tokens_total{kind="prompt"} 90.0' in told
    assert 'dateline_chat_tokens_total{kind="completion"} 12.0' in told
    assert "dateline_chat_cost_total 0.00018" in told


def test_calls_wait_for_one_another(faulty: FaultyServer) -> None:
    """No more calls at a time than allowed; those that wait too long are told."""
    faulty.fault = "slow"
    model = open_chat_model(chat_options(faulty.url))
    guarded = GuardedModel(model, concurrency=1, retries=0, timeout_seconds=0.1)
    failures: list[str] = []

    def ask() -> None:
        try:
            list(guarded.stream([]))
        except Exception as error:
            failures.append(str(error))

    callers = [threading.Thread(target=ask) for _ in range(3)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()

    assert sum("busy with other questions" in failure for failure in failures) == 2
