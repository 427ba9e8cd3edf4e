"""Who writes an answer: the chat model where there is one and it works, else extracts, and the reader is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence

from app.answering.checking import Checked
from app.answering.events import AnswerEvent
from app.answering.generative import GenerativeWriter, Task, Written
from app.errors import ChatModelError

log = logging.getLogger(__name__)

EXTRACTIVE = "extractive"
_INSTEAD = "This answer is made of extracts instead."


class Writers:
    """The writers of one answerer.

    Args:
        generative: None without a chat model.
        default: for questions that do not name a writer; "auto" takes the chat model if there is one.
    """

    def __init__(self, generative: GenerativeWriter | None = None, default: str = "auto") -> None:
        self._generative = generative
        self._default = default

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
            return (yield from self._generative.write(task))
        except ChatModelError as error:
            return Written(extract(), EXTRACTIVE, notice=f"{error.message} {_INSTEAD}")

    def condensed(self, wanted: str | None, question: str, history: Sequence[str]) -> str | None:
        """The question reworded by the chat model to stand alone; None leaves it to the rules."""
        if self._generative is None or (wanted or self._default) == "extractive" or not history:
            return None
        try:
            return self._generative.condensed(question, history)
        except ChatModelError:
            log.info("the follow-up is understood by rules, without the chat model")
            return None
