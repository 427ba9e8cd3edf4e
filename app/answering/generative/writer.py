"""The generative writer: a chat model's words, of which only what the archive supports is left."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from app.answering.checking.statements import Checked
from app.answering.events import Drafted
from app.answering.generative.excerpts import excerpts
from app.answering.generative.fencing import fenced, neutral
from app.answering.generative.figure_notes import figure_notes
from app.answering.generative.reply import SCHEMA, answer_so_far, read_reply
from app.answering.generative.reviewing import Reviewer
from app.answering.generative.task import Task
from app.chat.protocol import ChatModel, Message
from app.models import Usage
from app.prompts import Prompt
from app.receipt import Exchange, Turn


@dataclass(frozen=True, slots=True)
class Written:
    """A checked text and how it came about; ``verify_ms`` is the part that checking took."""

    checked: Checked
    writer: str
    model: str | None = None
    prompt: str | None = None
    usage: Usage | None = None
    notice: str | None = None
    verify_ms: float = 0.0
    exchange: Exchange | None = None


class GenerativeWriter:
    """Writes with a chat model under the checks of every writer.

    Args:
        model: any chat model.
        prompt: variables ``passages``, ``figures``, ``today``, ``question``; asks for the object of ``reply.SCHEMA``.
        reviewer: checks what the model says.
        most_words: of articles that the model gets to read.
    """

    def __init__(self, model: ChatModel, prompt: Prompt, reviewer: Reviewer, *, most_words: int = 600) -> None:
        self.model = model
        self._prompt = prompt
        self._reviewer = reviewer
        self._most_words = most_words

    def with_model(self, model: ChatModel) -> GenerativeWriter:
        """The same writer with another model."""
        return GenerativeWriter(model, self._prompt, self._reviewer, most_words=self._most_words)

    def write(self, task: Task) -> Generator[Drafted, None, Written]:
        """The checked answer; what the model writes is told as it comes, unchecked.

        Raises:
            ChatModelError: the model gave no usable reply.
        """
        shown = excerpts(task.question, task.passages, task.article_of, as_of=task.as_of, most_words=self._most_words)
        messages = self._prompt.render(
            passages=fenced(shown),
            figures=figure_notes(task.figures, shown),
            today=task.today,
            question=neutral(task.question),
        )
        reply, usage = yield from self._asked(messages)
        started = time.perf_counter()
        checked = self._reviewer.review(read_reply(reply), task, shown)
        return Written(
            checked,
            "generative",
            self.model.name,
            self._prompt.label,
            usage,
            verify_ms=round(1000 * (time.perf_counter() - started), 2),
            exchange=Exchange(self.model.name, tuple(Turn(one.role, one.content) for one in messages), reply),
        )

    def _asked(self, messages: Sequence[Message]) -> Generator[Drafted, None, tuple[str, Usage]]:
        text = shown = ""
        usage = Usage()
        for piece in self.model.stream(messages, schema=SCHEMA):
            if isinstance(piece, Usage):
                usage = piece
                continue
            text += piece
            answer = answer_so_far(text)
            if answer != shown and answer.startswith(shown):
                yield Drafted(answer[len(shown) :])
                shown = answer
        return text, usage
