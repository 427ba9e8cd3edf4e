"""``dateline serve`` and ``dateline demo``."""

from __future__ import annotations

import errno
import gc
import logging
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from app.chat.llama_server import llama_server
from app.cli.desk import announced
from app.cli.options import ArchiveOption
from app.cli.printing import print_answer
from app.cli.progress import ingest_bar
from app.dateline import Dateline
from app.errors import SettingsError
from app.logs import log_handler
from app.models import Ask
from app.settings import Settings, load_settings
from app.tracing import tracing

_SERVE_EXAMPLES = """Examples:

    dateline serve

    dateline serve --archive ~/news --port 8080
"""
_DEMO_EXAMPLES = """Examples:

    dateline demo --port 8001

    dateline demo --model path/to/model.gguf

    dateline demo --model http://127.0.0.1:8080
"""
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
DEMO_QUESTION = "How many Turkish posts are in Idlib?"

HostOption = Annotated[str | None, typer.Option("--host", help="Address to serve on.  [default: 127.0.0.1]")]
ModelOption = Annotated[
    str | None, typer.Option("--model", help="Chat model: a GGUF file for llama.cpp, or the URL of a model server.")
]
PortOption = Annotated[int | None, typer.Option("--port", help="Port; 0 takes a free one.  [default: 8000]")]


def add_commands(app: typer.Typer) -> None:
    """Register the commands of this module."""
    app.command("serve", epilog=_SERVE_EXAMPLES)(serve)
    app.command("demo", epilog=_DEMO_EXAMPLES)(demo)


def serve(archive: ArchiveOption = None, host: HostOption = None, port: PortOption = None) -> None:
    """Serve the archive over HTTP until stopped with Ctrl-C."""
    settings = load_settings(archive=archive, host=host, port=port)
    with bound_socket(settings) as listener, tracing(settings.tracing_url):
        from app.wiring import open_dateline  # noqa: PLC0415  # a port in use is told before models load

        with open_dateline(settings) as dateline:
            typer.echo(f"Serving {settings.archive} on {_url(listener)} (stop with Ctrl-C).")
            for sentence in _advice(settings, dateline):
                typer.echo(sentence)
            run_server(settings, listener, dateline)


def _advice(settings: Settings, dateline: Dateline) -> Iterator[str]:
    """What whoever starts a server may not know."""
    if not dateline.status().articles:
        yield "It holds no articles yet: add some on its page, or with `dateline ingest`."
    if settings.host not in _LOOPBACK and not settings.api_key:
        yield "Everyone who reaches this machine can read and fill it: set DATELINE_API_KEY to ask for a key."


def demo(archive: ArchiveOption = None, port: PortOption = None, model: ModelOption = None) -> None:
    """Ingest the sample archive, answer one question, and serve it."""
    console = Console(highlight=False, soft_wrap=True)
    with model_server(model) as chat_base_url:
        settings = load_settings(archive=archive, port=port, chat_base_url=chat_base_url)
        _run_demo(settings, console)


def _run_demo(settings: Settings, console: Console) -> None:
    with bound_socket(settings) as listener:
        from app.wiring import SAMPLE, open_dateline  # noqa: PLC0415  # a port in use is told before models load
        from ingest.pipeline import Ingester  # noqa: PLC0415

        console.print("Opening the archive. The first time, the embedding model is prepared for this CPU.")
        with open_dateline(settings) as dateline:
            with ingest_bar() as on_progress:
                report = Ingester(dateline).ingest([str(SAMPLE)], on_progress=on_progress)
            console.print(f"{report.added} articles added, {report.unchanged} were there already.\n")
            base_url = _url(listener)
            console.print(f"[cyan]Q:[/] {DEMO_QUESTION}")
            print_answer(dateline.ask(Ask(DEMO_QUESTION)), base_url=base_url)
            console.print(_next_steps(base_url))
            run_server(settings, listener, dateline)


def model_server(model: str | None) -> AbstractContextManager[str | None]:
    """The URL of a server with the chat model: the given one, or that of a llama.cpp server started for a GGUF file."""
    if model is None or model.startswith(("http://", "https://")):
        return nullcontext(model)
    return llama_server(Path(model).expanduser())


def bound_socket(settings: Settings) -> socket.socket:
    """A socket bound to the configured address.

    Raises:
        SettingsError: the port is taken or the address is not ours; says which setting to change.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise _unusable_address(settings, error) from error
    return listener


def _unusable_address(settings: Settings, error: OSError) -> SettingsError:
    what = "is already in use" if error.errno == errno.EADDRINUSE else f"cannot be served on ({error.strerror})"
    other = (settings.port or 8000) + 1
    hint = f"Choose another port, such as --port {other} (with make: PORT={other}), or stop what runs there."
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        hint = "Name an address of this machine with --host; 0.0.0.0 stands for all of them."
    return SettingsError(f"The address {settings.host}:{settings.port} {what}.", hint=hint)


def run_server(settings: Settings, listener: socket.socket, dateline: Dateline, *, socket_mode: bool = False) -> None:
    """Serve an open archive until interrupted, in Slack too with ``socket_mode``.

    Raises:
        SettingsError: a setting that Slack needs is missing.
        SlackRefused: one of its tokens is wrong.
    """
    import uvicorn  # noqa: PLC0415  # only a server needs it

    from app.wiring import make_application, prove_surfaces  # noqa: PLC0415

    logging.basicConfig(level=settings.log_level.upper(), handlers=[log_handler()])
    application = make_application(settings, nullcontext(dateline), socket_mode=socket_mode)
    prove_surfaces(settings, socket_mode=socket_mode)
    config = uvicorn.Config(application, log_config=None, access_log=False, server_header=False)
    gc.freeze()  # what is open now stays: walking through it held up one question in forty for 0.2 s
    signal.signal(signal.SIGTERM, _leave)  # uvicorn raises it again when it is done; then everything must be closed
    with announced(settings.archive, _url(listener)):
        uvicorn.Server(config).run(sockets=[listener])


def _leave(*_: object) -> NoReturn:
    sys.exit(0)


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _next_steps(base_url: str) -> str:
    return (
        f"\n[bold]Serving on {base_url}[/] (stop with Ctrl-C). Open it in a browser, or in another terminal:\n"
        f'  curl -s {base_url}/v1/ask -H "content-type: application/json" -d \'{{"question": "{DEMO_QUESTION}"}}\'\n'
        f'  .venv/bin/dateline ask "How many people were displaced in Idlib?"\n'
        f"  .venv/bin/dateline ingest path/to/your/articles\n"
        f"  every route, with examples: {base_url}/docs\n"
    )
