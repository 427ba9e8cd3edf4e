"""``dateline watch``."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from app.cli.desk import open_desk
from app.cli.options import ArchiveOption, JsonOption
from app.cli.printing import print_cited, print_json
from app.settings import load_settings
from app.watching.changes import FigureChange

_EXAMPLES = """Examples:

    dateline watch

    dateline watch --since 4 --json
"""
_SINCE = "Only what was noticed after this cursor, which --json prints."


def add_commands(app: typer.Typer) -> None:
    """Register the command of this module."""
    app.command("watch", epilog=_EXAMPLES)(watch)


def watch(
    since: Annotated[int, typer.Option(min=0, help=_SINCE)] = 0,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the answers given earlier whose figures a newer article changed: old value and new, both cited."""
    with open_desk(load_settings(archive=archive)) as desk:
        found = desk.watch(since)
    print_json(found) if as_json else print_changes(found.changes)


def print_changes(changes: list[FigureChange]) -> None:
    """One block per answer: the question, the values, the sentences they rest on."""
    console = Console(highlight=False)
    if not changes:
        console.print("Every figure that was given still stands.")
    for change in changes:
        day = f" (as of {change.as_of})" if change.as_of else ""
        console.print(Text(f"{change.question}{day}", style="bold"))
        console.print(Text(f"  {change.headline}", style="yellow"))
        for when, told in (("  was ", change.before), ("  now ", change.after)):
            if told:
                print_cited(console, when, told.citation, told.figure.label)
        console.print(Text(f"  answer {change.answer_id}\n", style="dim"))
