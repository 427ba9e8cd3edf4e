"""Brings stored figures up to the extractor in use; articles stay as they are, nothing is encoded."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from app.archive.truth import Truth
from app.figures.records import FigureRecord
from app.models import Article

MOST_AT_OPENING = 2_000
"""Versions that are read again when an archive opens, about five seconds' work; more wait for ``dateline reindex``."""
_PER_BATCH = 200
_RECORDED_AS = "extractor"

Extract = Callable[[Article], Sequence[FigureRecord]]
WrittenFigures = Callable[[Article], Sequence[tuple[float, str]]]

_log = logging.getLogger(__name__)


def no_figures(_: Article) -> Sequence[FigureRecord]:
    """The extractor of an archive without figures."""
    return ()


def renew_at_opening(truth: Truth, extractor: str, figures_of: WrittenFigures) -> None:
    """Read stored articles again when another extractor read them; a large archive is only warned about."""
    stored, rows = truth.meta(_RECORDED_AS), truth.version_rows()
    if stored == extractor:
        return
    if len(rows) > MOST_AT_OPENING:
        _log.warning(
            "The figures of %d stored articles were read by an older extractor; run dateline reindex.", len(rows)
        )
        return
    if rows:
        _log.info("Reading the figures of %d stored articles again, with extractor %s.", len(rows), extractor)
    renew(truth, extractor, figures_of)


def renew(
    truth: Truth, extractor: str, figures_of: WrittenFigures, on_progress: Callable[[int, int], None] | None = None
) -> None:
    """Read every stored version again and record the extractor.

    Args:
        on_progress: told how many of how many versions are done.
    """
    rows = truth.version_rows()
    for start in range(0, len(rows), _PER_BATCH):
        articles = truth.articles_at(rows[start : start + _PER_BATCH])
        truth.replace_figures({row: figures_of(article) for row, article in articles.items()})
        if on_progress is not None:
            on_progress(min(start + _PER_BATCH, len(rows)), len(rows))
    truth.set_meta(**{_RECORDED_AS: extractor})
