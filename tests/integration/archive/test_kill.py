import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from app.archive.archive import Archive
from tests.fakes import HashEmbedder
from tests.integration.archive import contents
from tests.integration.archive.corpus import articles

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


def _start(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.integration.archive.ingest_run", str(folder), str(ARTICLES)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own module


def _ingest(folder: Path) -> None:
    child = _start(folder)
    printed, _ = child.communicate()
    assert child.returncode == 0
    assert printed.splitlines()[-1] == "done"


def _kill_ingest(folder: Path, *, after_new: int, delay_seconds: float) -> None:
    """Kill an ingest a moment after the archive was opened and so many new articles were stored."""
    child = _start(folder)
    assert child.stdout is not None
    lines = (line.strip() for line in child.stdout)
    new = (line for line in lines if line != "unchanged")
    for _ in zip(range(after_new + 1), new, strict=False):
        pass
    time.sleep(delay_seconds)
    child.kill()
    child.communicate()
    assert child.returncode == -signal.SIGKILL
