"""Every command of ``dateline``, and how an error of any of them is told."""

from __future__ import annotations

import logging
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from app import __version__
from app.cli import archive, ask, doctor, read, serve, slack, status, timeline, watch
from app.errors import DatelineError
from eval.commands import app as evaluation

app = typer.Typer(
    name="dateline",
    epilog="Start with: dateline demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Checked, cited answers from a news archive."""


for module in (ask, read, timeline, watch, archive, status, serve, doctor):
    module.add_commands(app)
app.add_typer(evaluation, name="eval")
app.add_typer(slack.app, name="slack")


class _Sentence(logging.Formatter):
    """A warning as a person reads it; tracebacks are for the log of a server, which sets its own format."""

    def format(self, record: logging.LogRecord) -> str:
        return record.getMessage()


def run() -> None:
    """Run the command line; an error is one sentence and the next step, with exit code 1."""
    if logging.lastResort:
        logging.lastResort.setFormatter(_Sentence())
    try:
        app(prog_name="dateline")
    except DatelineError as error:
        console = Console(stderr=True, soft_wrap=True, highlight=False)
        console.print(f"[bold red]error:[/] {escape(error.message)}")
        if error.hint:
            console.print(escape(error.hint))
        sys.exit(1)
