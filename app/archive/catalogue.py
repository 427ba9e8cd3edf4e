"""What may be searched, held in memory: one small entry per article, so that filters need no SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.models import SearchFilters


class Entry(NamedTuple):
    """The newest version of one article; ``day`` is ``YYYYMMDD`` as a number, 0 when unknown."""

    row: int
    article_id: str
    version: int
    day: int
    source: str | None
    language: str | None
    chunk_count: int


class Bounds(NamedTuple):
    """Filters as numbers and folded text: ``first_day <= day <= last_day``, day 0 only when ``undated`` may pass."""

    first_day: int
    last_day: int
    undated: bool
    sources: frozenset[str]
    language: str | None


def day_number(published_at: str | None) -> int:
    """``2020-02-28…`` as 20200228; 0 for None."""
    return int(published_at[:10].replace("-", "")) if published_at else 0


def folded(name: str | None) -> str:
    """A source or language as it is compared: case and outer spaces do not matter."""
    return (name or "").strip().casefold()


def bounds_of(filters: SearchFilters) -> Bounds | None:
    """The filters ready to compare; None when they let everything pass."""
    if filters == SearchFilters():
        return None
    lasts = [day_number(day) for day in (filters.as_of, filters.published_before) if day]
    first = day_number(filters.published_after)
    return Bounds(
        first_day=first,
        last_day=min(lasts, default=99_999_999),
        undated=not (filters.published_after or filters.published_before),
        sources=frozenset(map(folded, filters.sources)),
        language=folded(filters.language) or None,
    )


class Catalogue:
    """An immutable set of entries; changing it makes another, so that searches never see half a change."""

    def __init__(self, entries: Mapping[int, Entry]) -> None:
        self.entries = entries

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Catalogue:
        return cls({entry.row: entry for entry in entries})

    def changed(self, *, removed: Iterable[int] = (), added: Iterable[Entry] = ()) -> Catalogue:
        """This catalogue without the rows ``removed`` and with the entries ``added``."""
        entries = dict(self.entries)
        for row in removed:
            entries.pop(row, None)
        entries.update((entry.row, entry) for entry in added)
        return Catalogue(entries)

    @cached_property
    def by_article(self) -> dict[str, Entry]:
        return {entry.article_id: entry for entry in self.entries.values()}

    def has(self, version: tuple[str, int]) -> bool:
        """Whether this ``(article_id, version)`` is searched: stored, indexed and not replaced by a newer one."""
        entry = self.by_article.get(version[0])
        return entry is not None and entry.version == version[1]

    def days(self, article_ids: Iterable[str]) -> list[str | None]:
        """The day of each article, ``YYYY-MM-DD``; None when it is unknown."""
        found = [entry.day if (entry := self.by_article.get(article_id)) else 0 for article_id in article_ids]
        return [f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}" if day else None for day in found]

    @cached_property
    def sources(self) -> list[str]:
        """Every source as it is written, in order of name."""
        return sorted({entry.source for entry in self.entries.values() if entry.source is not None})

    @cached_property
    def chunk_total(self) -> int:
        return int(self._chunk_counts.sum())

    @cached_property
    def last_row(self) -> int:
        return max(self.entries, default=0)

    def allowed(self, bounds: Bounds) -> tuple[NDArray[np.int64], int]:
        """The rows that pass and how many chunks they have."""
        passing = (self._days >= bounds.first_day) & (self._days <= bounds.last_day)
        if not bounds.undated:
            passing &= self._days > 0
        if bounds.sources:
            passing &= np.isin(self._sources, [self._source_codes.get(name, -1) for name in bounds.sources])
        if bounds.language is not None:
            passing &= self._languages == self._language_codes.get(bounds.language, -1)
        return self._rows[passing], int(self._chunk_counts[passing].sum())

    @cached_property
    def _rows(self) -> NDArray[np.int64]:
        return np.fromiter(self.entries, dtype=np.int64, count=len(self.entries))

    @cached_property
    def _days(self) -> NDArray[np.int32]:
        return np.fromiter((entry.day for entry in self.entries.values()), np.int32, len(self.entries))

    @cached_property
    def _chunk_counts(self) -> NDArray[np.int32]:
        return np.fromiter((entry.chunk_count for entry in self.entries.values()), np.int32, len(self.entries))

    @cached_property
    def _source_codes(self) -> dict[str, int]:
        return _codes(folded(entry.source) for entry in self.entries.values())

    @cached_property
    def _sources(self) -> NDArray[np.int32]:
        codes = self._source_codes
        return np.fromiter((codes[folded(e.source)] for e in self.entries.values()), np.int32, len(self.entries))

    @cached_property
    def _language_codes(self) -> dict[str, int]:
        return _codes(folded(entry.language) for entry in self.entries.values())

    @cached_property
    def _languages(self) -> NDArray[np.int32]:
        codes = self._language_codes
        return np.fromiter((codes[folded(e.language)] for e in self.entries.values()), np.int32, len(self.entries))


def passes(entry: Entry, bounds: Bounds) -> bool:
    """Whether one article may be found under these filters; the plain reading of ``Catalogue.allowed``."""
    return (
        bounds.first_day <= entry.day <= bounds.last_day
        and (bounds.undated or entry.day > 0)
        and (not bounds.sources or folded(entry.source) in bounds.sources)
        and (bounds.language is None or folded(entry.language) == bounds.language)
    )


def _codes(names: Iterable[str]) -> dict[str, int]:
    return {name: code for code, name in enumerate(dict.fromkeys(names))}
