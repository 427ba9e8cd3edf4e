"""Questions worth asking, made from recent articles; only such as the archive answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from app.dateline import Dateline
from app.english import MONTHS
from app.figures.records import FigureRecord
from app.models import Article, Ask
from app.retrieval.demonyms import place_of

MOST_PROMPTS = 4
"""Slack shows so many."""
_RECENT = 60
_TRIED = 12
_LEAST = 10
_TIMES = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years", "times"})


class Prompts:
    """Suggested questions for an empty conversation, found once for each state of the archive.

    Args:
        dateline: an open archive.
    """

    def __init__(self, dateline: Dateline) -> None:
        self._dateline = dateline
        self._found = lru_cache(maxsize=1)(self._find)

    def suggested(self) -> tuple[str, ...]:
        """At most ``MOST_PROMPTS`` questions, about the newest articles first."""
        return self._found(self._dateline.archive.version)

    def _find(self, version: int) -> tuple[str, ...]:
        found: list[str] = []
        for tried, question in enumerate(self._candidates()):
            if tried == _TRIED or len(found) == MOST_PROMPTS:
                break
            if (
                self._dateline.answerer.answer(Ask(question, writer="extractive"), record=False).status
                != "not_in_archive"
            ):
                found.append(question)
        return tuple(found)

    def _candidates(self) -> Iterator[str]:
        """One question for each recent article that counts something in a named place."""
        archive = self._dateline.archive
        told: set[str] = set()
        for article in archive.articles(limit=_RECENT):
            for record in archive.figures.for_articles([(article.article_id, article.version)]):
                if record.counted and record.counted not in told and _is_worth_asking(record, article):
                    told.add(record.counted)
                    yield f"How many {record.counted} in {record.place}?"
                    break


def _is_worth_asking(record: FigureRecord, article: Article) -> bool:
    """A real count, not of hours or days, in what is the name of a place."""
    counted = (record.counted or "").split()
    is_count = record.unit is None and record.value >= _LEAST and not record.hedged and not record.part_of_other
    return is_count and counted[-1] not in _TIMES and _is_place(record.place, article)


def _is_place(name: str | None, article: Article) -> bool:
    """Whether the article says "in" it, and it is neither a people ("Turkish") nor a month."""
    if name is None:
        return False
    is_noun = place_of(name) in {None, name.lower()} and name not in MONTHS and not name.endswith(("'s", "’s"))
    return is_noun and f" in {name}" in article.text
