"""Figures that change after they were told: a real archive, real receipts, and a real server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx

from app.answering.answerer import Answerer
from app.archive.archive import Archive
from app.archive.identity import new_article
from app.models import Answer, Ask, SearchFilters
from app.watching.watcher import Watcher
from tests.integration.conftest import dateline
from tests.integration.watching.conftest import LAMPS, Store


def test_a_newer_count_is_listed_with_both_citations(answerer: Answerer, store: Store) -> None:
    """Old value and new value, each with the sentence that says so."""
    told = answerer.answer(Ask(LAMPS))
    watcher = Watcher(answerer)
    assert watcher.watch().changes == []

    store("new", "2020-03-02", "The zebra quay now has 17 lamps, the port office said on Monday.")
    (change,) = watcher.watch().changes

    assert (change.answer_id, change.kind) == (told.id, "updated")
    assert (change.before.figure.value, change.after.figure.value) == (12, 17)
    assert "12 lamps" in change.before.citation.quote
    assert "17 lamps" in change.after.citation.quote


def test_articles_that_change_nothing_ask_nothing(answerer: Answerer, store: Store) -> None:
    """Another story and a repetition of the told figure leave the answer standing; the former is not even asked."""
    answerer.answer(Ask(LAMPS))
    asked = _Counting(answerer)
    watcher = Watcher(asked)

    store("fire", "2020-02-11", "A fire destroyed the old library in Nordhaven on Tuesday, killing 4 people.")
    assert watcher.watch().changes == []
    assert asked.answers == 0

    store("again", "2020-02-12", "The zebra quay has 12 lamps, a guide wrote.", source="Coast Courier")
    assert watcher.watch().changes == []
    assert watcher.watch().changes == []
    assert asked.answers == 1


def test_an_answer_as_of_a_day_is_not_changed_by_later_articles(answerer: Answerer, store: Store) -> None:
    """What was known on that day stays what was known; an article found late still counts."""
    answerer.answer(Ask(LAMPS, filters=SearchFilters(as_of="2020-02-01")))
    watcher = Watcher(answerer)

    store("new", "2020-03-02", "The zebra quay now has 17 lamps, the port office said on Monday.")
    assert watcher.watch().changes == []

    store("late", "2020-01-20", "The zebra quay now has 14 lamps, the port office said on Monday.")
    assert [change.after.figure.value for change in watcher.watch().changes] == [14]


def test_the_cursor_gives_each_change_once(answerer: Answerer, store: Store) -> None:
    """A reader that keeps the cursor hears of the next change only."""
    answerer.answer(Ask(LAMPS))
    watcher = Watcher(answerer)

    store("new", "2020-03-02", "The zebra quay now has 17 lamps, the port office said on Monday.")
    first = watcher.watch()
    assert len(first.changes) == 1
    assert watcher.watch(first.cursor).changes == []
    store("again", "2020-03-05", "The zebra quay now has 17 lamps, a guide wrote.", source="Coast Courier")
    assert watcher.watch(first.cursor).changes == []
    assert watcher.watch().changes[0].after.figure.outlets == 2

    store("newer", "2020-05-02", "The zebra quay now has 21 lamps, the port office said on Saturday.")
    second = watcher.watch(first.cursor)
    assert [(change.before.figure.value, change.after.figure.value) for change in second.changes] == [(12, 21)]
    assert watcher.watch(second.cursor).changes == []


def test_a_figure_that_lost_its_article_is_withdrawn(answerer: Answerer, archive: Archive, store: Store) -> None:
    """Deleting the only article leaves nothing to lead with; deleting the newer one restores the figure told."""
    answerer.answer(Ask(LAMPS))
    watcher = Watcher(answerer)
    newer = store("new", "2020-03-02", "The zebra quay now has 17 lamps, the port office said on Monday.")
    assert len(watcher.watch().changes) == 1

    archive.delete(newer)
    assert watcher.watch().changes == []

    archive.delete(store("old", "2020-01-10", "The zebra quay has lamps of brass. They are polished in autumn."))
    (change,) = watcher.watch().changes
    assert (change.kind, change.before.figure.value, change.after) == ("withdrawn", 12, None)


def test_a_corrected_article_updates_what_it_said(answerer: Answerer, store: Store) -> None:
    """A new version of the cited article counts as news."""
    answerer.answer(Ask(LAMPS))
    store("old", "2020-01-10", "The zebra quay has 13 lamps, the port office said on Friday. Work began in autumn.")

    (change,) = Watcher(answerer).watch().changes

    assert (change.before.citation.version, change.after.citation.version) == (1, 2)
    assert change.after.figure.value == 13


def test_many_new_articles_are_not_read_one_by_one(answerer: Answerer, store: Store, archive: Archive) -> None:
    """Beyond a few hundred the question is simply asked again."""
    answerer.answer(Ask(LAMPS))
    crowd = [new_article(text=f"Ship {n} left the harbour.", title="Ships", publisher_id=f"s{n}") for n in range(250)]
    assert len(list(archive.add(crowd))) == 250
    store("new", "2020-03-02", "The zebra quay now has 17 lamps, the port office said on Monday.")

    assert [change.after.figure.value for change in Watcher(answerer).watch().changes] == [17]


def test_the_server_and_the_command_list_the_same_changes(
    http: httpx.Client, sample_archive: Path, new_article: Callable[..., str]
) -> None:
    """`GET /v1/watch` and `dateline watch` of a running server agree; a bad cursor is a problem document."""
    new_article(text="The zebra quay has 12 lamps, the port office said.", title="Quay", published_at="2020-01-10")
    answer = http.post("/v1/ask", json={"question": LAMPS}).json()
    before = http.get("/v1/watch").raise_for_status().json()
    new_article(text="The zebra quay now has 17 lamps, officials said.", title="Quay", published_at="2020-03-02")

    after = http.get("/v1/watch", params={"since": before["cursor"]}).raise_for_status().json()
    printed = dateline("watch", "--since", str(before["cursor"]), archive=sample_archive).stdout
    refused = http.get("/v1/watch", params={"since": -1})

    assert [change["answer_id"] for change in after["changes"]] == [answer["id"]]
    assert after["changes"][0]["after"]["figure"]["value"] == 17
    assert "12 → 17" in printed
    assert "17 lamps, officials said" in printed
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"


class _Counting:
    """An answerer that counts how often it was asked again."""

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self.archive = answerer.archive
        self.answers = 0

    def answer(self, ask: Ask, *, record: bool = True) -> Answer:
        self.answers += 1
        return self._answerer.answer(ask, record=record)
