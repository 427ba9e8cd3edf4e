"""``.csv`` and ``.tsv``: one article for each row, its fields named by the header."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from app.errors import IngestError, MalformedArticle, UnreadableSource
from ingest.draft import Read
from ingest.formats.fields import draft_from_fields, names_a_text

_DELIMITERS = ",;\t|"


def read_rows(name: str, stream: BinaryIO, limit: int) -> Iterator[Read]:
    """One article for each row, at most one row of ``limit`` bytes in memory; a bad row is listed and the next follows.

    Raises:
        UnreadableSource: not UTF-8.
        MalformedArticle: no column for the text, or a quotation that does not end.
    """
    csv.field_size_limit(limit)  # one for the process; its own 131,072 is less than a long article
    lines = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        header = lines.readline()
        rows = csv.DictReader(chain([header], lines), delimiter=max(_DELIMITERS, key=header.count))
        _check_header(name, rows.fieldnames or ())
        for row in rows:
            yield _read(f"{name}, line {rows.line_num}", row)
    except UnicodeDecodeError as error:
        raise UnreadableSource(f"{name} is not UTF-8: {error.reason}.", hint="Save it as UTF-8.") from error
    except csv.Error as error:
        raise MalformedArticle(f"{name} is no regular CSV: {error}.", hint="Correct its quotation marks.") from error


def _check_header(name: str, columns: Sequence[str]) -> None:
    if not names_a_text(columns):
        known = ", ".join(columns) or "none"
        raise MalformedArticle(
            f"{name} has no column with the text; its columns are {known}.",
            hint="Call it text, content or body in the first line.",
        )


def _read(where: str, row: dict[str, str]) -> Read:
    fields = {column: value for column, value in row.items() if column and value}  # of rows too long or too short
    try:
        return Read(where, draft_from_fields(fields))
    except IngestError as error:
        return Read(where, error)
