"""What requests look like on the wire. Responses are the frozen values of ``app.models`` themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.archive.stores import Feedback
from app.models import Answer, Article, Ask, Passage, SearchFilters, Span, WriterName

Day = Annotated[date | None, Field(description="A day, YYYY-MM-DD, inclusive.")]


class Limits(BaseModel):
    """What may be searched; shared by questions and searches."""

    model_config = ConfigDict(extra="forbid")

    as_of: Day = None
    sources: list[str] = Field([], max_length=50, description="Only these outlets.")
    published_after: Day = None
    published_before: Day = None
    language: Annotated[str | None, Field(max_length=8, description="ISO 639-1 code.")] = None

    def filters(self) -> SearchFilters:
        """The same limits as the archive takes them."""
        return SearchFilters(
            as_of=_iso(self.as_of),
            sources=tuple(self.sources),
            published_after=_iso(self.published_after),
            published_before=_iso(self.published_before),
            language=self.language,
        )


class AskRequest(Limits):
    """A question for the archive."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": "How many Turkish posts are in Idlib?", "as_of": "2020-02-28"}]},
    )

    question: str
    conversation_id: Annotated[str | None, Field(max_length=200, description="Names a conversation.")] = None
    writer: WriterName | None = None
    top_k: Annotated[int | None, Field(ge=1, le=100, description="Passages given to the writer.")] = None
    stream: Annotated[bool, Field(description="Answer with server-sent events.")] = False

    def to_ask(self) -> Ask:
        """The question as the answerer takes it."""
        return Ask(self.question, self.conversation_id, self.filters(), self.writer, self.top_k)


class SearchRequest(Limits):
    """A search for passages."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"question": "observation posts in Idlib", "top_k": 5}]},
    )

    question: str
    top_k: Annotated[int, Field(ge=1, le=100)] = 10


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Passages, best first."""

    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """Answers, newest first."""

    answers: list[Answer]


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """Verdicts on answers, oldest first."""

    feedback: list[Feedback]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Articles, newest first; their text is left out."""

    articles: list[ArticleHead]
    offset: int


@dataclass(frozen=True, slots=True)
class ArticleHead:
    article_id: str
    version: int
    title: str
    source: str | None
    url: str | None
    published_at: str | None
    partial_date: str | None

    @classmethod
    def of(cls, article: Article) -> ArticleHead:
        """The head of a stored article."""
        return cls(
            article.article_id,
            article.version,
            article.title,
            article.source,
            article.url,
            article.published_at,
            article.partial_date,
        )


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span of the article's text and what stands there."""

    source_span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article, with the asked span if there was one."""

    article: Article
    highlight: Highlight | None


class NewArticles(BaseModel):
    """Articles to store: each an object with at least a text, under the usual field names."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "articles": [
                        {
                            "title": "Ferry resumes after storm",
                            "text": "The ferry to Harbour Island resumed on Monday.",
                            "source": "Harbour Post",
                            "published_at": "2020-01-13",
                            "url": "https://harbour-post.example/ferry",
                        }
                    ]
                }
            ]
        },
    )

    articles: list[dict[str, Any]] = Field(min_length=1, max_length=1_000)


@dataclass(frozen=True, slots=True)
class Refused:
    """An article of a request that was not stored, and why; ``position`` counts from 0."""

    position: int
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What became of one article."""

    article_id: str
    version: int
    outcome: Literal["added", "updated", "unchanged"]
    chunks: int


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of each article."""

    stored: list[StoredArticle]
    refused: list[Refused]


@dataclass(frozen=True, slots=True)
class Deleted:
    article_id: str


class FeedbackRequest(BaseModel):
    """A reader's verdict on an answer."""

    model_config = ConfigDict(extra="forbid")

    answer_id: Annotated[str, Field(min_length=1, max_length=200)]
    rating: Literal["up", "down"]
    comment: Annotated[str, Field(max_length=4_000)] = ""


@dataclass(frozen=True, slots=True)
class Health:
    status: Literal["ok", "ready"]
    version: str
    articles: int | None = None
    chunks: int | None = None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
