"""The archive over HTTP: list, read, add, delete."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.api.access import OpenDateline
from app.api.problems import problem
from app.api.schemas import (
    AddResult,
    ArticleHead,
    ArticlePage,
    ArticleView,
    Deleted,
    Highlight,
    NewArticles,
    Refused,
    StoredArticle,
)
from app.errors import ArticleNotFound, IngestError, QuestionError
from app.models import Article, SearchFilters, Span

Version = Annotated[int | None, Query(ge=1, le=10**9, description="None is the newest.")]
router = APIRouter(prefix="/v1/articles", tags=["archive"])

HighlightRange = Annotated[
    str | None,
    Query(pattern=r"^\d{1,9}-\d{1,9}$", description="Code points to mark, `start-end`.", examples=["120-188"]),
]


@router.get("")
def list_articles(
    dateline: OpenDateline,
    source: list[str] = Query([], max_length=50),  # noqa: B008  # FastAPI's way to read a repeated parameter
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
) -> ArticlePage:
    """Articles, newest first, without their text."""
    found = dateline.archive.articles(filters=SearchFilters(sources=tuple(source)), limit=limit, offset=offset)
    return ArticlePage([ArticleHead.of(article) for article in found], offset)


@router.get("/{article_id}")
def read_article(
    article_id: str, dateline: OpenDateline, version: Version = None, highlight: HighlightRange = None
) -> ArticleView:
    """One article with its text; `highlight=start-end` also returns what stands there."""
    article = dateline.archive.article(article_id, version)
    return ArticleView(article, highlight_of(article, highlight))


@router.post("", response_model=AddResult)
def add_articles(request: Request, body: NewArticles, dateline: OpenDateline) -> Response | AddResult:
    """Store articles. What cannot be read is listed under `refused`; the rest is stored all the same."""
    read_fields = request.app.state.read_fields
    articles: list[Article] = []
    refused: list[Refused] = []
    for position, fields in enumerate(body.articles):
        try:
            articles.append(read_fields(fields))
        except IngestError as error:
            refused.append(Refused(position, error.message, error.hint))
    if not articles:
        first = refused[0]
        return problem(request, 422, "No article stored", first.reason, hint=first.hint)
    return AddResult([StoredArticle(*added) for added in dateline.add(articles)], refused)


@router.delete("/{article_id}")
def delete_article(article_id: str, dateline: OpenDateline) -> Deleted:
    """Remove an article and all its versions from the archive and from search."""
    if not dateline.delete(article_id):
        raise ArticleNotFound(f"There is no article {article_id!r}.", hint="List articles with GET /v1/articles.")
    return Deleted(article_id)


def highlight_of(article: Article, asked: str | None) -> Highlight | None:
    """The asked range of the article's text.

    Raises:
        QuestionError: the range is empty or does not lie within the text.
    """
    if asked is None:
        return None
    start, end = (int(part) for part in asked.split("-"))
    if not start < end <= len(article.text):
        raise QuestionError(
            f"The highlight {asked} does not lie within the {len(article.text)} characters of {article.article_id}.",
            hint="Use the source_span of a citation: highlight=<start>-<end>.",
        )
    return Highlight(Span(start, end), article.text[start:end])
