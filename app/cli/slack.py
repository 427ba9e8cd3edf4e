"""``dateline slack``: answers in a Slack workspace, over a connection that this side opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from app.cli.desk import running_server
from app.cli.options import ArchiveOption
from app.cli.serve import HostOption, PortOption, bound_socket, run_server
from app.client import NotFound, RemoteDateline
from app.errors import SlackError
from app.settings import Settings, load_settings
from app.slack.tokens import require_tokens
from app.tracing import tracing

_EXAMPLES = """Examples:

    dateline slack

    dateline slack --archive ~/news --port 8080
"""

_WATCH_EXAMPLES = """Examples:

    dateline slack watch "How many Turkish posts are in Idlib?" "#desk"

    dateline slack watch

    dateline slack watch --stop 1
"""

_WATCHES = "/v1/slack/watches"

app = typer.Typer(help="Answer in Slack.")


@app.callback(invoke_without_command=True, epilog=_EXAMPLES)
def slack(
    context: typer.Context, archive: ArchiveOption = None, host: HostOption = None, port: PortOption = None
) -> None:
    """Answer in Slack in Socket Mode, and serve over HTTP as `dateline serve` does, until stopped with Ctrl-C.

    Events over HTTP need no command: `dateline serve` takes them at /slack/events where a signing secret is set.
    """
    if context.invoked_subcommand:
        return
    settings = load_settings(archive=archive, host=host, port=port)
    require_tokens(settings, socket_mode=True)
    with bound_socket(settings) as listener, tracing(settings.tracing_url):
        from app.wiring import open_dateline  # noqa: PLC0415  # a port in use is told before models load

        with open_dateline(settings) as dateline:
            run_server(settings, listener, dateline, socket_mode=True)


@app.command(epilog=_WATCH_EXAMPLES)
def watch(
    question: Annotated[str | None, typer.Argument(help="The question, in quotes.")] = None,
    channel: Annotated[str | None, typer.Argument(help="The channel to tell: '#desk', or its id.")] = None,
    stop: Annotated[int | None, typer.Option("--stop", help="Stop watching the question with this number.")] = None,
    workspace: Annotated[str, typer.Option(help="Team id, where several workspaces installed the app.")] = "",
    archive: ArchiveOption = None,
) -> None:
    """Tell a channel when a newer article changes a figure: old value and new, both cited.

    Without arguments, list what is watched. `dateline slack`, or `dateline serve` with Slack, must be running.
    """
    if (question is None) != (channel is None):
        raise typer.BadParameter('give both: dateline slack watch "How many ...?" "#desk"')
    with _running(load_settings(archive=archive)) as server:
        if stop is not None:
            server.send("DELETE", f"{_WATCHES}/{stop}")
            typer.echo(f"Stopped {stop}.")
        elif question is not None:
            added = server.send("POST", _WATCHES, {"question": question, "channel": channel, "team": workspace})
            typer.echo(f"Watching {added['subscription_id']}: {added['question']}")
        else:
            _list(server.send("GET", _WATCHES))


def _list(watched: list[dict[str, Any]]) -> None:
    if not watched:
        typer.echo("Nothing is watched.")
    for one in watched:
        typer.echo(f"{one['subscription_id']}  {one['channel']}  {one['question']}")


@contextmanager
def _running(settings: Settings) -> Iterator[RemoteDateline]:
    address = running_server(settings.archive)
    if address is None:
        hint = "Start `dateline slack`, or `dateline serve` with Slack set up, and repeat the command."
        raise SlackError("No server is running that could watch.", hint=hint)
    with RemoteDateline(address, settings.api_key) as remote:
        _require_slack(remote, address)
        yield remote


def _require_slack(remote: RemoteDateline, address: str) -> None:
    try:
        remote.send("GET", _WATCHES)
    except NotFound as error:
        hint = "Stop it and start `dateline slack`, or `dateline serve` with Slack set up."
        raise SlackError(f"The server at {address} does not answer in Slack.", hint=hint) from error
