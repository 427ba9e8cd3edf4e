"""A chat model that says what it is told to, for tests of what becomes of its words."""

import json
from collections.abc import Iterator, Sequence

from app.answering.checking import Checked
from app.answering.generative import GenerativeWriter, Task
from app.chat.protocol import Message, Schema
from app.models import Article, Usage
from app.prompts import load_prompt
from tests.unit.answering.corner import passage


class ScriptedModel:
    """Always gives the same reply, in pieces; keeps the messages it was sent."""

    name = "scripted"

    def __init__(self, reply: str) -> None:
        self._reply = reply
        self.sent: list[Message] = []

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]:
        self.sent = list(messages)
        for start in range(0, len(self._reply), 5):
            yield self._reply[start : start + 5]
        yield Usage(10, 5)


def said(answer: str, *citations: int, supported: bool = True) -> str:
    """A reply of the asked form."""
    return json.dumps({"supported": supported, "answer": answer, "citations": list(citations)})


def writer_of(model: ScriptedModel, *, keep_unsupported: bool = False) -> GenerativeWriter:
    prompts = load_prompt("answer.v1"), load_prompt("condense_question.v1")
    return GenerativeWriter(model, *prompts, keep_unsupported=keep_unsupported)


def written(question: str, reply: str, *articles: Article, keep_unsupported: bool = False) -> Checked:
    """What is left of a model's reply to a question on whole articles."""
    by_id = {one.article_id: one for one in articles}
    task = Task(question, [passage(one) for one in articles], lambda name, _: by_id[name], "2021-03-05")
    steps = writer_of(ScriptedModel(reply), keep_unsupported=keep_unsupported).write(task)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value.checked
