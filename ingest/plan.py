"""What a run will read, and how. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal
from urllib.parse import urlsplit

from app.errors import UnreadableSource

Format = Literal["text", "markdown", "html", "json", "jsonl", "csv", "feed", "pdf", "docx"]

SUFFIXES: Mapping[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".pdf": "pdf",
    ".docx": "docx",
}
CONTENT_TYPES: Mapping[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/json": "json",
    "application/ld+json": "json",
    "application/feed+json": "json",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/x-jsonlines": "jsonl",
    "text/csv": "csv",
    "text/tab-separated-values": "csv",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A local file to read as ``format``."""

    path: Path
    format: Format

    @property
    def name(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class PlannedUrl:
    """An address to fetch; what it holds is known from the reply."""

    name: str


Planned = PlannedFile | PlannedUrl


def is_url(source: str) -> bool:
    """Whether a source is a web address rather than a path; ``C:\\x`` and ``file:x`` are not."""
    return urlsplit(source).scheme.lower() in ("http", "https") if "://" in source else False


def format_of(name: str) -> Format | None:
    """The format that a file name promises, ``.gz`` aside; None for a suffix that no format has."""
    path = PurePath(name.lower())
    return SUFFIXES.get((path.with_suffix("") if path.suffix == ".gz" else path).suffix)


def unknown_format(name: str) -> UnreadableSource:
    """The refusal of a file whose name promises no format."""
    known = ", ".join(sorted(SUFFIXES))
    return UnreadableSource(f"{name} has no known format.", hint=f"Known are {known}, and each with .gz.")


def format_of_reply(content_type: str, url: str) -> Format | None:
    """The format of a fetched page: by its content type, or by the address when the server does not know."""
    kind = content_type.split(";", maxsplit=1)[0].strip().lower()
    if kind in CONTENT_TYPES:
        found = CONTENT_TYPES[kind]
        by_name = format_of(urlsplit(url).path)
        return by_name if kind == "text/plain" and by_name else found
    if kind.endswith("+xml"):
        return "feed"
    return format_of(urlsplit(url).path) if kind in ("", "application/octet-stream", "application/gzip") else None


def promises_feed(url: str) -> bool:
    """Whether an address looks like that of a feed."""
    path = urlsplit(url).path.lower().rstrip("/")
    return path.endswith((".xml", ".rss", ".atom", "/feed", "/rss", "/atom", "/feeds"))
