"""``.json`` and ``.jsonl``: records, each on its own line or all in one document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from app.errors import IngestError, MalformedArticle
from ingest.draft import Read
from ingest.encoding import decode
from ingest.formats.fields import draft_from_fields
from ingest.json_lines import Line, read_lines

_LISTS = ("articles", "items", "results", "records", "entries", "docs", "stories")


def read_json_lines(name: str, stream: BinaryIO, limit: int) -> Iterator[Read]:
    """One article for each line; a bad line is an article that could not be read, and the next one follows."""
    for line in read_lines(stream, limit):
        where = f"{name}, line {line.number}"
        try:
            yield Read(where, draft_from_fields(_record_of(line, where)))
        except IngestError as error:
            yield Read(where, error)


def read_json(name: str, raw: bytes, limit: int) -> Iterator[Read]:
    """The articles of a document: one object, a list of them, or an object that holds such a list.

    Raises:
        UnreadableSource: not text.
        MalformedArticle: not JSON.
    """
    text = decode(raw, name).text
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":  # one object on each line, whatever the file's name says
            yield from read_json_lines(name, BytesIO(text.encode()), limit)
            return
        raise MalformedArticle(
            f"{name} is not valid JSON: {error.msg.lower()} at line {error.lineno}, column {error.colno}.",
            hint="Correct it, or write one object on each line and call it .jsonl.",
        ) from error
    except RecursionError as error:
        raise MalformedArticle(f"{name} is nested too deeply for a news article.", hint="Flatten it.") from error
    records = _records(document)
    for number, record in enumerate(records, start=1):
        where = f"{name}, record {number}" if len(records) > 1 else name
        try:
            yield Read(where, draft_from_fields(_object(record, where)))
        except IngestError as error:
            yield Read(where, error)


def _records(document: object) -> list[object]:
    if isinstance(document, list):
        return document
    if isinstance(document, Mapping):
        held = next((document[key] for key in _LISTS if isinstance(document.get(key), list)), None)
        if held is not None:
            return list(held)
    return [document]


def _record_of(line: Line, where: str) -> Mapping[str, object]:
    if line.text is None:
        raise MalformedArticle(f"The line {line.why}.", hint="Correct this line and ingest the file again.")
    try:
        return _object(json.loads(line.text), where)
    except json.JSONDecodeError as error:
        raise MalformedArticle(
            f"The line is not valid JSON: {error.msg.lower()} at column {error.colno}.",
            hint="Correct this line and ingest the file again; what is already stored stays as it is.",
        ) from error
    except RecursionError as error:
        raise MalformedArticle("The line is nested too deeply for a news article.", hint="Flatten it.") from error


def _object(record: object, where: str) -> Mapping[str, object]:
    if not isinstance(record, dict):
        raise MalformedArticle(
            f"{where} holds a JSON {type(record).__name__}, not an object.", hint="Write one object for each article."
        )
    return record
