"""An archive that keeps articles in a dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from app.archive.identity import content_hash
from app.models import Article


class FakeStored(NamedTuple):
    article_id: str
    outcome: Literal["added", "updated", "unchanged"]
    chunks: int


@dataclass
class FakeArchive:
    """Takes articles one by one; each has one chunk."""

    articles: dict[str, Article] = field(default_factory=dict)

    def add(self, articles: Iterable[Article]) -> Iterator[FakeStored]:
        for article in articles:
            before = self.articles.get(article.article_id)
            if before is not None and content_hash(before) == content_hash(article):
                yield FakeStored(article.article_id, "unchanged", 0)
                continue
            self.articles[article.article_id] = article
            yield FakeStored(article.article_id, "updated" if before else "added", 1)

    def titled(self, beginning: str) -> Article:
        return next(article for article in self.articles.values() if article.title.startswith(beginning))
