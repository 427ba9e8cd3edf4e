"""The nouns of Dateline: frozen values, no I/O.

Offsets are Unicode code points into ``Article.text``, half-open ``[start, end)``.
Days are ISO 8601 strings: ``published_at`` is ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SSZ`` (UTC), so that
string order is time order and the first ten characters are the day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

AnswerStatus = Literal["answered", "conflicting", "not_in_archive"]
Verdict = Literal["supported", "partly", "unsupported"]
FigureStatus = Literal["current", "earlier", "conflicting"]
WriterName = Literal["auto", "extractive", "generative"]


ArticleKey = tuple[str, int]
"""One version of an article: its id and number."""


class Span(NamedTuple):
    """Code points ``[start, end)`` of some text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one news article; ``version`` 0 means not stored yet.

    ``partial_date`` keeps a printed day whose year is unknown as ``--MM-DD`` (ISO 8601); it is never turned
    into ``published_at`` by guessing.
    """

    article_id: str
    text: str
    title: str = ""
    source: str | None = None
    url: str | None = None
    published_at: str | None = None
    partial_date: str | None = None
    place: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    version: int = 0

    @property
    def published_day(self) -> str | None:
        """The day of publication, ``YYYY-MM-DD``."""
        return self.published_at[:10] if self.published_at else None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A verbatim slice of an article: ``article.text[start:end] == text``."""

    article_id: str
    version: int
    start: int
    end: int
    text: str

    @property
    def chunk_id(self) -> str:
        return f"{self.article_id}:{self.version}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of an article found for a question; ``score`` is higher for better."""

    article_id: str
    version: int
    start: int
    end: int
    text: str
    title: str
    source: str | None
    url: str | None
    published_at: str | None
    score: float


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """What may be searched. Days are inclusive; ``as_of`` hides every article published later.

    An article without a date passes ``as_of`` and fails the two date bounds.
    """

    as_of: str | None = None
    sources: tuple[str, ...] = ()
    published_after: str | None = None
    published_before: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as an answer shows it. ``citation`` is a number in the answer's citations.

    ``value`` is the lower end of a range, ``high`` its upper end.
    ``outlets``: how many outlets of the articles read state it independently; copies of one story count once.
    """

    value: int | float
    qualifier: str | None
    unit: str | None
    counted: str | None
    place: str | None
    said_by: str | None
    as_of: str | None
    status: FigureStatus
    citation: int
    outlets: int = 1
    high: int | float | None = None

    @property
    def amount(self) -> str:
        """The value alone: "1,250", "17.5", "30–40"."""
        return "–".join(f"{end:,.15g}" for end in (self.value, self.high) if end is not None)

    @property
    def label(self) -> str:
        """The figure in words: "at least 1,250 people", "17.5 percent", "40 observation posts"."""
        return " ".join(part for part in (self.qualifier, self.amount, self.unit or self.counted) if part)


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim span: ``article.text[source_span.start:source_span.end] == quote``. Numbers start at 1."""

    number: int
    article_id: str
    version: int
    title: str
    source: str | None
    url: str | None
    published_at: str | None
    quote: str
    source_span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer; ``answer_span`` points into ``Answer.answer``."""

    text: str
    answer_span: Span
    verdict: Verdict
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """An article near a question that the archive does not answer."""

    article_id: str
    title: str
    source: str | None
    url: str | None
    published_at: str | None
    passage: str


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with its limits. ``writer`` None leaves the choice to the settings.

    ``history``: earlier questions of a conversation that is not kept here, oldest first.
    """

    question: str
    conversation_id: str | None = None
    filters: SearchFilters = SearchFilters()
    writer: str | None = None
    top_k: int | None = None
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What a chat model used for one answer; ``cost`` in the currency of the configured prices."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What every surface delivers. A refusal has status ``not_in_archive`` and no citations.

    ``notice`` tells the reader when the answer came about otherwise than asked, such as without the chat model.
    """

    id: str
    question: str
    standalone_question: str
    status: AnswerStatus
    short_answer: str
    answer: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    related: tuple[Related, ...]
    as_of: str | None
    writer: str
    model: str | None
    prompt: str | None
    archive_version: int
    timings_ms: dict[str, float]
    usage: Usage | None = None
    notice: str | None = None
