"""How each answer came about, beside the answer itself."""

from __future__ import annotations

from functools import cached_property

from pydantic import TypeAdapter

from app.archive import sql
from app.archive.database import Database
from app.receipt import Working


class WorkingStore:
    """The working of every answer since they are kept.

    Args:
        database: the archive's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, answer_id: str, working: Working) -> None:
        text = self._adapter.dump_json(working).decode()
        with self._database.writing(durable=False) as connection:
            connection.execute(sql.SAVE_WORKING, (answer_id, text))

    def get(self, answer_id: str) -> Working | None:
        """None for an answer given before workings were kept, or never."""
        with self._database.reading() as connection:
            row = connection.execute(sql.GET_WORKING, (answer_id,)).fetchone()
        return self._adapter.validate_json(row[0]) if row else None

    @cached_property
    def _adapter(self) -> TypeAdapter[Working]:
        return TypeAdapter(Working)
