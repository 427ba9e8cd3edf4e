"""A real llama.cpp server with a very small model: it keeps to the form and invents content, which checking catches."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.answering.events import Answered, Drafted
from app.answering.generative.condensing import Condenser
from app.answering.generative.reviewing import Reviewer
from app.answering.generative.writer import GenerativeWriter
from app.answering.writers import Writers
from app.chat.llama_server import llama_server
from app.chat.opening import open_chat_model
from app.chat.options import ChatOptions
from app.chat.protocol import Message
from app.dateline import Dateline
from app.errors import SettingsError
from app.models import Answer, Ask, Usage
from app.prompts import load_prompt
from tests.integration.chat.newsroom import LAMPS, MAYOR, UNKNOWN, opened


@pytest.fixture(scope="session")
def newsroom(model_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dateline]:
    model = open_chat_model(ChatOptions(base_url=model_url, timeout_seconds=120, max_tokens=64))
    condenser = Condenser(model, load_prompt("condense_question.v1"))
    writers = Writers(GenerativeWriter(model, load_prompt("answer.v2"), Reviewer()), condenser)
    with opened(tmp_path_factory.mktemp("real"), writers=writers, top_k=2) as dateline:
        yield dateline


def is_sound(dateline: Dateline, answer: Answer) -> bool:
    """Whether quotes are verbatim, markers number the citations, and a refusal cites nothing."""
    for citation in answer.citations:
        start, end = citation.source_span
        text = dateline.archive.article(citation.article_id, citation.version).text
        if text[start:end] != citation.quote:
            return False
    if answer.status == "not_in_archive":
        return not answer.citations and not answer.claims
    numbers = [citation.number for citation in answer.citations]
    marked = {number for claim in answer.claims for number in claim.citations}
    return numbers == list(range(1, len(numbers) + 1)) and marked == set(numbers)


@pytest.mark.parametrize("question", [LAMPS, MAYOR, UNKNOWN])
def test_whatever_the_model_says_the_answer_is_sound(newsroom: Dateline, question: str) -> None:
    """A model of 135 million parameters may be wrong, but not unchecked."""
    *told, last = newsroom.stream(Ask(question))

    assert isinstance(last, Answered)
    answer = last.answer
    assert (answer.writer, answer.notice) == ("generative", None)
    assert answer.model == "SmolLM2-135M-Instruct.Q4_1"
    assert answer.usage is not None
    assert answer.usage.completion_tokens > 0
    assert any(isinstance(event, Drafted) for event in told)
    assert all(claim.verdict == "supported" for claim in answer.claims)
    assert is_sound(newsroom, answer)


def test_a_closed_stream_frees_the_server(model_url: str) -> None:
    """Leaving in the middle of one reply does not hold up the next."""
    model = open_chat_model(ChatOptions(base_url=model_url, timeout_seconds=120, max_tokens=200))
    first = model.stream([Message("user", "Count to one thousand in words.")])
    next(first)
    first.close()  # type: ignore[attr-defined]  # it is a generator

    pieces = list(open_chat_model(ChatOptions(base_url=model_url, max_tokens=8)).stream([Message("user", "Hi")]))

    assert isinstance(pieces[-1], Usage)


def test_a_file_that_is_no_model_is_named(tmp_path: Path) -> None:
    """One sentence says which file, whether it is missing or broken."""
    broken = tmp_path / "broken.gguf"
    with pytest.raises(SettingsError, match="no model file"), llama_server(broken):
        pass
    if find_spec("xllamacpp") is not None:
        broken.write_bytes(b"GGUF")
        with pytest.raises(SettingsError, match=r"cannot load .*broken\.gguf"), llama_server(broken):
            pass
