"""What the archive holds, for people and probes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.archive.parts import Parts


@dataclass(frozen=True, slots=True)
class ArchiveStatus:
    """Counts and origins of one archive.

    Attributes:
        versions: of all articles, superseded ones included.
        chunks: that should be found; ``vectors`` and ``words`` are what the two indexes hold.
        pending: changes the indexes have not taken in yet.
        first_day, last_day: of publication, ``YYYY-MM-DD``; None without dated articles.
        bytes_on_disk: of all files in the folder.
        last_change: when an article was last stored or deleted, UTC.
        version: grows with every change.
    """

    folder: Path
    articles: int
    versions: int
    chunks: int
    vectors: int
    words: int
    pending: int
    first_day: str | None
    last_day: str | None
    bytes_on_disk: int
    last_change: str | None
    model: str
    model_fingerprint: str
    dimension: int
    chunker: str
    version: int

    @property
    def in_step(self) -> bool:
        """Whether everything stored can be found and nothing else."""
        return self.pending == 0 and self.vectors == self.words == self.chunks


def status_of(parts: Parts) -> ArchiveStatus:
    """What the opened parts hold at this moment."""
    counts, making = parts.truth.counts(), parts.making
    return ArchiveStatus(
        folder=parts.folder,
        articles=counts.articles,
        versions=counts.versions,
        chunks=counts.chunks,
        vectors=parts.vectors.count(),
        words=parts.words.count(),
        pending=counts.pending,
        first_day=counts.first_published[:10] if counts.first_published else None,
        last_day=counts.last_published[:10] if counts.last_published else None,
        bytes_on_disk=bytes_in(parts.folder),
        last_change=parts.truth.meta("changed_at"),
        model=making.model,
        model_fingerprint=making.fingerprint,
        dimension=making.dimension,
        chunker=making.chunker,
        version=int(parts.truth.meta("version") or 0),
    )


def bytes_in(folder: Path) -> int:
    """The size of all files under ``folder``; files that vanish meanwhile count nothing."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except FileNotFoundError:
            continue
    return total
