"""What only a capable model gets right; named by its file or server: DATELINE_TEST_MODEL=... pytest -m bigger_model."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from app.answering.generative.reviewing import Reviewer
from app.answering.generative.writer import GenerativeWriter
from app.answering.writers import Writers
from app.chat.llama_server import llama_server
from app.chat.opening import open_chat_model
from app.chat.options import ChatOptions
from app.dateline import Dateline
from app.models import Ask
from app.prompts import load_prompt
from tests.integration.chat.newsroom import LAMPS, MAYOR, UNKNOWN, opened
from tests.integration.chat.test_real_model import is_sound

pytestmark = [pytest.mark.bigger_model, pytest.mark.timeout(1_200)]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dateline]:
    named = os.environ.get("DATELINE_TEST_MODEL")
    if not named:
        pytest.skip("DATELINE_TEST_MODEL names no model: a GGUF file or the URL of a model server")
    server = nullcontext(named) if named.startswith("http") else llama_server(Path(named))
    with server as url:
        model = open_chat_model(ChatOptions(base_url=url, timeout_seconds=300, max_tokens=200))
        writers = Writers(GenerativeWriter(model, load_prompt("answer.v2"), Reviewer(), most_words=200))
        with opened(tmp_path_factory.mktemp("bigger"), writers=writers) as dateline:
            yield dateline


@pytest.mark.parametrize(("question", "short"), [(LAMPS, "17"), (MAYOR, "Ilse Berg")])
def test_a_capable_model_answers(newsroom: Dateline, question: str, short: str) -> None:
    """In its own words, with the right short answer and sound citations."""
    answer = newsroom.ask(Ask(question))

    assert answer.writer == "generative"
    assert short in answer.short_answer
    assert is_sound(newsroom, answer)


def test_a_capable_model_refuses_what_is_not_there(newsroom: Dateline) -> None:
    """No submarine stands in the archive."""
    assert newsroom.ask(Ask(UNKNOWN)).status == "not_in_archive"
