"""One process owns an archive: a lock file that names its owner."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

from app.archive.failures import unwritable
from app.errors import ArchiveLocked


class ArchiveLock:
    """Holds ``<folder>/lock`` until released; the system frees it when the process dies, however it dies.

    Args:
        folder: the archive; must exist.
        purpose: what the owner does, for the message another process shows.

    Raises:
        ArchiveLocked: another process owns the archive.
        ArchiveUnwritable: the lock file cannot be written.
    """

    def __init__(self, folder: Path, purpose: str) -> None:
        self._file = folder / "lock"
        try:
            self._descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise unwritable(folder, str(error.strerror)) from error
        try:
            self._take(purpose)
        except BaseException:
            os.close(self._descriptor)
            raise

    def release(self) -> None:
        os.ftruncate(self._descriptor, 0)
        os.close(self._descriptor)

    def _take(self, purpose: str) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _locked(self._file) from error
        try:
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, json.dumps({"pid": os.getpid(), "purpose": purpose}).encode(), 0)
        except OSError as error:
            raise unwritable(self._file.parent, str(error.strerror)) from error


def _locked(file: Path) -> ArchiveLocked:
    try:
        owner = json.loads(file.read_text())
        who = f"process {owner['pid']} ({owner['purpose']})"
        hint = f"Talk to it over HTTP if it is a server, or stop it first (kill {owner['pid']})."
    except (ValueError, KeyError):
        who, hint = "another process", "Wait until it has started, or stop it first."
    return ArchiveLocked(f"The archive {file.parent.resolve()} is in use by {who}.", hint=hint)
