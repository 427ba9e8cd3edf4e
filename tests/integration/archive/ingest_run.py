"""One ingest in a process of its own, to be killed at any moment: ``python -m ... FOLDER ARTICLES``.

Prints ``open`` when the archive is, the outcome for each article, and ``done``.
"""

import sys
from pathlib import Path

from app.archive import intake
from app.archive.archive import Archive
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles


def run(folder: Path, count: int) -> None:
    """Ingest the second edition of ``count`` articles, in batches small enough for kills to fall into many."""
    intake.CHUNKS_PER_BATCH = 60
    with Archive.open(folder, HashEmbedder()) as archive:
        say("open")
        for added in archive.add(articles(count, edition="second")):
            say(added.outcome)
        for article in articles(count + 20)[-20:]:
            archive.delete(article.article_id)
        say("done")


def say(line: str) -> None:
    """Print at once, so that the parent knows how far this process came when it was killed."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
