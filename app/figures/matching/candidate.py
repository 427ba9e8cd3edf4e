"""A record that may answer a question."""

from __future__ import annotations

from typing import NamedTuple

from app.figures.matching.counted_fit import Fit
from app.figures.records import FigureRecord
from app.models import Article, Span


class Candidate(NamedTuple):
    """A record that may answer; ``score`` in [0, 1], higher when its event is surely the asked one.

    ``nearness`` is how near it is to the asked event, against the other candidates of one question; greater is nearer.
    """

    record: FigureRecord
    article: Article
    score: float
    fit: Fit
    nearness: float = 0.0

    @property
    def sentence(self) -> tuple[str, Span]:
        """Which sentence of which article states it."""
        return self.record.article_id, self.record.sentence
