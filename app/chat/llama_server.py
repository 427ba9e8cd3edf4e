"""A llama.cpp server for one GGUF file, in a process of its own: `python -m app.chat.llama_server MODEL.gguf`.

Needs the package ``xllamacpp``. Prints its URL as one line of JSON when it is ready, and ends with its standard input.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from app.errors import SettingsError

_THREADS = 2
_CONTEXT_TOKENS = 8_192


@contextmanager
def llama_server(model: Path) -> Iterator[str]:
    """The base URL of a server with that model on a free port; stopped at the end.

    Raises:
        SettingsError: there is no such file, xllamacpp is not installed, or the model cannot be loaded.
    """
    if not model.is_file():
        raise SettingsError(f"There is no model file {model}.", hint="Name a .gguf file, or the URL of a model server.")
    if find_spec("xllamacpp") is None:
        raise SettingsError(
            "The package xllamacpp is not installed.", hint='Install it: pip install -c constraints.txt -e ".[llama]"'
        )
    command = [sys.executable, "-m", "app.chat.llama_server", str(model)]
    with subprocess.Popen(  # noqa: S603  # our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield _url_told_by(process, model)
        finally:
            process.terminate()


def _url_told_by(process: subprocess.Popen[str], model: Path) -> str:
    assert process.stdout is not None  # noqa: S101  # it is a pipe
    for line in process.stdout:
        if line.startswith('{"url"'):
            return str(json.loads(line)["url"])
    raise SettingsError(f"llama.cpp cannot load {model}.", hint="See whether the file is a whole GGUF chat model.")


def _serve(model: str) -> None:
    """Serve until the standard input closes."""
    os.putenv("OMP_WAIT_POLICY", "passive")  # read when the library loads
    xllamacpp = import_module("xllamacpp")  # optional, large and without types
    server = xllamacpp.Server(_parameters(xllamacpp, model))
    sys.stdout.write(json.dumps({"url": server.listening_address}) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    os._exit(0)  # the server's threads do not end by themselves


def _parameters(xllamacpp: Any, model: str) -> Any:
    """Few threads that do not spin: on a busy machine spinning is a hundred times slower."""
    parameters = xllamacpp.CommonParams()
    parameters.model.path = model
    parameters.model_alias = {Path(model).stem}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.n_ctx = _CONTEXT_TOKENS
    parameters.n_parallel = 1
    for cpu in (parameters.cpuparams, parameters.cpuparams_batch):
        cpu.n_threads = _THREADS
        cpu.poll = 0
    parameters.use_jinja = True
    parameters.n_gpu_layers = 0
    return parameters


if __name__ == "__main__":
    _serve(sys.argv[1])
