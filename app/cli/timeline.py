"""``dateline timeline``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.cli.desk import open_desk
from app.cli.options import (
    AfterOption,
    ArchiveOption,
    AsOfOption,
    BeforeOption,
    JsonOption,
    SourceOption,
    search_filters,
)
from app.cli.printing import print_json
from app.models import Ask
from app.settings import load_settings
from app.timeline.picture import require_picture, save_picture
from app.timeline.series import Timeline
from app.timeline.terminal import drawn

_EXAMPLES = """Examples:

    dateline timeline "How many Turkish posts are in Idlib?"

    dateline timeline "How many people were displaced in Idlib?" --plot

    dateline timeline "How many people were displaced in Idlib?" --picture displaced.svg --as-of 2020-02-20
"""
_STYLES = {"current": "bold", "conflicting": "yellow", "earlier": ""}


def add_commands(app: typer.Typer) -> None:
    """Register the command of this module."""
    app.command("timeline", epilog=_EXAMPLES)(timeline)


def timeline(
    question: Annotated[str, typer.Argument(help="A question for a figure, in quotes.")],
    as_of: AsOfOption = None,
    source: SourceOption = None,
    published_after: AfterOption = None,
    published_before: BeforeOption = None,
    plot: Annotated[bool, typer.Option("--plot", help="Draw value against date in the terminal.")] = False,
    picture: Annotated[
        Path | None, typer.Option("--picture", help="Draw it into this file: .png, .svg or .pdf.", dir_okay=False)
    ] = None,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how a figure went over time: value, speaker, outlet and status by day, each with its sentence."""
    if picture is not None:
        require_picture(picture)
    filters = search_filters(as_of, source, published_after, published_before)
    with open_desk(load_settings(archive=archive)) as desk:
        found = desk.timeline(Ask(question, filters=filters))
    if picture is not None and found.points:
        save_picture(found, picture)
        typer.echo(f"Drawn into {picture}.", err=True)
    if as_json:
        print_json(found)
        return
    print_timeline(found)
    if plot and found.points:
        Console(highlight=False).print(Text.from_ansi(drawn(found)))


def print_timeline(found: Timeline) -> None:
    """One row for each statement, then the sentences."""
    console = Console(highlight=False)
    if not found.points:
        console.print("The archive gives no figure for this question. Try: dateline ask")
        return
    table = Table("Day", "Figure", "Said by", "Outlet", "Status", "", box=None, header_style="dim", pad_edge=False)
    for point in found.points:
        figure = point.figure
        outlets = " = ".join((point.source or "unknown source", *point.copied_by))
        told = (
            point.day or "before",
            figure.label,
            figure.said_by or "",
            outlets,
            figure.status,
            f"[{figure.citation}]",
        )
        table.add_row(*map(Text, told), style=_STYLES[figure.status])
    console.print(table)
    for citation in found.citations:
        console.print(Text(f"[{citation.number}] “{' '.join(citation.quote.split())}”", style="italic dim"))
