import gc
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.archive.archive import Archive
from app.errors import ArchiveUnwritable
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles

EMBEDDER = HashEmbedder()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed commands


def mount(folder: Path, *options: str) -> None:
    """A file system of its own, because root may write anywhere whatever the modes say."""
    folder.mkdir(exist_ok=True)
    refused = run("mount", "-t", "tmpfs", *options, "tmpfs", str(folder)).stderr
    if refused:
        pytest.skip(f"cannot mount a small file system here: {refused.strip()}")


def make_read_only(folder: Path) -> None:
    """Refused while a library's thread still closes a file it wrote, which a busy machine delays."""
    deadline = time.monotonic() + 20
    while refused := run("mount", "-o", "remount,ro", str(folder)).stderr:
        gc.collect()
        assert time.monotonic() < deadline, refused
        time.sleep(0.1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    mount(folder, "-o", "size=6m")
    yield folder
    run("umount", "--lazy", str(folder))


def test_a_full_disk_is_said_and_what_was_stored_stays(small_disk: Path) -> None:
    """The error says where and what to do; reading goes on, and with space again so does the ingest."""
    filler = small_disk / "filler"
    with Archive.open(small_disk / "archive", EMBEDDER) as archive:
        list(archive.add(articles(10)))
        filler.write_bytes(b"x" * 3_000_000)
        with pytest.raises(ArchiveUnwritable, match=r"cannot be written at .*Free space"):
            list(archive.add(articles(900)))
        assert archive.status().articles >= 10
        assert archive.search_words("report", 5)
        filler.unlink()
        list(archive.add(articles(30)))
        assert archive.status().in_step
    with Archive.open(small_disk / "archive", EMBEDDER) as archive:
        assert archive.status().in_step


def test_a_read_only_archive_is_said(small_disk: Path) -> None:
    """Neither a new nor an existing archive can be opened there."""
    with Archive.open(small_disk / "archive", EMBEDDER) as archive:
        list(archive.add(articles(3)))
    make_read_only(small_disk)
    for folder in ("archive", "new"):
        with pytest.raises(ArchiveUnwritable, match=r"[Rr]ead-only file system.*write access"):
            Archive.open(small_disk / folder, EMBEDDER)
    run("mount", "-o", "remount,rw", str(small_disk))


LIMITED = """
import sys
from pathlib import Path
from app.archive.archive import Archive
from app.errors import ArchiveUnwritable
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles
try:
    with Archive.open(Path(sys.argv[1]), HashEmbedder()) as archive:
        list(archive.add(articles(2_000)))
except ArchiveUnwritable as error:
    sys.exit(str(error))
"""


def test_a_file_size_limit_is_said(tmp_path: Path) -> None:
    """Where no file system can be mounted, the system's limit on file sizes stands in for a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    child = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", LIMITED, str(tmp_path)],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 1
    assert "cannot be written" in child.stderr
    assert "Traceback" not in child.stderr
    with Archive.open(tmp_path, EMBEDDER) as archive:
        assert archive.status().in_step
