from __future__ import annotations

import pytest

from app.models import Article
from ingest import ledger
from ingest.report import LISTED, Failure


def test_memory_of_articles_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the latest different articles are remembered for duplicates."""
    monkeypatch.setattr(ledger, "REMEMBERED", 2)
    book = ledger.Ledger(None)
    new = Article("a", "x", published_at="2020-03-02")
    old = Article("a", "y", published_at="2020-03-01")
    assert book.accept("1", new)
    assert not book.accept("2", old)
    assert all(book.accept(name, Article(name, "x")) for name in "bc")
    assert book.accept("3", old)


def test_a_flood_of_failures_is_counted_but_not_listed_in_full() -> None:
    """A million bad lines leave a report that can still be read."""
    book = ledger.Ledger(None)
    for number in range(LISTED + 5):
        book.fail(Failure(f"line {number}", "is broken"))
    report = book.report()
    assert (report.failures, len(report.failed)) == (LISTED + 5, LISTED)
