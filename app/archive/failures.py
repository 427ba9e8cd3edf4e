"""Archive errors from what SQLite, Chroma, tantivy and the system report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def explained(place: object, *kinds: type[Exception], hint: str) -> Iterator[None]:
    """Turn errors of these kinds into archive errors about ``place``; ``hint`` mends what is damaged."""
    try:
        yield
    except kinds as error:
        raise explain(error, place, hint=hint) from error


def explain(error: Exception, place: object, *, hint: str) -> ArchiveError:
    """ArchiveUnwritable for a full or read-only disk, ArchiveDamaged for anything else."""
    said = " ".join(str(error).split())[:300]
    if any(words in said.lower() for words in _UNWRITABLE):
        return unwritable(place, said)
    return ArchiveDamaged(f"The archive cannot use {place}: {said}.", hint=hint)


def unwritable(place: object, said: str) -> ArchiveUnwritable:
    """The error for a full or read-only disk at ``place``."""
    return ArchiveUnwritable(
        f"The archive cannot be written at {place}: {said}.",
        hint="Free space or give write access there, then run the same command again; nothing stored is lost.",
    )
