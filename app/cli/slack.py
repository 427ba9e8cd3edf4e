"""``dateline slack``: answers in a Slack workspace, over a connection that this side opens."""

from __future__ import annotations

import typer

from app.cli.options import ArchiveOption
from app.cli.serve import HostOption, PortOption, bound_socket, run_server
from app.settings import load_settings

_EXAMPLES = """Examples:

    dateline slack

    dateline slack --archive ~/news --port 8080
"""

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
    with bound_socket(settings) as listener:
        from app.wiring import open_dateline  # noqa: PLC0415  # a port in use is told before models load

        run_server(settings, listener, open_dateline(settings), socket_mode=True)
