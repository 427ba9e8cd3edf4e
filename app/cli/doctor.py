"""``dateline doctor``: what was chosen on this machine, why, and what is wrong."""

from __future__ import annotations

import typer
from rich.console import Console

from app.cli.options import ArchiveOption, JsonOption
from app.cli.printing import print_json
from app.settings import load_settings

_MARK = {True: "[green]ok[/]  ", False: "[red]bad[/] "}


def add_commands(app: typer.Typer) -> None:
    """Register the commands of this module."""
    app.command("doctor", epilog="Examples:\n\n    dateline doctor\n\n    dateline doctor --json")(doctor)


def doctor(archive: ArchiveOption = None, as_json: JsonOption = False) -> None:
    """Check this machine, the embedding model and the archive. The exit code is 1 when something is wrong."""
    settings = load_settings(archive=archive)
    from app.diagnosis import examine  # noqa: PLC0415  # loads the model's libraries

    findings = list(examine(settings))
    if as_json:
        print_json(findings)
    else:
        console = Console(highlight=False, soft_wrap=True)
        for finding in findings:
            console.print(f"{_MARK[finding.ok]}{finding.subject}: {finding.message}")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)
