"""Entries of a feed to drafts; what a feed only announces is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.errors import FetchRefused, IngestError, MalformedArticle
from ingest.draft import Draft, Read
from ingest.fetch import Fetcher
from ingest.formats.feed import Entry
from ingest.formats.page import read_page
from ingest.plan import format_of_reply


def read_entries(
    entries: Sequence[Entry | tuple[str, IngestError]], fetcher: Fetcher | None, limit: int
) -> Iterator[Read]:
    """The first ``limit`` entries; without a fetcher an entry that only links to its text is an error."""
    for entry in entries[:limit]:
        if isinstance(entry, Entry):
            yield _read(entry, fetcher)
        else:
            name, error = entry
            yield Read(name, error)


def _read(entry: Entry, fetcher: Fetcher | None) -> Read:
    if entry.draft.text:
        return Read(entry.name, entry.draft)
    if not entry.draft.url or fetcher is None:
        return Read(
            entry.name,
            MalformedArticle(
                f"The entry {entry.name} carries no text.",
                hint="Ingest the feed by its address, so that pages are fetched.",
            ),
        )
    try:
        reply = fetcher.fetch(entry.draft.url)
        if format_of_reply(reply.content_type, reply.url) != "html":
            raise FetchRefused(f"{entry.draft.url} is no page ({reply.content_type}).", hint="Ingest it by itself.")
        page = read_page(entry.name, reply.body, reply.url).found
    except IngestError as error:
        return Read(entry.name, error)
    return Read(entry.name, _merged(entry.draft, page) if isinstance(page, Draft) else page)


def _merged(entry: Draft, page: Draft) -> Draft:
    """The page's text and title, and the feed's word on everything else, where the feed has one."""
    return replace(
        page,
        title=page.title or entry.title,
        source=entry.source or page.source,
        url=entry.url,
        publisher_id=entry.publisher_id,
        published_at=entry.published_at or page.published_at,
        authors=entry.authors or page.authors,
    )
