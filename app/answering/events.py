"""An answer as it comes about: what was found, then the checked text piece by piece, then the whole Answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.models import Answer, Citation, Passage


@dataclass(frozen=True, slots=True)
class Retrieved:
    """The passages that the writer reads, best first."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a chat model is writing, as it comes and before any check; not part of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Delta:
    """The next piece of the answer; all pieces joined are ``Answer.answer``."""

    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A verified citation, told before the piece of text that marks it."""

    citation: Citation


@dataclass(frozen=True, slots=True)
class Answered:
    """The end: the same Answer that asking without a stream gives."""

    answer: Answer


AnswerEvent = Retrieved | Drafted | Delta | Cited | Answered


def events_of(answer: Answer) -> Iterator[AnswerEvent]:
    """A finished answer told claim by claim; a refusal is one piece of text."""
    citations = {citation.number: citation for citation in answer.citations}
    told = 0
    for claim in answer.claims:
        for number in claim.citations:
            if number in citations:
                yield Cited(citations.pop(number))
        yield Delta(answer.answer[told : claim.answer_span.end])
        told = claim.answer_span.end
    if answer.answer[told:]:
        yield Delta(answer.answer[told:])
    yield Answered(answer)
