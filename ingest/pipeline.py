"""The way of an article from its source into the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from app.errors import IngestError
from app.models import Article
from ingest.compose import check_published, compose
from ingest.draft import Draft, Read
from ingest.fetch import Fetcher
from ingest.ledger import Ledger, OnProgress, Stored
from ingest.limits import MEGABYTE, IngestLimits
from ingest.listing import count_articles, list_sources
from ingest.plan import Planned
from ingest.reader import SourceReader
from ingest.report import Failure, IngestProgress, IngestReport

__all__ = ["Failure", "IngestProgress", "IngestReport", "Ingester"]

_SETTLE = "If that is wrong, correct the source and ingest it again."


class ArticleStore(Protocol):
    """Where articles go: an open archive, or a server that has one open."""

    def add(self, articles: Iterable[Article]) -> Iterator[Stored]:
        """Take articles as they come and say, in their order, what became of each."""
        ...


class Ingester:
    """Takes files, folders, globs, feeds and web addresses into one archive.

    Everything streams: at no time are more articles in memory than the archive takes in one batch. Ingesting the same
    sources again changes nothing.
    """

    def __init__(
        self,
        archive: ArticleStore,
        *,
        allow_private_urls: bool = False,
        fetch_timeout_seconds: float = 20.0,
        max_article_mb: int = 20,
    ) -> None:
        self._archive = archive
        self._limits = IngestLimits(
            article_bytes=max_article_mb * MEGABYTE,
            fetch_timeout_seconds=fetch_timeout_seconds,
            allow_private_urls=allow_private_urls,
        )

    def ingest(
        self, sources: Sequence[str], *, published: str | None = None, on_progress: OnProgress | None = None
    ) -> IngestReport:
        """What became of every article behind the sources; one that cannot be read is listed and the rest goes on.

        Args:
            sources: paths, globs and http(s) addresses.
            published: day (``YYYY-MM-DD``) for articles that no format, text or file name dates in full; a year
                (``YYYY``) completes days printed without one.
            on_progress: called at the start and after each article.

        Raises:
            MalformedArticle: ``published`` is no day and no year.
            ArchiveError: the archive cannot take articles at all.
        """
        published = check_published(published)
        listing = list_sources(sources)
        ledger = Ledger(on_progress, listing.ignored)
        total = count_articles(listing.planned)
        ledger.begin(None if total is None else total + len(listing.failures))
        for failure in listing.failures:
            ledger.fail(failure)
        with Fetcher(self._limits) as fetcher:
            reader = SourceReader(fetcher, self._limits)
            for stored in self._archive.add(_articles(reader, listing.planned, ledger, published)):
                ledger.stored(stored)
        return ledger.report()


def _articles(
    reader: SourceReader, planned: Iterable[Planned], ledger: Ledger, published: str | None
) -> Iterator[Article]:
    for item in planned:
        for name, found, doubts in _reads(reader, item):
            if isinstance(found, IngestError):
                ledger.fail(Failure.of(name, found))
                continue
            article = _compose(name, found, doubts, ledger, published)
            if article is not None and ledger.accept(name, article):
                yield article


def _reads(reader: SourceReader, item: Planned) -> Iterator[Read]:
    """What a source holds; a source that breaks off ends with its error."""
    try:
        yield from reader.read(item)
    except IngestError as error:
        yield Read(item.name, error)


def _compose(name: str, draft: Draft, doubts: Sequence[str], ledger: Ledger, published: str | None) -> Article | None:
    try:
        article, more = compose(draft, name=name, published=published)
    except IngestError as error:
        ledger.fail(Failure.of(name, error))
        return None
    for doubt in (*doubts, *more, *_of_the_future(article)):
        ledger.doubt(name, f"The article {doubt}.", _SETTLE)
    return article


def _of_the_future(article: Article) -> Iterator[str]:
    """Its figures would be the newest ones for as long; a day is left for clocks and time zones."""
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    if article.published_day and article.published_day > tomorrow:
        yield f"is dated {article.published_day}, a day still to come"
