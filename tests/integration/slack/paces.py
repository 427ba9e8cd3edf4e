"""Dateline with answers that come slowly or run long; everything else about them is real."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from app.answering.events import Answered, AnswerEvent, Delta
from app.dateline import Dateline
from app.models import Ask


@dataclass(frozen=True, slots=True)
class SlowDateline(Dateline):
    """Each piece of text takes a while, as when a chat model writes."""

    pause_seconds: float = 0.0

    def stream(self, ask: Ask) -> Iterator[AnswerEvent]:
        for event in self.answerer.stream(ask):
            if isinstance(event, Delta):
                time.sleep(self.pause_seconds)
            yield event


@dataclass(frozen=True, slots=True)
class LongDateline(Dateline):
    """Each answer is repeated until it has so many characters."""

    chars: int = 0

    def stream(self, ask: Ask) -> Iterator[AnswerEvent]:
        for event in self.answerer.stream(ask):
            if isinstance(event, Answered):
                text = f"{event.answer.answer} "
                long = (text * (self.chars // len(text) + 1))[: self.chars]
                yield Answered(replace(event.answer, answer=long))
            else:
                yield event


def slow(dateline: Dateline, pause_seconds: float) -> SlowDateline:
    """The same archive, slowly."""
    return SlowDateline(**_parts(dateline), pause_seconds=pause_seconds)


def long(dateline: Dateline, chars: int) -> LongDateline:
    """The same archive, at length."""
    return LongDateline(**_parts(dateline), chars=chars)


def _parts(dateline: Dateline) -> dict[str, object]:
    return {field.name: getattr(dateline, field.name) for field in fields(Dateline)}
