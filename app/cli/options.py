"""Options that several commands share."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.models import SearchFilters

_DAY = ["%Y-%m-%d"]

ArchiveOption = Annotated[
    Path | None, typer.Option("--archive", help="Folder of the archive.  [default: ./archive]", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
AsOfOption = Annotated[
    datetime | None, typer.Option("--as-of", formats=_DAY, help="Answer as of this day; later articles are hidden.")
]
SourceOption = Annotated[list[str] | None, typer.Option("--source", help="Only this outlet; may be repeated.")]
AfterOption = Annotated[
    datetime | None, typer.Option("--published-after", formats=_DAY, help="Only articles of this day or later.")
]
BeforeOption = Annotated[
    datetime | None, typer.Option("--published-before", formats=_DAY, help="Only articles of this day or earlier.")
]


def search_filters(
    as_of: datetime | None, sources: list[str] | None, after: datetime | None, before: datetime | None
) -> SearchFilters:
    """The options as the archive takes them."""
    return SearchFilters(
        as_of=iso_day(as_of),
        sources=tuple(sources or ()),
        published_after=iso_day(after),
        published_before=iso_day(before),
    )


def iso_day(day: date | None) -> str | None:
    """``YYYY-MM-DD``."""
    return day.strftime("%Y-%m-%d") if day else None
