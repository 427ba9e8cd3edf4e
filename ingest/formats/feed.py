"""RSS and Atom (feedparser): a feed's entries, before any of their pages is fetched."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from app.errors import IngestError, MalformedArticle
from ingest.draft import Draft
from ingest.encoding import decode
from ingest.formats.fragments import html_to_text, looks_like_html
from ingest.when import read_when

_FEWEST_WORDS = 60
"""Content with fewer words is taken for a teaser when the entry links to a page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``draft.text`` is "" when its text has to be fetched from ``draft.url``."""

    name: str
    draft: Draft


def read_feed(name: str, raw: bytes) -> list[Entry | tuple[str, IngestError]]:
    """The entries of a feed, in its order; an entry with an unreadable date comes with its error.

    Raises:
        UnreadableSource: empty or binary.
        MalformedArticle: not RSS or Atom, or without entries.
    """
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415  # slow to load, ships no types

    decode(raw, name)
    parsed = feedparser.parse(BytesIO(raw))
    if not parsed.get("version") and not parsed.entries:
        raise MalformedArticle(
            f"{name} is not a feed: it holds neither RSS nor Atom.",
            hint="Give the address of the feed itself, or of an article's page.",
        )
    if not parsed.entries:
        raise MalformedArticle(f"The feed {name} has no entries.", hint="Try again when something was published.")
    source = _line(parsed.feed.get("title"))
    return [_entry(name, number, entry, source) for number, entry in enumerate(parsed.entries, start=1)]


def _entry(feed: str, number: int, entry: Any, source: str | None) -> Entry | tuple[str, IngestError]:
    link = entry.get("link") or None
    name = link or f"{feed}, entry {number}"
    try:
        published = read_when(entry.get("published") or entry.get("created") or entry.get("updated"))
    except IngestError as error:
        return name, error
    text = _content(entry)
    if link and len(text.split()) < _FEWEST_WORDS:
        text = ""
    return Entry(
        name,
        Draft(
            text=text,
            title=_line(entry.get("title")) or "",
            source=_line((entry.get("source") or {}).get("title")) or source,
            url=link,
            publisher_id=entry.get("id") or None,
            published_at=published.published_at,
            authors=tuple(name for author in entry.get("authors", []) if (name := _line(author.get("name")))),
            language=(entry.get("language") or None),
        ),
    )


def _content(entry: Any) -> str:
    """The full text when the feed carries it; a summary only when the entry has nothing else and no page."""
    parts = [part.get("value", "") for part in entry.get("content", [])]
    if not parts and not entry.get("link"):
        parts = [entry.get("summary", "")]
    return "\n\n".join(html_to_text(part) if looks_like_html(part) else part for part in parts).strip()


def _line(value: object) -> str | None:
    return " ".join(html_to_text(value).split()) or None if isinstance(value, str) and value.strip() else None
