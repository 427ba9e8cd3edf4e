"""Planned sources to drafts: the one place that knows every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from app.errors import FetchRefused
from ingest.draft import Read
from ingest.feed_entries import read_entries
from ingest.fetch import Fetcher
from ingest.files import open_bytes, read_bytes
from ingest.formats.csv_rows import read_rows
from ingest.formats.docx import read_docx
from ingest.formats.feed import read_feed
from ingest.formats.json_records import read_json, read_json_lines
from ingest.formats.markdown import read_markdown
from ingest.formats.page import read_page
from ingest.formats.pdf import read_pdf
from ingest.formats.text import read_text
from ingest.limits import IngestLimits
from ingest.plan import Format, Planned, PlannedUrl, format_of_reply, promises_feed

_STREAMED: Mapping[str, Callable[[str, BinaryIO, int], Iterator[Read]]] = {"jsonl": read_json_lines, "csv": read_rows}


class SourceReader:
    """Reads files and addresses within limits.

    Raises:
        IngestError: from every method, while iterating, when a whole source cannot be read; one article among others
            that cannot be read comes as a ``Read`` that holds its error.
    """

    def __init__(self, fetcher: Fetcher | None, limits: IngestLimits) -> None:
        self._fetcher = fetcher
        self._limits = limits

    def read(self, planned: Planned) -> Iterator[Read]:
        """The articles of a file or address."""
        if isinstance(planned, PlannedUrl):
            yield from self._read_url(planned.name)
        elif planned.format in _STREAMED:
            with open_bytes(planned.path) as stream:
                yield from _STREAMED[planned.format](planned.name, stream, self._limits.article_bytes)
        else:
            yield from self.read_raw(planned.name, read_bytes(planned.path, self._limits.article_bytes), planned.format)

    def read_raw(self, name: str, raw: bytes, kind: Format, url: str | None = None) -> Iterator[Read]:
        """The articles of a document that is in memory; ``url`` is its address when it has one."""
        if kind in _STREAMED:
            yield from _STREAMED[kind](name, BytesIO(raw), self._limits.article_bytes)
        elif kind == "json":
            yield from read_json(name, raw, self._limits.article_bytes)
        elif kind == "feed":
            yield from read_entries(read_feed(name, raw), self._fetcher, self._limits.max_feed_entries)
        elif kind == "markdown":
            yield read_markdown(name, raw, url)
        elif kind == "pdf":
            yield read_pdf(name, raw, url)
        elif kind == "docx":
            yield read_docx(name, raw, self._limits.article_bytes, url)
        elif kind == "html" or _is_page(raw):
            yield read_page(name, raw, url)
        else:
            yield read_text(name, raw, url)

    def _read_url(self, url: str) -> Iterator[Read]:
        if self._fetcher is None:
            raise FetchRefused(f"{url} is not fetched here.", hint="Ingest it with `dateline ingest`.")
        reply = self._fetcher.fetch(url)
        kind = format_of_reply(reply.content_type, reply.url)
        if kind is None:
            raise _unreadable_reply(url, reply.content_type)
        if kind == "html" and promises_feed(url):
            kind = "feed"
        yield from self.read_raw(url, reply.body, kind, reply.url)


def _is_page(raw: bytes) -> bool:
    """Whether what calls itself text is a web page."""
    return raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))


def _unreadable_reply(url: str, content_type: str) -> FetchRefused:
    return FetchRefused(
        f"{url} answered with {content_type or 'no content type'}, which holds no article.",
        hint="Give the address of a page, a feed or a JSON document.",
    )
