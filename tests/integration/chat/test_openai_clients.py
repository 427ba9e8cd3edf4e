"""Clients that speak OpenAI's chat protocol, against a real server."""

import json
from typing import Any

import httpx
import openai
import pytest
from langchain_openai import ChatOpenAI

from tests.integration.chat.newsroom import LAMPS, UNKNOWN


@pytest.fixture
def client(extractive_url: str) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{extractive_url}/v1", api_key="any", max_retries=0)


def asked(question: str) -> list[Any]:
    return [{"role": "system", "content": "Be kind."}, {"role": "user", "content": question}]


def test_the_official_client_reads_answer_and_citations(client: openai.OpenAI) -> None:
    """Every marker has its annotation at its place, and the whole Answer is there too."""
    completion = client.chat.completions.create(model="dateline", messages=asked(LAMPS))
    message = completion.choices[0].message

    assert message.content
    assert "17" in message.content
    assert message.annotations
    for annotation in message.annotations:
        cited = annotation.url_citation
        assert message.content[cited.start_index : cited.end_index].startswith("[")
        assert httpx.get(cited.url).status_code == 200
    assert completion.model_extra
    assert completion.model_extra["dateline"]["answer"] == message.content


def test_the_official_client_reads_the_stream(client: openai.OpenAI) -> None:
    """Pieces joined are the plain answer; annotations, Answer and usage come at the end."""
    plain = client.chat.completions.create(model="dateline", messages=asked(LAMPS)).choices[0].message
    stream = client.chat.completions.create(
        model="dateline", messages=asked(LAMPS), stream=True, stream_options={"include_usage": True}
    )
    chunks = list(stream)
    deltas = [chunk.choices[0].delta for chunk in chunks if chunk.choices]

    assert "".join(delta.content or "" for delta in deltas) == plain.content
    annotations = [one for delta in deltas for one in (delta.model_extra or {}).get("annotations", [])]
    assert annotations == [annotation.model_dump() for annotation in plain.annotations or []]
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "stop"
    assert chunks[-1].usage is not None
    assert {chunk.id for chunk in chunks} == {chunks[0].id}


def test_a_refusal_has_no_annotations(client: openai.OpenAI) -> None:
    """No reference stands under "the archive does not say"."""
    completion = client.chat.completions.create(model="dateline", messages=asked(UNKNOWN))

    assert completion.choices[0].message.annotations == []
    assert completion.model_extra
    assert completion.model_extra["dateline"]["status"] == "not_in_archive"


def test_earlier_turns_are_understood(client: openai.OpenAI) -> None:
    """ "who said so?" is about the question before it, though the server keeps nothing."""
    turns = [*asked(LAMPS), {"role": "assistant", "content": "17 [1]."}, {"role": "user", "content": "who said so?"}]

    completion = client.chat.completions.create(model="dateline", messages=turns)

    assert "port office" in (completion.choices[0].message.content or "")


def test_models_are_listed(client: openai.OpenAI) -> None:
    """A chat program can offer them to choose from."""
    assert [model.id for model in client.models.list()] == ["dateline", "dateline-extractive", "dateline-generative"]


@pytest.mark.parametrize(
    ("body", "error", "told"),
    [
        ({"model": "gpt-9"}, openai.NotFoundError, "gpt-9"),
        ({"messages": [{"role": "system", "content": "x"}]}, openai.UnprocessableEntityError, "question"),
        ({"messages": [{"role": "user", "content": " "}]}, openai.UnprocessableEntityError, "question"),
        ({"messages": []}, openai.UnprocessableEntityError, "messages"),
        (
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]},
            openai.UnprocessableEntityError,
            "text",
        ),
    ],
)
def test_bad_requests_are_told_as_openai_does(
    client: openai.OpenAI, body: dict[str, Any], error: type[openai.APIStatusError], told: str
) -> None:
    """The client finds our sentence under `error.message`."""
    with pytest.raises(error) as caught:
        client.chat.completions.create(**({"model": "dateline", "messages": asked(LAMPS)} | body))

    assert isinstance(caught.value.body, dict)
    assert told in caught.value.body["message"]


def test_langchain_chat_model_asks_and_streams(extractive_url: str) -> None:
    """LangChain's ChatOpenAI needs nothing but the address."""
    model = ChatOpenAI(model="dateline", base_url=f"{extractive_url}/v1", api_key="any", max_retries=0)

    assert "17" in model.invoke(LAMPS).text
    assert "".join(chunk.text for chunk in model.stream(LAMPS)) == model.invoke(LAMPS).text


def test_open_webui_finds_what_it_looks_for(http: httpx.Client) -> None:
    """It reads `data:` lines one by one: content, then `delta.annotations` with url and title, then [DONE]."""
    body = {"model": "dateline", "messages": asked(LAMPS), "stream": True, "user": {"name": "x"}, "chat_id": "1"}
    content, sources = "", []
    with http.stream("POST", "/v1/chat/completions", json=body) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        lines = [line.removeprefix("data: ") for line in reply.iter_lines() if line.startswith("data: ")]
    for line in lines[:-1]:
        delta = json.loads(line)["choices"][0]["delta"]
        content += delta.get("content", "")
        sources += [one["url_citation"] for one in delta.get("annotations", []) if one["type"] == "url_citation"]

    assert lines[-1] == "[DONE]"
    assert "17" in content
    assert all(source["url"] and source["title"] for source in sources)
    assert sources
