"""What is computed from the archive is not left to a chat model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.answering.writers import Writers
from app.models import Ask
from tests.integration.chat.newsroom import opened


class NeverAsked:
    """A chat writer that must not be asked."""

    def write(self, task: Any) -> Any:
        pytest.fail(f"the chat model was asked: {task.question}")

    def condensed(self, question: str, history: Any) -> None:
        return None


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("How many articles mention the zebra quay?", "2"),
        ("How many more lamps does the zebra quay have than before?", "5"),
    ],
)
def test_a_chat_model_neither_counts_articles_nor_subtracts(tmp_path: Path, question: str, short: str) -> None:
    """It sees some passages only; the records know them all."""
    with opened(tmp_path, writers=Writers(NeverAsked(), "auto")) as dateline:
        answer = dateline.ask(Ask(question))

    assert (answer.short_answer, answer.writer, answer.notice) == (short, "extractive", None)
