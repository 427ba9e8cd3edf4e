"""Records of JSON and CSV: fields by the names that news archives usually give them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from app.errors import MalformedArticle
from app.models import Article
from ingest.compose import compose
from ingest.draft import Draft
from ingest.formats.fragments import html_to_text, looks_like_html
from ingest.when import When, read_when

ALIASES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "content", "body", "articlebody", "fulltext", "maintext", "articletext", "story", "contenttext",
        "contenthtml", "bodyhtml", "article",
    ),
    "title": ("title", "headline", "heading"),
    "url": ("url", "link", "canonicalurl", "permalink", "weburl", "href", "uri"),
    "source": (
        "source", "publisher", "outlet", "sourcename", "sitename", "site", "publication", "newspaper", "sourcedomain",
        "domain",
    ),
    "published_at": (
        "publishedat", "publishdate", "datepublished", "publicationdate", "pubdate", "datepublish", "published", "date",
        "publishedon", "publishtime", "timestamp", "datetime", "createdat",
    ),
    "partial_date": ("partialdate",),
    "authors": ("authors", "author", "byline", "creator", "writer"),
    "publisher_id": ("publisherid", "id", "guid", "uuid", "docid", "externalid"),
    "place": ("place", "location"),
    "agency": ("agency", "newsagency", "wire"),
    "language": ("language", "lang"),
    "article_id": ("articleid",),
}  # fmt: skip
_OWN_ID = re.compile(r"[0-9a-f]{16}")


def article_from_fields(fields: Mapping[str, object]) -> Article:
    """The article that a JSON object describes, cleaned and completed like one that was ingested.

    Unknown fields are ignored. An object with an ``article_id`` of this project keeps it, so that an exported article
    comes back as itself.

    Raises:
        MalformedArticle: no text, a field of the wrong kind, or a date or address that is none.
    """
    return compose(draft_from_fields(fields)).article


def draft_from_fields(fields: Mapping[str, object]) -> Draft:
    """What the record says.

    Raises:
        MalformedArticle: as ``article_from_fields``.
    """
    record = _Record(fields)
    when = read_when(record.value("published_at"))
    partial = read_when(record.value("partial_date")) if not when.published_at else When()
    own, foreign = _ids(record)
    return Draft(
        text=record.text(),
        title=record.line("title") or "",
        source=record.line("source"),
        url=record.line("url"),
        publisher_id=foreign,
        published_at=when.published_at,
        partial_date=when.partial_date or partial.partial_date,
        place=record.line("place"),
        agency=record.line("agency"),
        authors=record.names("authors"),
        language=record.line("language"),
        article_id=own,
    )


def names_a_text(names: Iterable[str]) -> bool:
    """Whether one of the field names is that of an article's text."""
    return any(_normal(name) in ALIASES["text"] for name in names)


def _normal(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


class _Record:
    """A JSON object read by alias; the first alias with a value wins."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._values = {_normal(name): value for name, value in reversed(list(fields.items()))}

    def value(self, field: str) -> object:
        found = (self._values.get(alias) for alias in ALIASES[field])
        return next((value for value in found if value not in (None, "", [], {})), None)

    def line(self, field: str) -> str | None:
        """One line of text; of a nested object its name."""
        value = self.value(field)
        if isinstance(value, Mapping):
            value = next((value[key] for key in ("name", "title", "domain", "id") if value.get(key)), None)
        if isinstance(value, list):
            value = value[0] if value else None
        if value is None or isinstance(value, str):
            return " ".join(value.split()) or None if value else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise _wrong(field, value, "a line of text")

    def text(self) -> str:
        value = self.value("text")
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if value is None:
            raise MalformedArticle("The record has no text.", hint="Give its text in a field text, content or body.")
        if not isinstance(value, str):
            raise _wrong("text", value, "text")
        return html_to_text(value) if looks_like_html(value) else value

    def names(self, field: str) -> tuple[str, ...]:
        value = self.value(field)
        if value is None:
            return ()
        return tuple(dict.fromkeys(name for name in _names(value, field) if name))


def _names(value: object, field: str) -> Iterator[str]:
    if isinstance(value, str):
        line = re.sub(r"^by\s+", "", " ".join(value.split()), flags=re.IGNORECASE)
        yield from re.split(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+", line)
    elif isinstance(value, Mapping):
        yield from _names(value.get("name") or "", field)
    elif isinstance(value, list | tuple):
        for item in value:
            if isinstance(item, str):
                yield " ".join(item.split())
            else:
                yield from _names(item, field)
    else:
        raise _wrong(field, value, "a name or a list of names")


def _ids(record: _Record) -> tuple[str | None, str | None]:
    """The id that an archive gave, and the publisher's."""
    own = record.line("article_id")
    if own is None or _OWN_ID.fullmatch(own):
        return own, record.line("publisher_id")
    return None, record.line("publisher_id") or own


def _wrong(field: str, value: object, expected: str) -> MalformedArticle:
    return MalformedArticle(
        f"The field {field} of the record is {type(value).__name__}, not {expected}.", hint="Correct the record."
    )
