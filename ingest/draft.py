"""What a format says about an article, before its text has been read for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.errors import IngestError


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file, page or record gives it. None and "" mean that the format does not say.

    ``published_at`` is ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SSZ``, ``partial_date`` is ``--MM-DD``; ``text`` is plain,
    its paragraphs on lines of their own. ``article_id`` is set for an article that an archive has named before.
    """

    text: str
    title: str = ""
    source: str | None = None
    url: str | None = None
    publisher_id: str | None = None
    published_at: str | None = None
    partial_date: str | None = None
    place: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    article_id: str | None = None


class Read(NamedTuple):
    """One article found in a source, or why it could not be read. ``name`` says where: "stories.jsonl, line 7"."""

    name: str
    found: Draft | IngestError
    doubts: tuple[str, ...] = ()
