"""The pages people open: the question page, and the article that a citation shares, with its span marked."""

from __future__ import annotations

import html
from importlib import resources
from string import Template

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.api.access import OpenDateline, require_key
from app.api.articles import HighlightRange, Version, highlight_of
from app.errors import ArticleNotFound, QuestionError
from app.models import Article, Span
from app.references import long_day, title_of

router = APIRouter(include_in_schema=False)

SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class PageFiles(StaticFiles):
    """Scripts, styles and the icon, under the same rules as the pages that load them."""

    def __init__(self) -> None:
        super().__init__(packages=[("app", "web/static")])

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(SECURITY)
        return response


@router.get("/")
def question_page() -> HTMLResponse:
    """The page that asks, answers and shows the archive; it holds no news until it has asked for some."""
    return HTMLResponse(_page("index.html"), headers=SECURITY)


@router.get("/articles/{article_id}")
def article_page(
    request: Request,
    article_id: str,
    dateline: OpenDateline,
    version: Version = None,
    highlight: HighlightRange = None,
) -> HTMLResponse:
    """An article for people, scrolled to its marked sentence by `#cited`.

    A browser cannot send the server's key with an address: who comes without it gets the question page, which asks for
    the key and then opens the article itself. Where there is no such article, that page says so.
    """
    if not has_key(request, dateline):
        return question_page()
    try:
        article = dateline.archive.article(article_id, version)
        marked = highlight_of(article, highlight)
    except (ArticleNotFound, QuestionError):
        return HTMLResponse(_page("index.html"), 404, headers=SECURITY)
    return HTMLResponse(render_article(article, marked.source_span if marked else None), headers=SECURITY)


def has_key(request: Request, dateline: OpenDateline) -> bool:
    """Whether the request may read; always where no key is set."""
    try:
        require_key(request, dateline)
    except HTTPException:
        return False
    return True


def render_article(article: Article, marked: Span | None) -> str:
    """The page; every word of the article is escaped."""
    byline = " · ".join(part for part in (article.source, long_day(article.published_at), article.place) if part)
    is_link = bool(article.url and article.url.startswith(("http://", "https://")))
    origin = f'<a href="{html.escape(article.url or "")}" rel="noreferrer">{html.escape(article.url or "")}</a>'
    return Template(_page("article.html")).substitute(
        title=html.escape(title_of(article)),
        byline=html.escape(byline),
        origin=origin if is_link else "",
        version=article.version,
        language=html.escape(article.language or ""),
        body=_marked_text(article.text, marked),
    )


def _page(name: str) -> str:
    return resources.files("app").joinpath("web", name).read_text(encoding="utf-8")


def _marked_text(text: str, marked: Span | None) -> str:
    if marked is None:
        return html.escape(text)
    before, quote, after = text[: marked.start], text[marked.start : marked.end], text[marked.end :]
    return f'{html.escape(before)}<mark id="cited">{html.escape(quote)}</mark>{html.escape(after)}'
