"""One ingest in a process of its own, to be killed at any moment."""

from multiprocessing.connection import Connection
from pathlib import Path

from app.archive import intake
from app.archive.archive import Archive
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles


def run(folder: Path, count: int, parent: Connection) -> None:
    """Ingest the second edition of ``count`` articles, in batches small enough for kills to fall into many.

    Tells the parent at once how far it came: ``open`` when the archive is, the outcome for each article, and ``done``.
    """
    intake.CHUNKS_PER_BATCH = 60
    with Archive.open(folder, HashEmbedder()) as archive:
        parent.send("open")
        for added in archive.add(articles(count, edition="second")):
            parent.send(added.outcome)
        for article in articles(count + 20)[-20:]:
            archive.delete(article.article_id)
        parent.send("done")
