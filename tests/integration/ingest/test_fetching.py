from __future__ import annotations

import pytest

from app.errors import FetchRefused
from ingest.fetch import Fetcher
from ingest.limits import IngestLimits
from ingest.pipeline import Ingester, IngestReport
from tests.integration.ingest.conftest import SENTENCES
from tests.unit.ingest.fakes import FakeArchive

NEAR = IngestLimits(article_bytes=1_000_000, fetch_timeout_seconds=1.0, allow_private_urls=True)


def ingest(url: str, archive: FakeArchive | None = None) -> IngestReport:
    ingester = Ingester(archive or FakeArchive(), allow_private_urls=True, fetch_timeout_seconds=2.0, max_article_mb=1)
    return ingester.ingest([url])


def test_a_page_becomes_an_article(site: str) -> None:
    """Fetched, cleaned and stored under the address where it was found."""
    archive = FakeArchive()
    assert ingest(f"{site}/moved", archive).added == 1
    article = archive.titled("Bridge reopens")
    assert (article.text, article.url) == (SENTENCES, f"{site}/story")
    assert (article.source, article.published_at) == ("The Courier", "2020-03-02")


def test_a_feed_gives_full_content_and_fetches_the_rest(site: str) -> None:
    """One entry carries its text, one is fetched, one is gone and reported; the run goes on."""
    archive = FakeArchive()
    report = ingest(f"{site}/feed", archive)
    assert (report.added, report.failures) == (2, 1)
    assert archive.titled("In full").text.endswith("Full text of the feed.")
    assert archive.titled("Bridge reopens").text == SENTENCES
    assert "answered 404" in report.failed[0].reason


def test_lines_of_json_are_fetched_too(site: str) -> None:
    """A bad line is named within its address."""
    report = ingest(f"{site}/stories.jsonl")
    assert (report.added, report.failed[0].source) == (1, f"{site}/stories.jsonl, line 2")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "answered 404: there is no such page"),
        ("/loop", "redirects in a loop, or more than 5 times"),
        ("/to-file", "leads to no http"),
        ("/page-as-feed.xml", "is not a feed"),
        ("/note.xml", "is not a feed"),
        ("/picture", "answered with image/png"),
        ("/large", "larger than the 1 MB"),
        ("/slow", "did not arrive within 2 seconds"),
        ("/broken", "answered 503"),
    ],
)
def test_an_address_that_gives_no_article_is_one_clear_failure(site: str, path: str, reason: str) -> None:
    """Named, explained, with a next step; nothing is stored."""
    report = ingest(f"{site}{path}")
    assert (report.added, report.failures) == (0, 1)
    assert reason in report.failed[0].reason
    assert path in report.failed[0].reason
    assert report.failed[0].hint


def test_a_private_address_is_refused_unless_allowed(site: str) -> None:
    """The default keeps this machine and its network out of reach."""
    report = Ingester(FakeArchive()).ingest([f"{site}/story"])
    assert report.added == 0
    assert "private network" in report.failed[0].reason
    assert "DATELINE_ALLOW_PRIVATE_URLS" in report.failed[0].hint


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hop is checked: a public site cannot send the fetcher inside."""
    monkeypatch.setattr("ingest.addresses.is_public", lambda address: address in ("127.0.0.1", "::1"))
    with Fetcher(IngestLimits(allow_private_urls=False)) as fetcher:
        assert fetcher.fetch(f"{site}/story").body
        with pytest.raises(FetchRefused, match=r"169\.254\.169\.254"):
            fetcher.fetch(f"{site}/to-metadata")


def test_the_checked_address_is_the_one_connected_to(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once; a second answer that differs is never asked for."""
    lookups: list[str] = []

    def resolve_once(host: str, port: int, *, allow_private: bool) -> str:
        lookups.append(host)
        return "127.0.0.1"

    monkeypatch.setattr("ingest.fetch.resolve", resolve_once)
    with Fetcher(NEAR) as fetcher:
        reply = fetcher.fetch(site.replace("localhost", "courier.invalid") + "/story")
    assert lookups == ["courier.invalid"]
    assert reply.url.startswith("http://courier.invalid")


def test_a_closed_port_is_a_clear_failure() -> None:
    """No reply, no stack trace."""
    with Fetcher(NEAR) as fetcher, pytest.raises(FetchRefused, match="could not be fetched"):
        fetcher.fetch("http://127.0.0.1:1/")
