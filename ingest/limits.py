"""What ingest refuses to swallow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from app.settings import Settings

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class IngestLimits:
    """Bounds of one run.

    ``article_bytes`` bounds one article's file, one JSON record and one fetched page, after decompression; ``.jsonl``
    and ``.csv`` stream and may be any size. ``fetch_timeout_seconds`` bounds a whole fetch, redirects included.
    """

    article_bytes: int = 20 * MEGABYTE
    fetch_timeout_seconds: float = 20.0
    max_redirects: int = 5
    max_feed_entries: int = 1_000
    allow_private_urls: bool = False

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        return cls(
            article_bytes=settings.max_upload_mb * MEGABYTE,
            fetch_timeout_seconds=settings.fetch_timeout_seconds,
            allow_private_urls=settings.allow_private_urls,
        )
