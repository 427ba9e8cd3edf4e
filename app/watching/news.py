"""Articles that came since answers were given, with their figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.archive.catalogue import Entry, bounds_of, passes
from app.figures.matching.resolve import resolve
from app.figures.records import FigureRecord
from app.models import Article, ArticleKey, Ask


@dataclass(frozen=True, slots=True)
class News:
    """New articles as the archive knows them, and the figures read in them."""

    entries: Sequence[Entry]
    articles: Mapping[ArticleKey, Article]
    records: Sequence[FigureRecord]

    def concern(self, ask: Ask) -> bool:
        """Whether an article that the question's filters let through gives a figure for it."""
        bounds = bounds_of(ask.filters)
        heard = {
            key: self.articles[key]
            for entry in self.entries
            if (key := (entry.article_id, entry.version)) in self.articles and (bounds is None or passes(entry, bounds))
        }
        return bool(heard) and resolve(ask.question, self.records, heard, today=ask.filters.as_of) is not None
