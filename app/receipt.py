"""How an answer came about, kept with it: what was read, what a model said, what checking made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.models import Answer, Passage, SearchFilters, Span, Verdict


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one article version."""

    article_id: str
    version: int
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that retrieval gave; ``score`` is higher for better and comparable within one answer only."""

    place: Place
    score: float
    title: str = ""

    @classmethod
    def of(cls, passage: Passage) -> Found:
        span = Span(passage.start, passage.end)
        return cls(Place(passage.article_id, passage.version, span), round(passage.score, 6), passage.title)


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a rendered prompt."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a chat model was sent and what it replied, to the letter."""

    model: str
    prompt: tuple[Turn, ...]
    reply: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that a writer made and what checking made of it; those that are not supported were left out.

    ``entailment`` is the score of the configured cross-encoder in [0, 1], None without one.
    """

    text: str
    verdict: Verdict
    places: tuple[Place, ...]
    entailment: float | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """Everything that is needed to give an answer again, and to see why it came out so.

    Attributes:
        filters: in force, those that the question itself names included.
        writer: the one asked for; None left it to the settings.
        top_k: passages given to the writer.
        today: the day that "now" meant, ``YYYY-MM-DD``.
        previous_id: the answer that "who said so?" is about; None for other questions.
        found: what retrieval gave, best first.
        exchange: None for extracts, also for those given because the model failed.
        judged: every claim of the writer, in order.
        software: the version of Dateline.
    """

    filters: SearchFilters
    writer: str | None
    top_k: int
    today: str
    previous_id: str | None
    found: tuple[Found, ...]
    exchange: Exchange | None
    judged: tuple[Judged, ...]
    software: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """An answer as it was given; ``working`` is None for one given before workings were kept."""

    answer: Answer
    working: Working | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an answer that came out otherwise, in words."""

    part: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Replay:
    """An answer given again, and where it differs from the first one; no differences: it is the same."""

    answer: Answer
    differences: tuple[Difference, ...]
