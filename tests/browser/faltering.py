"""An answerer that answers, unless the question asks it to falter."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.answering.answerer import Answerer
from app.answering.events import Answered, AnswerEvent, Drafted
from app.dateline import Dateline
from app.models import Answer, Ask

SLOW = "What takes very long?"
BROKEN = "What breaks off at once?"
HALFWAY = "What breaks off halfway?"
DRAFTED = "What is drafted and then not supported?"
DRAFT = "Perhaps 99 lamps."
NOTICE = "The chat model did not answer in time; these are the sources' own words."
DRAFT_SECONDS = 1.0


@dataclass(frozen=True)
class FalteringAnswerer:
    """Waits for ``released`` on SLOW, fails on BROKEN, on HALFWAY after its first event, and drafts on DRAFTED."""

    answerer: Answerer
    released: threading.Event

    @classmethod
    def of(cls, dateline: Dateline) -> FalteringAnswerer:
        return cls(dateline.answerer, threading.Event())

    def over(self, dateline: Dateline) -> Dateline:
        """The same archive behind this answerer."""
        return replace(dateline, answerer=self)  # type: ignore[arg-type]  # it answers like the real one

    def validate(self, ask: Ask) -> None:
        self.answerer.validate(ask)

    def answer(self, ask: Ask) -> Answer:
        return self.answerer.answer(ask)

    def stream(self, ask: Ask) -> Iterator[AnswerEvent]:
        self.answerer.validate(ask)
        return self._events(ask)

    def _events(self, ask: Ask) -> Iterator[AnswerEvent]:
        if ask.question == SLOW:
            self.released.wait(20)
        if ask.question == BROKEN:
            raise RuntimeError("broken on purpose")
        if ask.question == DRAFTED:
            yield Drafted(DRAFT)
            time.sleep(DRAFT_SECONDS)
        for event in self.answerer.stream(ask):
            yield _with_notice(event) if ask.question == DRAFTED else event
            if ask.question == HALFWAY:
                raise RuntimeError("broken halfway on purpose")


def _with_notice(event: AnswerEvent) -> AnswerEvent:
    return Answered(replace(event.answer, notice=NOTICE)) if isinstance(event, Answered) else event
