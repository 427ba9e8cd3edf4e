"""A record that may answer a question."""

from __future__ import annotations

from typing import NamedTuple

from app.figures.matching.counted_fit import Fit
from app.figures.records import FigureRecord
from app.models import Article


class Candidate(NamedTuple):
    """A record that may answer; ``score`` in [0, 1], higher when its event is surely the asked one.

    ``placed`` in [0, 1] is the share of the asked names that stand beside the number itself; 1 where none is asked.
    """

    record: FigureRecord
    article: Article
    score: float
    fit: Fit
    placed: float = 1.0
