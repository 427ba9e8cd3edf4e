"""Finds out which answers given earlier no longer give the right figure; asks again only where it may matter."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from app.answering.answerer import Answerer
from app.archive.catalogue import Catalogue
from app.archive.watched import Checked, Unconcerned, Watched, versions_cited
from app.errors import ArticleNotFound
from app.models import Answer, Ask, Citation
from app.watching.changes import FigureChange, figure_change
from app.watching.news import News

_MOST_READ = 200
"""With more new articles than this, asking again is cheaper than reading their figures for each question."""
_CHANGE = TypeAdapter(FigureChange)


@dataclass(frozen=True, slots=True)
class Watch:
    """Answers whose figures changed, in the order in which it was noticed; ``cursor`` asks for later ones next time."""

    cursor: int
    changes: list[FigureChange]


class Watcher:
    """Compares answers given earlier with what the archive says now; safe to call from several threads.

    An answer is asked again only when an article that came since gives a figure for its question, or when an article it
    cites left the archive. What was found is kept, so that the next call looks at newer articles only.

    Args:
        answerer: answers again, from the archive that holds the receipts.
    """

    def __init__(self, answerer: Answerer) -> None:
        self._answerer = answerer
        self._archive = answerer.archive
        self._checking = threading.Lock()

    def watch(self, since: int = 0) -> Watch:
        """The changed answers found after the cursor ``since``; 0 gives every answer that is outdated now.

        Raises:
            ArchiveUnwritable: what was found could not be kept.
        """
        with self._checking:
            self._check(self._archive.catalogue)
        cursor, changes = self._archive.watched.changes(since)
        return Watch(cursor, [_CHANGE.validate_json(change) for change in changes])

    def _check(self, catalogue: Catalogue) -> None:
        due = self._archive.watched.due(catalogue.last_row)
        news = self._news(catalogue, min((watched.checked for watched in due), default=catalogue.last_row))
        questions: dict[Ask, list[Watched]] = {}
        for watched in due:
            questions.setdefault(watched.ask, []).append(watched)
        checks = [check for ask, group in questions.items() for check in self._checks(ask, group, news, catalogue)]
        if checks:
            self._archive.watched.settle(checks, catalogue.last_row)

    def _news(self, catalogue: Catalogue, row: int) -> News | None:
        """The articles that became searchable after ``row``; None when they are too many to read."""
        entries = [entry for entry in catalogue.entries.values() if entry.row > row]
        if len(entries) > _MOST_READ:
            return None
        versions = [(entry.article_id, entry.version) for entry in entries]
        try:
            articles = {version: self._archive.article(*version) for version in versions}
        except ArticleNotFound:  # deleted meanwhile: what is left is too little to tell whom it concerns
            return None
        return News(entries, articles, self._archive.figures.for_articles(versions))

    def _checks(
        self, ask: Ask, due: Sequence[Watched], news: News | None, catalogue: Catalogue
    ) -> list[Checked | Unconcerned]:
        """What became of every answer to one question; it is asked again at most once, and not without need."""
        lost = any(watched.lost for watched in due)
        if news is not None and not lost and not news.concern(ask):
            return [Unconcerned(watched.answer_id) for watched in due]
        now = self._answerer.answer(ask, record=False)
        given = ((watched.row, self._archive.receipts.find(watched.answer_id)) for watched in due)
        return [_checked(before, now, row, catalogue) for row, before in given if before]  # none: forgotten meanwhile


def _checked(before: Answer, now: Answer, row: int, catalogue: Catalogue) -> Checked:
    def is_new(citation: Citation) -> bool:
        entry = catalogue.by_article.get(citation.article_id)
        return entry is None or entry.row > row  # what the catalogue does not have yet came a moment ago

    gone = not all(map(catalogue.has, versions_cited(before)))
    change = figure_change(before, now, is_new=is_new, gone=gone)
    rests_on = filter(catalogue.has, dict.fromkeys((*versions_cited(before), *versions_cited(now))))
    return Checked(before.id, _CHANGE.dump_json(change).decode() if change else None, tuple(rests_on))
