"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.models import SearchFilters

DAY = "YYYY-MM-DD"


def a_day(text: str) -> str:
    """The day of an option, ``YYYY-MM-DD``.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write one as 2020-02-28") from error


ArchiveOption = Annotated[
    Path | None, typer.Option("--archive", help="Folder of the archive.  [default: ./archive]", show_default=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", parser=a_day, metavar=DAY, help="Answer as of this day; later articles are hidden."),
]
SourceOption = Annotated[list[str] | None, typer.Option("--source", help="Only this outlet; may be repeated.")]
AfterOption = Annotated[
    str | None,
    typer.Option("--published-after", parser=a_day, metavar=DAY, help="Only articles of this day or later."),
]
BeforeOption = Annotated[
    str | None,
    typer.Option("--published-before", parser=a_day, metavar=DAY, help="Only articles of this day or earlier."),
]


def search_filters(
    as_of: str | None, sources: list[str] | None, after: str | None, before: str | None
) -> SearchFilters:
    """The options as the archive takes them."""
    return SearchFilters(
        as_of=as_of,
        sources=tuple(sources or ()),
        published_after=after,
        published_before=before,
    )
