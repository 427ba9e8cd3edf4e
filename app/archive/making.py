"""What an archive is made with, and what becomes of one that was made with something else."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass

from app.archive import schema
from app.archive.chunking import CHUNKER_VERSION
from app.archive.truth import Truth
from app.embeddings.protocol import Embedder
from app.errors import ArchiveMismatch


@dataclass(frozen=True, slots=True)
class Making:
    """What decides whether stored vectors can be compared with a question's."""

    model: str
    fingerprint: str
    dimension: int
    chunker: str

    @classmethod
    def of(cls, embedder: Embedder) -> Making:
        return cls(embedder.name, embedder.fingerprint, embedder.dimension, CHUNKER_VERSION)

    def __str__(self) -> str:
        return f"{self.model} ({self.fingerprint}, {self.dimension} dimensions, chunks {self.chunker})"


def stored_making(truth: Truth) -> Making | None:
    """What the stored vectors were made with; None in a new archive."""
    written = truth.meta("making")
    return Making(**json.loads(written)) if written else None


def record_making(truth: Truth, making: Making) -> None:
    """From now on, stored vectors are made so."""
    truth.set_meta(making=json.dumps(asdict(making)))


UNFINISHED = Making("an unfinished dateline reindex", "-", 0, "-")
"""Recorded while stored articles are encoded anew, so that a mixture is never taken for the old or the new."""


def check_making(truth: Truth, making: Making, *, folder: object) -> None:
    """Record the making of a new or empty archive; refuse another one.

    Raises:
        ArchiveMismatch: the archive holds articles that were encoded or cut differently.
    """
    stored = stored_making(truth)
    if stored == making:
        return
    if stored is not None and truth.counts().versions:
        same_model = f", or set DATELINE_EMBEDDING_MODEL={stored.model}" if stored != UNFINISHED else ""
        raise ArchiveMismatch(
            f"The archive {folder} was made with {stored}, but this process uses {making}.",
            hint=f"Run dateline reindex to encode it anew{same_model}.",
        )
    record_making(truth, making)


def check_schema(truth: Truth, *, folder: object) -> None:
    """Record the schema of a new archive; refuse one written by another.

    Raises:
        ArchiveMismatch: the tables are laid out differently.
    """
    stored = truth.meta("schema")
    if stored is None:
        truth.set_meta(schema=str(schema.SCHEMA_VERSION), archive_id=uuid.uuid4().hex[:12])
    elif stored != str(schema.SCHEMA_VERSION):
        raise ArchiveMismatch(
            f"The archive {folder} has schema {stored}, but this version of Dateline reads {schema.SCHEMA_VERSION}.",
            hint="Use the version of Dateline that wrote it, or ingest anew into another folder.",
        )
