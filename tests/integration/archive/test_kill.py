import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

import pytest

from app.archive.archive import Archive
from tests.fakes import HashEmbedder
from tests.integration.archive import contents
from tests.integration.archive.corpus import articles
from tests.integration.archive.ingest_run import run

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.integration.archive.ingest_run", "chromadb", "tantivy"])
ARTICLES = 700
KILLS = 20


@pytest.mark.slow
def test_twenty_kills_leave_the_archive_of_an_undisturbed_ingest(tmp_path: Path) -> None:
    """Killed at twenty moments and restarted each time, an ingest loses nothing and doubles nothing."""
    calm, stormy = tmp_path / "calm", tmp_path / "stormy"
    with Archive.open(calm, HashEmbedder()) as archive:
        list(archive.add(articles(ARTICLES + 20)[ARTICLES - 80 :]))  # eighty to be updated, twenty to be deleted
    shutil.copytree(calm, stormy)

    random = Random(20)  # noqa: S311 - no secrets
    for _ in range(KILLS):
        _kill_ingest(stormy, after_new=random.randrange(16), delay_seconds=random.random() / 15)
    _ingest(stormy)
    _ingest(calm)

    assert contents.rows(stormy) == contents.rows(calm)
    assert contents.vectors(stormy) == contents.vectors(calm)
    assert contents.words(stormy) == contents.words(calm)
    assert contents.rows(calm)["outbox"] == []


def _start(folder: Path) -> tuple[ForkServerProcess, Connection]:
    """An ingest and what it tells. Its process comes from one that has the libraries loaded already."""
    told, parent = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(target=run, args=(folder, ARTICLES, parent))
    child.start()
    parent.close()  # so that the end of the child is the end of what it tells
    return child, told


def _told(told: Connection) -> Iterator[str]:
    with suppress(EOFError):
        while True:
            yield told.recv()


def _ingest(folder: Path) -> None:
    child, told = _start(folder)
    *_, last = _told(told)
    child.join()
    assert (child.exitcode, last) == (0, "done")


def _kill_ingest(folder: Path, *, after_new: int, delay_seconds: float) -> None:
    """Kill an ingest a moment after the archive was opened and so many new articles were stored."""
    child, told = _start(folder)
    new = (line for line in _told(told) if line != "unchanged")
    for _ in zip(range(after_new + 1), new, strict=False):
        pass
    time.sleep(delay_seconds)
    child.kill()
    child.join()
    assert child.exitcode == -signal.SIGKILL
