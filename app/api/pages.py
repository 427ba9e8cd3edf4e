"""The article page that a citation opens: the text with the cited span marked."""

from __future__ import annotations

import html
from importlib import resources
from string import Template

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.api.access import OpenDateline
from app.api.articles import HighlightRange, highlight_of
from app.models import Article, Span

router = APIRouter(include_in_schema=False)

_SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


@router.get("/articles/{article_id}")
def article_page(
    article_id: str, dateline: OpenDateline, version: int | None = None, highlight: HighlightRange = None
) -> HTMLResponse:
    """An article for people, scrolled to its marked sentence by `#cited`."""
    article = dateline.archive.article(article_id, version)
    marked = highlight_of(article, highlight)
    return HTMLResponse(render_article(article, marked.source_span if marked else None), headers=_SECURITY)


def render_article(article: Article, marked: Span | None) -> str:
    """The page; every word of the article is escaped."""
    template = Template(resources.files("app").joinpath("web/article.html").read_text(encoding="utf-8"))
    byline = " · ".join(part for part in (article.source, article.published_at, article.place) if part)
    is_link = bool(article.url and article.url.startswith(("http://", "https://")))
    origin = f'<a href="{html.escape(article.url or "")}" rel="noreferrer">{html.escape(article.url or "")}</a>'
    return template.substitute(
        title=html.escape(article.title or article.article_id),
        byline=html.escape(byline),
        origin=origin if is_link else "",
        version=article.version,
        body=_marked_text(article.text, marked),
    )


def _marked_text(text: str, marked: Span | None) -> str:
    if marked is None:
        return html.escape(text)
    before, quote, after = text[: marked.start], text[marked.start : marked.end], text[marked.end :]
    return f'{html.escape(before)}<mark id="cited">{html.escape(quote)}</mark>{html.escape(after)}'
