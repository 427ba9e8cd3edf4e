"""How a cited article is named and linked, the same on every surface."""

from __future__ import annotations

from datetime import date

from app.models import Article, Citation, Passage, Related, Span

Cited = Article | Citation | Passage | Related


def citation_link(citation: Citation, base_url: str) -> str:
    """Where a running server shows the article with the cited sentence marked."""
    start, end = citation.source_span
    return f"{article_link(citation.article_id, base_url)}?version={citation.version}&highlight={start}-{end}#cited"


def place_of(article_id: str, version: int, span: Span) -> str:
    """A place in an article as ``dateline read`` takes it."""
    return f"{article_id}:{version}:{span[0]}-{span[1]}"


def article_link(article_id: str, base_url: str) -> str:
    """Where a running server shows the article."""
    return f"{base_url.rstrip('/')}/articles/{article_id}"


def reference(cited: Cited) -> str:
    """Title, outlet and day: "Convoys roll into Idlib (TASS, 28 February 2020)"."""
    return f"{title_of(cited)} ({origin_of(cited)})"


def title_of(cited: Cited) -> str:
    """The title; of an article without one its id."""
    return cited.title or cited.article_id


def origin_of(cited: Cited) -> str:
    """Outlet and day: "TASS, 28 February 2020"; says so when one is not known."""
    return f"{cited.source or 'unknown source'}, {long_day(cited.published_at) or 'no date'}"


def long_day(published_at: str | None) -> str:
    """``2020-02-28…`` as "28 February 2020"; "" for None."""
    if not published_at:
        return ""
    day = date.fromisoformat(published_at[:10])
    return f"{day.day} {day:%B %Y}"
