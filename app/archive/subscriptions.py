"""Questions whose figures are watched for a Slack channel."""

from __future__ import annotations

from dataclasses import dataclass

from app.archive import sql
from app.archive.database import Database


@dataclass(frozen=True, slots=True)
class Subscription:
    """One watched question.

    Attributes:
        thread_ts: the message in the channel under which changes are posted.
        answer_id: the answer told last; a change of its figure is news.
    """

    subscription_id: int
    question: str
    team: str
    channel: str
    thread_ts: str
    answer_id: str


class SubscriptionStore:
    """Watched questions, oldest first.

    Args:
        database: the archive's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, question: str, team: str, channel: str, thread_ts: str, answer_id: str) -> Subscription:
        told = (question, team, channel, thread_ts, answer_id)
        with self._database.writing() as connection:
            number = connection.execute(sql.SUBSCRIBE, told).lastrowid
        return Subscription(number or 0, *told)

    def all(self) -> list[Subscription]:
        with self._database.reading() as connection:
            return [Subscription(*row) for row in connection.execute(sql.SUBSCRIPTIONS)]

    def renew(self, subscription_id: int, answer_id: str) -> None:
        """From now on, a change of this answer's figure is news."""
        with self._database.writing() as connection:
            connection.execute(sql.RENEW_SUBSCRIPTION, (answer_id, subscription_id))

    def remove(self, subscription_id: int) -> bool:
        """False when there is none with this number."""
        with self._database.writing() as connection:
            return connection.execute(sql.UNSUBSCRIBE, (subscription_id,)).rowcount == 1
