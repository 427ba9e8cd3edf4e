"""The pieces of one archive folder, opened in order and closed in reverse."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from app.archive.database import DATABASE_FILE, Database
from app.archive.failures import unwritable
from app.archive.lock import ArchiveLock
from app.archive.making import Making, check_making, check_schema
from app.archive.truth import Truth
from app.archive.vectors import ChromaFolder, ChromaServer, ChromaVectors
from app.archive.words import TantivyWords
from app.errors import ArchiveUnwritable


@dataclass(frozen=True, slots=True)
class Parts:
    """What an archive consists of; the indexes are not open yet."""

    folder: Path
    making: Making
    database: Database
    truth: Truth
    vectors: ChromaVectors
    words: TantivyWords
    held: ExitStack

    def close(self) -> None:
        self.held.close()


def open_parts(folder: Path, making: Making, *, chroma_url: str | None, purpose: str, any_making: bool) -> Parts:
    """Lock the folder, open the database and name the indexes.

    Args:
        folder: made when it does not exist.
        making: what vectors are made with from now on.
        chroma_url: a Chroma server; None keeps the vectors in the folder.
        purpose: written into the lock file.
        any_making: also open an archive that was made with something else.

    Raises:
        ArchiveLocked, ArchiveMismatch, ArchiveDamaged, ArchiveUnwritable: see ``Archive.open``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        hint = "Name a folder with --archive or DATELINE_ARCHIVE."
        raise ArchiveUnwritable(f"{folder} is a file; an archive is a folder.", hint=hint) from error
    except OSError as error:
        raise unwritable(folder, str(error.strerror)) from error
    with ExitStack() as opened:
        opened.callback(ArchiveLock(folder, purpose).release)
        database = Database(folder / DATABASE_FILE)
        opened.callback(database.close)
        truth = Truth(database)
        check_schema(truth, folder=folder)
        if not any_making:
            check_making(truth, making, folder=folder)
        place = ChromaServer(chroma_url) if chroma_url else ChromaFolder(folder / "vectors")
        vectors = ChromaVectors(place, f"dateline-{truth.meta('archive_id')}", asdict(making))
        words = TantivyWords(folder / "words")
        opened.callback(vectors.close)
        opened.callback(words.close)
        return Parts(folder, making, database, truth, vectors, words, opened.pop_all())
