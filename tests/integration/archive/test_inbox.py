"""Events that must be answered once."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

from app.archive.database import Database
from app.archive.inbox import Inbox
from app.archive.truth import Truth


def database(folder: Path) -> Database:
    opened = Database(folder / "dateline.sqlite")
    Truth(opened)  # makes the tables
    return opened


def test_an_event_is_taken_in_once_by_however_many_replicas(tmp_path: Path) -> None:
    """Eight threads of two processes' worth of connections try at the same time."""
    inboxes = [Inbox(database(tmp_path)), Inbox(database(tmp_path))]
    taken: list[str] = []

    def take_all(inbox: Inbox) -> None:
        for number in range(50):
            if inbox.take(f"Ev{number}", "{}"):
                taken.append(f"Ev{number}")

    threads = [threading.Thread(target=take_all, args=(inboxes[number % 2],)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(taken) == sorted(f"Ev{number}" for number in range(50))


def test_what_is_not_answered_waits_with_its_reply(tmp_path: Path) -> None:
    """Also for the next process; what is answered is forgotten but for its id."""
    inbox = Inbox(database(tmp_path))
    inbox.take("Ev1", "one")
    inbox.take("Ev2", "two")
    inbox.note_reply("Ev2", "5.1")
    inbox.finish("Ev1")

    reopened = Inbox(database(tmp_path))

    assert [tuple(waiting) for waiting in reopened.waiting()] == [("Ev2", "two", "5.1")]
    assert not reopened.take("Ev1", "again")


def test_ids_are_forgotten_after_a_while_and_waiting_events_never(tmp_path: Path) -> None:
    """Slack sends an event again for an hour at most."""
    inbox = Inbox(database(tmp_path))
    inbox.take("Ev1", "one")
    inbox.take("Ev2", "two")
    inbox.finish("Ev1")

    inbox.forget(timedelta(days=1))
    assert not inbox.take("Ev1", "again")
    inbox.forget(timedelta(0))

    assert inbox.take("Ev1", "again")
    assert not inbox.take("Ev2", "again")
