"""The project's own articles, read as `dateline ingest` reads them but kept in memory."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from app.models import Article
from ingest.pipeline import Ingester

SAMPLE = Path(__file__).parents[1] / "ingest" / "sample"


class _Kept(NamedTuple):
    article_id: str
    outcome: Literal["added", "updated", "unchanged"]
    chunks: int


class _Shelf:
    def __init__(self) -> None:
        self.articles: list[Article] = []

    def add(self, articles: Iterable[Article]) -> Iterator[_Kept]:
        for article in articles:
            self.articles.append(article)
            yield _Kept(article.article_id, "added", 1)


@cache
def sample_articles() -> tuple[Article, ...]:
    """Every article of the sample; a file that cannot be read is an error."""
    shelf = _Shelf()
    report = Ingester(shelf).ingest([str(SAMPLE)])
    if report.failed:
        raise AssertionError(report.failed)
    return tuple(shelf.articles)
