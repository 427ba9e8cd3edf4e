"""What a running server takes in: files handed over in a request, and web addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.settings import Settings
from ingest.ledger import Ledger
from ingest.limits import IngestLimits
from ingest.pipeline import ArticleStore, Ingester
from ingest.report import IngestProgress
from ingest.upload import articles_from_upload

OnProgress = Callable[[int, int | None], None]
"""Told how many articles are done, and of how many (None while that is unknown)."""


@dataclass(frozen=True, slots=True)
class ServerIntake:
    """Takes sources into an open archive within the settings' limits; never reads the server's own files.

    Both methods return the run's report as plain JSON values.
    """

    settings: Settings

    def urls(
        self, store: ArticleStore, urls: Sequence[str], published: str | None, on_progress: OnProgress
    ) -> dict[str, object]:
        """Fetch articles and feeds; one that fails is listed and the rest goes on.

        Raises:
            MalformedArticle: ``published`` is no day and no year.
        """
        addresses = [url for url in urls if url.lower().startswith(("http://", "https://"))]
        ingester = Ingester(
            store,
            allow_private_urls=self.settings.allow_private_urls,
            fetch_timeout_seconds=self.settings.fetch_timeout_seconds,
            max_article_mb=self.settings.max_upload_mb,
        )
        return ingester.ingest(addresses, published=published, on_progress=_counting(on_progress)).to_json()

    def file(
        self, store: ArticleStore, name: str, raw: bytes, published: str | None, on_progress: OnProgress
    ) -> dict[str, object]:
        """Take in one file; articles in it that cannot be read are listed and the rest goes on.

        Raises:
            UnreadableSource: a name of no known format, too large, or not what it says it is.
            MalformedArticle: the whole file cannot be read, or ``published`` is no day and no year.
        """
        limits = IngestLimits.from_settings(self.settings)
        upload = articles_from_upload(name, raw, published=published, limits=limits)
        ledger = Ledger(_counting(on_progress))
        ledger.begin(len(upload.articles) + len(upload.failed))
        for failure in upload.failed:
            ledger.fail(failure)
        accepted = (article for article in upload.articles if ledger.accept(name, article))
        for stored in store.add(accepted):
            ledger.stored(stored)
        return ledger.report().to_json()


def _counting(on_progress: OnProgress) -> Callable[[IngestProgress], None]:
    return lambda progress: on_progress(progress.done, progress.total)
