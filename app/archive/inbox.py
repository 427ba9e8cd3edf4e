"""What came in from outside and must be answered once: each event is taken in once, and kept until it is answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from app.archive import sql
from app.archive.database import Database

REMEMBERED = timedelta(days=7)
"""How long the id of an answered event is kept; Slack sends an event again for an hour at most."""


class Waiting(NamedTuple):
    """An event that is not answered yet.

    Attributes:
        body: as it was taken in.
        reply: names the reply that was begun; None when there is none.
    """

    event_id: str
    body: str
    reply: str | None


class Inbox:
    """Events by id. Taking in is atomic, for every thread and process that has the database open.

    Args:
        database: the archive's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, event_id: str, body: str) -> bool:
        """Keep an event until it is answered; False when its id was taken in before, answered or not."""
        with self._database.writing(durable=False) as connection:
            return connection.execute(sql.TAKE_IN, (event_id, body, _at())).rowcount == 1

    def note_reply(self, event_id: str, reply: str) -> None:
        """Remember where the reply stands, so that it is finished there after a restart."""
        with self._database.writing(durable=False) as connection:
            connection.execute(sql.NOTE_REPLY, (reply, event_id))

    def finish(self, event_id: str) -> None:
        """The event is answered: its body is forgotten, its id is kept."""
        with self._database.writing(durable=False) as connection:
            connection.execute(sql.FINISH, (event_id,))

    def waiting(self) -> list[Waiting]:
        """Everything that is not answered, oldest first."""
        with self._database.reading() as connection:
            return [Waiting(*row) for row in connection.execute(sql.UNFINISHED)]

    def forget(self, older_than: timedelta = REMEMBERED) -> None:
        """Drop the ids of events that were answered long ago."""
        with self._database.writing(durable=False) as connection:
            connection.execute(sql.FORGET_TAKEN, (_at(-older_than),))


def _at(shift: timedelta = timedelta()) -> str:
    return (datetime.now(UTC) + shift).isoformat(timespec="microseconds")
