"""A chat model that says what it is told to, for tests of what becomes of its words."""

import json
from collections.abc import Iterable, Iterator, Sequence

from app.answering.checking.statements import Checked
from app.answering.draft import Draft
from app.answering.generative.condensing import Condenser
from app.answering.generative.reviewing import Entailment, Reviewer
from app.answering.generative.task import Task
from app.answering.generative.writer import GenerativeWriter
from app.answering.writing import write_answer
from app.chat.protocol import Message, Schema
from app.figures.reading.extract import extract_figures
from app.figures.records import FigureRecord
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


def said(answer: str, *citations: int, supported: bool = True, short: str = "") -> str:
    """A reply of the asked form."""
    return json.dumps({"citations": list(citations), "short_answer": short, "answer": answer, "supported": supported})


def writer_of(
    model: ScriptedModel, *, keep_unsupported: bool = False, entailment: Entailment | None = None
) -> GenerativeWriter:
    reviewer = Reviewer(keep_unsupported=keep_unsupported, entailment=entailment)
    return GenerativeWriter(model, load_prompt("answer.v2"), reviewer)


def condenser_of(model: ScriptedModel) -> Condenser:
    return Condenser(model, load_prompt("condense_question.v1"))


def task_on(question: str, *articles: Article) -> Task:
    """A question on whole articles."""
    by_id = {one.article_id: one for one in articles}
    passages = [passage(one) for one in articles]

    def article_of(article_id: str, _: int) -> Article:
        return by_id[article_id]

    def records_of(keys: Iterable[tuple[str, int]]) -> list[FigureRecord]:
        return [record for article_id, _ in keys for record in extract_figures(by_id[article_id])]

    def draft() -> Draft:
        return write_answer(question, passages, article_of, records_of, as_of="2021-03-05", today="2021-03-05")

    return Task(question, passages, article_of, records_of, draft, "2021-03-05", "2021-03-05")


def written(
    question: str,
    reply: str,
    *articles: Article,
    keep_unsupported: bool = False,
    entailment: Entailment | None = None,
) -> Checked:
    """What is left of a model's reply to a question on whole articles."""
    writer = writer_of(ScriptedModel(reply), keep_unsupported=keep_unsupported, entailment=entailment)
    steps = writer.write(task_on(question, *articles))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value.checked
