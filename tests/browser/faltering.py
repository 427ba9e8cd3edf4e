"""An answerer that answers, unless the question asks it to falter."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.answering.answerer import Answerer
from app.answering.events import AnswerEvent
from app.dateline import Dateline
from app.models import Answer, Ask

SLOW = "What takes very long?"
BROKEN = "What breaks off at once?"
HALFWAY = "What breaks off halfway?"


@dataclass(frozen=True)
class FalteringAnswerer:
    """Waits for ``released`` on SLOW, fails on BROKEN, and fails on HALFWAY after its first event."""

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
        for event in self.answerer.stream(ask):
            yield event
            if ask.question == HALFWAY:
                raise RuntimeError("broken halfway on purpose")
