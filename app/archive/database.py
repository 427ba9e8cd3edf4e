"""The SQLite file: one writing connection, a pool of readers, and errors that say what to do."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from queue import Empty, LifoQueue

from app.archive.failures import explained

DATABASE_FILE = "dateline.sqlite"
"""Its name in the folder of an archive."""


class Database:
    """Transactions on one SQLite file in WAL mode; may be used from several threads.

    Args:
        file: the database; made when it does not exist.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._write_lock = threading.RLock()
        self._readers: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._durable = self._connect("FULL")
        self._quick = self._connect("NORMAL")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the last committed state; every call of it is its own snapshot."""
        try:
            connection = self._readers.get_nowait()
        except Empty:
            connection = self._connect("NORMAL")
        try:
            with self._explained():
                yield connection
        finally:
            self._readers.put(connection)

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction, committed at the end and rolled back on any error; one at a time.

        Args:
            durable: survives a power cut once committed. Without it a power cut (never a killed process) may take the
                last moments, which is right for conversation turns and receipts: no disk flush per question.

        Raises:
            ArchiveUnwritable: the disk is full or read-only; nothing of the transaction is kept.
        """
        connection = self._durable if durable else self._quick
        with self._write_lock, self._explained():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        while not self._readers.empty():
            self._readers.get_nowait().close()
        self._quick.close()
        self._durable.close()

    def _connect(self, synchronous: str) -> sqlite3.Connection:
        with self._explained():
            connection = sqlite3.connect(self.file, timeout=30, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {synchronous}")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA mmap_size = 1073741824")
            return connection

    def _explained(self) -> AbstractContextManager[None]:
        hint = "Restore the archive from a backup, or move it away and ingest anew."
        return explained(self.file, sqlite3.DatabaseError, hint=hint)
