"""What people and answers leave behind, beside the articles: figures, conversations, feedback, receipts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from pydantic import TypeAdapter

from app.archive import sql
from app.archive.database import Database
from app.errors import AnswerNotFound
from app.figures.records import FigureRecord
from app.models import Answer

Rating = Literal["up", "down"]


class Turn(NamedTuple):
    """One question of a conversation and the answer it got; ``asked_at`` is UTC."""

    question: str
    standalone_question: str
    answer_id: str | None
    asked_at: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """One reader's verdict on one answer; ``given_at`` is UTC."""

    answer_id: str
    rating: Rating
    comment: str
    surface: str
    given_at: str


class FigureStore:
    """The figures that were extracted from each stored version.

    Args:
        database: the archive's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_articles(self, versions: Iterable[tuple[str, int]]) -> list[FigureRecord]:
        """The records of these ``(article_id, version)`` pairs, in their order and that of the text."""
        with self._database.reading() as connection:
            found = connection.execute(sql.FIGURES_OF_VERSIONS, (json.dumps(list(versions)),)).fetchall()
        records = ((version, self._adapter.validate_json(record)) for version, record in found)
        return [r if r.version == version else replace(r, version=version) for version, r in records]

    def written(self, record: FigureRecord) -> tuple[float, str]:
        """A record as it is stored: its value and its JSON."""
        return record.value, self._adapter.dump_json(record, exclude_defaults=True).decode()

    @cached_property
    def _adapter(self) -> TypeAdapter[FigureRecord]:
        return TypeAdapter(FigureRecord)


class ConversationStore:
    """The turns of each conversation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, conversation_id: str, question: str, standalone_question: str, answer_id: str | None) -> None:
        with self._database.writing(durable=False) as connection:
            connection.execute(sql.APPEND_TURN, (conversation_id, question, standalone_question, answer_id, _at()))

    def turns(self, conversation_id: str, last: int = 6) -> list[Turn]:
        """The ``last`` turns, oldest first; none for an unknown conversation."""
        with self._database.reading() as connection:
            found = connection.execute(sql.LAST_TURNS, (conversation_id, last)).fetchall()
        return [Turn(*row) for row in reversed(found)]


class FeedbackStore:
    """Verdicts on answers, oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, answer_id: str, rating: Rating, comment: str = "", surface: str = "api") -> None:
        with self._database.writing(durable=False) as connection:
            connection.execute(sql.ADD_FEEDBACK, (answer_id, rating, comment, surface, _at()))

    def list(self) -> list[Feedback]:
        with self._database.reading() as connection:
            return [Feedback(*row) for row in connection.execute(sql.LIST_FEEDBACK)]


class ReceiptStore:
    """Every answer as it was given."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, answer: Answer) -> None:
        text = self._adapter.dump_json(answer).decode()
        with self._database.writing(durable=False) as connection:
            connection.execute(sql.SAVE_RECEIPT, (answer.id, text, _at()))

    def get(self, answer_id: str) -> Answer:
        """The answer with this id.

        Raises:
            AnswerNotFound: no answer was given under that id.
        """
        found = self.find(answer_id)
        if found is None:
            raise AnswerNotFound(f"There is no answer {answer_id!r}.", hint="Use the id of an answer given here.")
        return found

    def find(self, answer_id: str) -> Answer | None:
        """The answer with this id; None when none was given, or it was forgotten."""
        with self._database.reading() as connection:
            row = connection.execute(sql.GET_RECEIPT, (answer_id,)).fetchone()
        return self._adapter.validate_json(row[0]) if row else None

    def latest(self, last: int) -> list[Answer]:
        """The ``last`` answers that were given, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(sql.LATEST_RECEIPTS, (last,)).fetchall()
        return [self._adapter.validate_json(answer) for (answer,) in rows]

    def forget(self, older_than: timedelta) -> None:
        """Drop older answers with everything that was kept about them: question, working, verdicts, changes.

        What a channel of Slack watches stays until it is no longer watched.
        """
        with self._database.writing(durable=False) as connection:
            expired = [answer_id for (answer_id,) in connection.execute(sql.EXPIRED, (_at(-older_than),))]
            for statement in sql.FORGET_ANSWERS if expired else ():
                connection.execute(statement, (json.dumps(expired),))

    @cached_property
    def _adapter(self) -> TypeAdapter[Answer]:
        return TypeAdapter(Answer)


def _at(shift: timedelta = timedelta()) -> str:
    return (datetime.now(UTC) + shift).strftime("%Y-%m-%dT%H:%M:%SZ")
