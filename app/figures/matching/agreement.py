"""Who confirms a figure: outlets that state it in words of their own; copies of one wire story are one confirmation."""

from __future__ import annotations

from collections.abc import Iterable

from app.figures.records import FigureRecord
from app.models import Article
from app.retrieval.near_duplicates import Stories

_AROUND = 200
"""Characters on both sides of the sentence by which a copy of a story is told from another report."""


def surroundings(record: FigureRecord, article: Article) -> str:
    """The sentence of a figure with what stands around it."""
    return article.text[max(0, record.sentence.start - _AROUND) : record.sentence.end + _AROUND]


def confirming_outlets(told: Iterable[tuple[FigureRecord, Article]]) -> list[str]:
    """The outlets that state a figure independently, the first to print a story before those that copy it.

    An article without an outlet stands for itself.
    """
    outlets: dict[str, list[tuple[FigureRecord, Article]]] = {}
    for record, article in sorted(told, key=lambda one: (one[1].published_at or "", one[1].article_id)):
        outlets.setdefault(article.source or article.article_id, []).append((record, article))
    if len(outlets) == 1:
        return list(outlets)
    stories = Stories()
    new = {name: [stories.is_new(surroundings(*one)) for one in statements] for name, statements in outlets.items()}
    return [name for name, fresh in new.items() if any(fresh)]
