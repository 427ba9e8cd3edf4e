from collections.abc import Callable, Sequence
from pathlib import Path

from app.archive.archive import Archive
from app.figures.records import FigureRecord
from app.models import Article, Span
from tests.fakes import HashEmbedder
from tests.integration.archive.corpus import articles

EMBEDDER = HashEmbedder()


def reader(value: float) -> Callable[[Article], Sequence[FigureRecord]]:
    """An extractor that reads this value in every article."""
    return lambda article: [FigureRecord(article.article_id, article.version, value, Span(0, 6), Span(0, 20))]


def values(archive: Archive) -> set[float]:
    keys = [(article.article_id, article.version) for article in archive.articles()]
    return {record.value for record in archive.figures.for_articles(keys)}


def test_a_newer_extractor_reads_stored_articles_again_when_the_archive_opens(tmp_path: Path) -> None:
    """Figures never stay behind the code that reads them."""
    with Archive.open(tmp_path, EMBEDDER, extract=reader(1.0), extractor="1") as archive:
        list(archive.add(articles(5)))
    with Archive.open(tmp_path, EMBEDDER, extract=reader(2.0), extractor="1") as archive:
        assert values(archive) == {1.0}
    with Archive.open(tmp_path, EMBEDDER, extract=reader(2.0), extractor="2") as archive:
        assert values(archive) == {2.0}


def test_reindexing_reads_the_figures_again(tmp_path: Path) -> None:
    """Also under the same extractor name."""
    with Archive.open(tmp_path, EMBEDDER, extract=reader(1.0), extractor="1") as archive:
        list(archive.add(articles(3)))
    with Archive.open(tmp_path, EMBEDDER, extract=reader(2.0), extractor="1", rebuild=True) as archive:
        archive.reindex()
        assert values(archive) == {2.0}
