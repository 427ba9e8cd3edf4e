"""Archive errors from what SQLite, Chroma, tantivy and the system report."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import ArchiveDamaged, ArchiveError, ArchiveUnwritable

_UNWRITABLE = (
    "readonly",
    "read-only",
    "permission denied",
    "disk is full",
    "disk i/o error",
    "unable to open database",
    "no space left",
    "file too large",
    "quota exceeded",
    "operation not permitted",
)


_PROBE_BYTES = 4_000_000


@contextmanager
def explained(place: Path | str, *kinds: type[Exception], hint: str) -> Iterator[None]:
    """Turn errors of these kinds into archive errors about ``place``; ``hint`` mends what is damaged."""
    try:
        yield
    except kinds as error:
        raise explain(error, place, hint=hint) from error


def explain(error: Exception, place: Path | str, *, hint: str) -> ArchiveError:
    """ArchiveUnwritable for a full or read-only disk, ArchiveDamaged for anything else.

    Args:
        error: what was raised.
        place: a file or folder, or the address of a server.
        hint: what to do about damage.
    """
    said = " ".join(str(error).split())[:300]
    if any(words in said.lower() for words in _UNWRITABLE):
        return unwritable(place, said)
    refused = _refused(place) if isinstance(place, Path) else None
    if refused:
        return unwritable(place, refused)
    return ArchiveDamaged(f"The archive cannot use {place}: {said}.", hint=hint)


def _refused(place: Path) -> str | None:
    """Why as much as lies at ``place`` cannot be written beside it; None when it can.

    Chroma reports a full disk as "Failed to apply logs to the hnsw segment writer".
    """
    folder = place if place.is_dir() else place.parent
    size = sum(file.stat().st_size for file in folder.glob("**/*") if file.is_file())
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            os.posix_fallocate(probe.fileno(), 0, max(size, _PROBE_BYTES))
    except OSError as error:
        return error.strerror
    return None


def unwritable(place: Path | str, said: str) -> ArchiveUnwritable:
    """The error for a full or read-only disk at ``place``."""
    return ArchiveUnwritable(
        f"The archive cannot be written at {place}: {said}.",
        hint="Free space or give write access there, then run the same command again; nothing stored is lost.",
    )
