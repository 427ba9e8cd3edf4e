"""What a chat model is asked to write about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.answering.checking.claimed_figures import figures_of
from app.answering.draft import Draft, Statement
from app.answering.material import counts_something
from app.figures.records import FigureRecord
from app.models import Article, ArticleKey, Passage


@dataclass(frozen=True)
class Task:
    """A question that stands alone, and what was found for it.

    Attributes:
        passages: best first; at least one.
        records_of: the figure records of article versions.
        draft: makes the extractive answer to the same question, for its figures.
        as_of: the day asked about; None when no day was given.
        today: the day that "now" means.
    """

    question: str
    passages: Sequence[Passage]
    article_of: Callable[[str, int], Article]
    records_of: Callable[[Iterable[ArticleKey]], Sequence[FigureRecord]]
    draft: Callable[[], Draft]
    as_of: str | None
    today: str

    @cached_property
    def asked_day(self) -> str:
        """The day that "this week" leans on: the one asked about, else that of the newest article found."""
        days = [passage.published_at[:10] for passage in self.passages if passage.published_at]
        return self.as_of or min(self.today, max(days, default=self.today))

    @cached_property
    def figures(self) -> list[Statement]:
        """Resolved figures, headline first; none when the question counts nothing."""
        return figures_of(self.draft()) if counts_something(self.question) else []
