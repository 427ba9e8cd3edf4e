"""``.html``: the article on a web page, without the page around it (trafilatura)."""

from __future__ import annotations

from app.errors import MalformedArticle, UnreadableSource
from ingest.draft import Draft, Read
from ingest.encoding import is_binary
from ingest.formats.standfirst import read_standfirst
from ingest.paragraphs import flat
from ingest.when import read_when

_PUBLISHED_ONLY = {"extensive_search": False, "original_date": True}
"""Dates from the page's metadata alone: a date somewhere in its text may belong to anything."""


def read_page(name: str, raw: bytes, url: str | None = None) -> Read:
    """The one article of a page; scripts, styles, menus and comments never become text.

    Raises:
        UnreadableSource: empty or binary.
        MalformedArticle: no article text on the page.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  # half a second to load

    _check(name, raw)
    try:
        page = bare_extraction(
            raw, url=url, include_comments=False, with_metadata=True, date_extraction_params=dict(_PUBLISHED_ONLY)
        )
    except Exception as error:  # a foreign parser may fail in any way on a hostile page; the run goes on
        raise _no_article(name) from error
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise _no_article(name)
    return Read(
        name,
        Draft(
            text=_with_standfirst(page.text or "", read_standfirst(raw)),
            title=page.title or "",
            source=page.sitename or page.hostname,
            url=url or page.url,
            published_at=read_when(page.date).published_at,
            authors=tuple(part.strip() for part in (page.author or "").split(";") if part.strip()),
            language=page.language,
        ),
    )


def _with_standfirst(text: str, standfirst: str | None) -> str:
    """The text, led by the standfirst unless it already holds it."""
    return f"{standfirst}\n\n{text}" if standfirst and standfirst not in flat(text) else text


def _check(name: str, raw: bytes) -> None:
    if not raw.strip():
        raise UnreadableSource(f"{name} is empty.", hint="Give a page that holds an article.")
    if is_binary(raw) and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableSource(f"{name} is binary, not a page.", hint="Give a page that holds an article.")


def _no_article(name: str) -> MalformedArticle:
    return MalformedArticle(
        f"No article text was found on {name}.",
        hint="If the page builds its text with scripts, save the text as .txt or .md and ingest that.",
    )
