"""Answers that are older than an archive may keep them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.answering.answerer import Answerer
from app.archive.archive import Archive
from app.archive.database import DATABASE_FILE
from app.errors import AnswerNotFound
from app.models import Ask
from app.retrieval.retriever import Retriever
from app.watching.watcher import Watcher
from tests.fakes import HashEmbedder
from tests.integration.watching.conftest import LAMPS, Store

EVERYTHING = timedelta(days=-1)


def text_of(folder: Path) -> str:
    """Every row of the database."""
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as database:
        return "\n".join(database.iterdump())


def test_a_forgotten_answer_leaves_no_word(answerer: Answerer, archive: Archive, store: Store, tmp_path: Path) -> None:
    """Neither question nor comment, in no table, and whoever asks for it is told."""
    told = answerer.answer(Ask(LAMPS, conversation_id="zebra"))
    archive.feedback.add(told.id, "down", "wrong count")
    store("new", "2020-03-02", "The zebra quay now has 17 lamps, the port office said on Monday.")
    assert Watcher(answerer).watch().changes
    assert LAMPS in text_of(tmp_path)

    archive.receipts.forget(EVERYTHING)

    assert LAMPS not in text_of(tmp_path)
    assert "wrong count" not in text_of(tmp_path)
    with pytest.raises(AnswerNotFound, match=told.id):
        answerer.receipt(told.id)


def test_what_a_channel_watches_is_not_forgotten(answerer: Answerer, archive: Archive) -> None:
    """Its next change is told against it."""
    watched, other = answerer.answer(Ask(LAMPS)), answerer.answer(Ask(LAMPS))
    archive.subscriptions.add(LAMPS, "T1", "C1", "1.0", watched.id)

    archive.receipts.forget(EVERYTHING)

    assert archive.receipts.get(watched.id).answer == watched.answer
    assert archive.receipts.find(other.id) is None


def test_forgetting_takes_no_later_change_from_a_reader(answerer: Answerer, archive: Archive, store: Store) -> None:
    """The cursor does not fall back, and what was forgotten is not compared again."""
    watcher = Watcher(answerer)
    answerer.answer(Ask(LAMPS))
    store("new", "2020-03-02", "The zebra quay now has 17 lamps, the port office said on Monday.")
    first = watcher.watch()
    archive.receipts.forget(EVERYTHING)

    again = answerer.answer(Ask(LAMPS))
    store("newer", "2020-05-02", "The zebra quay now has 21 lamps, the port office said on Saturday.")
    second = watcher.watch(first.cursor)

    assert [change.answer_id for change in second.changes] == [again.id]
    assert second.cursor > first.cursor > 0


def test_old_answers_are_forgotten_when_the_next_is_given(archive: Archive, store: Store, tmp_path: Path) -> None:
    """After the days of the setting, not before."""
    keeping = Answerer(archive, Retriever(archive, HashEmbedder()), keep_days=30)
    old, recent = keeping.answer(Ask(LAMPS)), keeping.answer(Ask(LAMPS))
    with closing(sqlite3.connect(tmp_path / DATABASE_FILE, isolation_level=None)) as database:
        database.execute("UPDATE receipts SET saved_at = '2020-01-01T00:00:00Z' WHERE answer_id = ?", (old.id,))

    keeping.answer(Ask(LAMPS))

    assert archive.receipts.find(old.id) is None
    assert archive.receipts.get(recent.id).answer == recent.answer
