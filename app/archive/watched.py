"""Answers whose figures are watched: what was asked, how far the archive was read for it, what changed since."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from pydantic import TypeAdapter

from app.archive import sql
from app.archive.database import Database
from app.models import Answer, Ask

Version = tuple[str, int]


class Watched(NamedTuple):
    """One answer under watch and how to ask it again.

    ``row`` is the newest row that was searchable when the answer was given, ``checked`` when it was last checked;
    ``lost``: one of the versions it rests on left the archive or was replaced.
    """

    answer_id: str
    ask: Ask
    row: int
    checked: int
    lost: bool


class Checked(NamedTuple):
    """What a check found: the change as JSON, None when the figures stand, and the versions that both answers cite."""

    answer_id: str
    change: str | None
    cites: Sequence[Version]


class Unconcerned(NamedTuple):
    """An answer that nothing new concerns: what was found before stays."""

    answer_id: str


class WatchedStore:
    """Answers with figures, each with the last change that was found.

    Args:
        database: the archive's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, answer: Answer, ask: Ask, row: int) -> None:
        """Watch an answer; ``row`` was the newest that could be searched when it was asked."""
        with self._database.writing(durable=False) as connection:
            asked = self._adapter.dump_json(ask).decode()
            connection.execute(sql.WATCH, (answer.id, asked, row, row, json.dumps(versions_cited(answer))))

    def due(self, last_row: int) -> list[Watched]:
        """The answers that were read from less than what is searchable now, or whose articles left."""
        with self._database.reading() as connection:
            found = connection.execute(sql.WATCHED_DUE, (last_row,)).fetchall()
        return [
            Watched(answer_id, self._adapter.validate_json(asked), row, checked, bool(lost))
            for answer_id, asked, row, checked, lost in found
        ]

    def settle(self, checks: Sequence[Checked | Unconcerned], checked: int) -> None:
        """Keep what was found up to the row ``checked``; a change to another value becomes the newest."""
        found = [check for check in checks if isinstance(check, Checked)]
        with self._database.writing(durable=False) as connection:
            connection.executemany(sql.READ_UP_TO, [(checked, check.answer_id) for check in checks])
            connection.executemany(sql.SETTLE_WATCHED, [(c.change, json.dumps(c.cites), c.answer_id) for c in found])

    def changes(self, since: int) -> tuple[int, list[str]]:
        """The number of the newest change ever found, and the changes with a number above ``since``, oldest first."""
        with self._database.reading() as connection:
            (newest,) = connection.execute(sql.NEWEST_CHANGE).fetchone()
            return newest, [change for (change,) in connection.execute(sql.CHANGES_SINCE, (since, newest))]

    @cached_property
    def _adapter(self) -> TypeAdapter[Ask]:
        return TypeAdapter(Ask)


def versions_cited(answer: Answer) -> list[Version]:
    """The ``(article_id, version)`` pairs that an answer cites, each once."""
    return list(dict.fromkeys((citation.article_id, citation.version) for citation in answer.citations))
