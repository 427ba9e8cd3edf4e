"""Who writes an answer: the chat model where there is one and it works, else extracts, and the reader is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from app.answering.checking.statements import Checked
from app.answering.events import AnswerEvent
from app.answering.generative.condensing import Condenser
from app.answering.generative.task import Task
from app.answering.generative.writer import GenerativeWriter, Written
from app.chat.recorded import RecordedModel
from app.errors import ChatModelError
from app.receipt import Receipt

log = logging.getLogger(__name__)

EXTRACTIVE = "extractive"
_INSTEAD = "This answer is made of extracts instead."


class Writers:
    """The writers of one answerer.

    Args:
        generative: None without a chat model.
        condenser: None leaves follow-up questions to the rules.
        default: for questions that do not name a writer; "auto" takes the chat model if there is one.
        reteller: reads a chat model's reply of then where there is no chat model now.
    """

    def __init__(
        self,
        generative: GenerativeWriter | None = None,
        condenser: Condenser | None = None,
        default: str = "auto",
        reteller: GenerativeWriter | None = None,
    ) -> None:
        self._generative = generative
        self._condenser = condenser
        self._default = default
        self._reteller = reteller or generative

    def write(
        self, wanted: str | None, task: Task, extract: Callable[[], Checked]
    ) -> Generator[AnswerEvent, None, Written]:
        """The checked answer. The model is not asked when nothing was found."""
        writer = wanted or self._default
        if writer == EXTRACTIVE or not task.passages:
            return Written(extract(), EXTRACTIVE)
        if self._generative is None:
            notice = (
                f"No chat model is configured (DATELINE_CHAT_MODEL). {_INSTEAD}" if writer == "generative" else None
            )
            return Written(extract(), EXTRACTIVE, notice=notice)
        try:
            written = yield from self._generative.write(task)
        except ChatModelError as error:
            return Written(extract(), EXTRACTIVE, notice=f"{error.message} {_INSTEAD}")
        if written.checked.status == "not_in_archive" and task.figures:
            return _by_figures(written, extract())
        return written

    def retelling(self, receipt: Receipt) -> Writers:
        """Writers that give the answer of a receipt again: the model's reply is read from there, nobody is asked."""
        exchange = receipt.working.exchange if receipt.working else None
        if exchange is None or self._reteller is None:
            return Writers(default=EXTRACTIVE)
        told = RecordedModel(exchange.model, exchange.reply)
        return Writers(self._reteller.with_model(told), default="generative")

    def condensed(self, wanted: str | None, question: str, history: Sequence[str]) -> str | None:
        """The question reworded by the chat model to stand alone; None leaves it to the rules."""
        if self._condenser is None or (wanted or self._default) == EXTRACTIVE or not history:
            return None
        try:
            return self._condenser.condensed(question, history)
        except ChatModelError:
            log.info("the follow-up is understood by rules, without the chat model")
            return None


def _by_figures(written: Written, extracted: Checked) -> Written:
    """A figure that code read and resolved, for a model that refused or said nothing that is supported."""
    judged = (*written.checked.judged, *extracted.judged)
    notice = f"The chat model {written.model} found no supported answer. {_INSTEAD}"
    return replace(
        written, checked=replace(extracted, judged=judged), writer=EXTRACTIVE, model=None, prompt=None, notice=notice
    )
