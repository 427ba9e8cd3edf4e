"""``dateline status``."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from rich import filesize
from rich.console import Console
from rich.table import Table

from app.archive.archive import ArchiveStatus
from app.archive.coverage import Share
from app.cli.desk import open_desk
from app.cli.options import ArchiveOption, JsonOption
from app.cli.printing import print_json
from app.references import long_day
from app.settings import load_settings

_SHOWN_OUTLETS = 20


def add_commands(app: typer.Typer) -> None:
    """Register the command of this module."""
    app.command("status", epilog="Examples:\n\n    dateline status\n\n    dateline status --json")(status)


def status(archive: ArchiveOption = None, as_json: JsonOption = False) -> None:
    """Show what the archive holds."""
    with open_desk(load_settings(archive=archive)) as desk:
        found = desk.status()
        outlets = () if as_json else desk.coverage().sources
    print_json(found) if as_json else print_status(found, outlets)


def print_status(status: ArchiveStatus, outlets: Sequence[Share] = ()) -> None:
    """What an editor asks of an archive, a row each; the exact counts are in --json."""
    days = [long_day(day) for day in (status.first_day, status.last_day) if day]
    table = Table(show_header=False, box=None)
    for name, value in (
        ("folder", status.folder),
        ("articles", f"{status.articles:,}" + _older_versions(status)),
        ("outlets", _named(outlets)),
        ("published", " to ".join(dict.fromkeys(days))),
        ("last change", status.last_change),
        ("size", filesize.decimal(status.bytes_on_disk)),
        ("indexes", _in_step(status)),
        ("model", f"{status.model}, {status.dimension}-d, chunks {status.chunker}"),
    ):
        if value:
            table.add_row(name, str(value))
    Console(highlight=False).print(table)


def _named(outlets: Sequence[Share]) -> str:
    """As many as an editor reads, with their articles; the largest first."""
    told = [f"{outlet.name or 'unknown'} ({outlet.articles:,})" for outlet in outlets[:_SHOWN_OUTLETS]]
    more = len(outlets) - len(told)
    return ", ".join(told) + (f" and {more:,} more" if more else "")


def _older_versions(status: ArchiveStatus) -> str:
    older = status.versions - status.articles
    return f", and {older:,} older versions" if older else ""


def _in_step(status: ArchiveStatus) -> str:
    if status.in_step:
        return f"in step, {status.chunks:,} chunks"
    held = f"{status.vectors:,} vectors and {status.words:,} in words of {status.chunks:,} chunks"
    return f"{held}, {status.pending:,} changes pending"
