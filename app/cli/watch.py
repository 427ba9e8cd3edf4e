"""``dateline watch``."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from app.answering.speaker_names import speaker_inside
from app.cli.desk import open_desk
from app.cli.options import ArchiveOption, JsonOption
from app.cli.printing import print_cited, print_json
from app.models import Figure
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
    """One block for each question and change: the values, the sentences they rest on, the answers that gave them."""
    console = Console(highlight=False)
    if not changes:
        console.print("Every figure that was given still stands.")
    for told in _alike(changes):
        change = told[0]
        day = f" (as of {change.as_of})" if change.as_of else ""
        console.print(Text(f"{change.question}{day}", style="bold"))
        console.print(Text(f"  {change.headline}", style="yellow"))
        for when, cited in (("  was ", change.before), ("  now ", change.after)):
            if cited:
                print_cited(console, when, cited.citation, _spoken(cited.figure))
        answers = ", ".join(one.answer_id for one in told)
        console.print(Text(f"  given in {answers}\n", style="dim"), soft_wrap=True)


def _alike(changes: list[FigureChange]) -> list[list[FigureChange]]:
    """Changes of one question from and to the same figures, together."""
    groups: dict[object, list[FigureChange]] = {}
    for change in changes:
        groups.setdefault((change.question, change.as_of, change.before, change.after), []).append(change)
    return list(groups.values())


def _spoken(figure: Figure) -> str:
    return f"{figure.label}, according to {speaker_inside(figure.said_by)}" if figure.said_by else figure.label
