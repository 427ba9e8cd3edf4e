"""The archive: one truth in SQLite, two indexes in step with it, behind one class."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from app.archive.catalogue import Catalogue, Entry, bounds_of
from app.archive.coverage import Coverage, coverage_of
from app.archive.figure_renewal import Extract, no_figures, renew, renew_at_opening
from app.archive.inbox import Inbox
from app.archive.intake import Added, Intake, now
from app.archive.making import Making
from app.archive.mentions import Mention, Mentions
from app.archive.nearest import Nearest
from app.archive.outbox import Outbox
from app.archive.parts import Parts, open_parts
from app.archive.protocols import Hit, Removal, chunk_id
from app.archive.slices import Slices
from app.archive.status import ArchiveStatus, status_of
from app.archive.stores import ConversationStore, FeedbackStore, FigureStore, ReceiptStore
from app.archive.subscriptions import SubscriptionStore
from app.archive.upkeep import OnProgress, open_in_step, rebuild
from app.archive.watched import WatchedStore
from app.archive.workings import WorkingStore
from app.embeddings.protocol import Embedder
from app.errors import ArticleNotFound
from app.models import Article, Passage, SearchFilters

__all__ = ["Added", "Archive", "ArchiveStatus", "Hit"]

_EVERYTHING = SearchFilters()


class Archive:
    """Articles with their versions, chunks, vectors and words; made with ``Archive.open``.

    Searches see committed and indexed articles only, always in their newest version. All methods may be called from
    several threads.
    """

    def __init__(self, parts: Parts, embedder: Embedder, extract: Extract, extractor: str) -> None:
        self._parts = parts
        self._extract = extract
        self._extractor = extractor
        self._truth = parts.truth
        self._indexes = (parts.vectors, parts.words)
        self.figures = FigureStore(parts.database)
        self.conversations = ConversationStore(parts.database)
        self.feedback = FeedbackStore(parts.database)
        self.receipts = ReceiptStore(parts.database)
        self.workings = WorkingStore(parts.database)
        self.watched = WatchedStore(parts.database)
        self.inbox = Inbox(parts.database)
        self.subscriptions = SubscriptionStore(parts.database)
        self._mentions = Mentions(parts.truth, parts.words)
        self._slices = Slices(parts.truth, parts.making.dimension)
        self._catalogue = Catalogue({})
        self._catalogue_lock = threading.Lock()
        self._outbox = Outbox(parts.truth, self._indexes, self._on_applied)
        self._nearest = Nearest(parts.vectors, parts.truth, embedder.dimension)
        self._intake = Intake(parts.truth, self._outbox, embedder, self._figures)

    @classmethod
    def open(
        cls,
        folder: Path,
        embedder: Embedder,
        *,
        chroma_url: str | None = None,
        extract: Extract = no_figures,
        extractor: str = "",
        purpose: str = "dateline",
        rebuild: bool = False,
    ) -> Self:
        """The archive in ``folder``, made when there is none; both indexes proved and everything pending finished.

        Args:
            folder: holds everything but the vectors of a Chroma server.
            embedder: must be the model the archive was made with.
            chroma_url: a Chroma server for the vectors; None keeps them in the folder.
            extract: the figures of an article, stored with each version.
            extractor: names the version of ``extract``; figures that another one read are read again, at once or,
                in a large archive, by ``reindex``.
            purpose: what this process does, for others who find the archive in use.
            rebuild: open it whatever it was made with and prove nothing, because ``reindex`` is called next.

        Raises:
            ArchiveLocked: another process has it open.
            ArchiveMismatch: made with another model, chunker or schema.
            ArchiveDamaged: an index could not be repaired.
            ArchiveUnwritable: the folder is read-only or the disk full.
        """
        parts = open_parts(folder, Making.of(embedder), chroma_url=chroma_url, purpose=purpose, any_making=rebuild)
        try:
            archive = cls(parts, embedder, extract, extractor)
            if not rebuild:
                open_in_step(archive._indexes, parts.truth, archive._outbox.drain)
                archive._catalogue = Catalogue.of(parts.truth.entries())
                renew_at_opening(parts.truth, extractor, archive._figures)
        except BaseException:
            parts.close()
            raise
        return archive

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Finish what is being indexed and let go of every file."""
        self._outbox.close()
        self._parts.close()

    @property
    def catalogue(self) -> Catalogue:
        """What can be searched at this moment; it does not change once given."""
        return self._catalogue

    @property
    def version(self) -> int:
        """Grows with every stored or deleted article."""
        return int(self._truth.meta("version") or 0)

    def add(self, articles: Iterable[Article]) -> Iterator[Added]:
        """Store articles, streaming: what became of each, in order, once it is committed.

        Nothing happens until the iterator is consumed; when it ends, everything is searchable.

        Raises:
            ArchiveUnwritable: the disk is full or read-only; what was yielded before is kept.
        """
        return self._intake.add(articles)

    def delete(self, article_id: str) -> bool:
        """Take an article out with all its versions; False when there was none."""
        row = self._truth.delete(article_id, now())
        if row is None:
            return False
        self._outbox.drain()
        return True

    def article(self, article_id: str, version: int | None = None) -> Article:
        """The newest version, or the one asked for.

        Raises:
            ArticleNotFound: no such article or version.
        """
        found = self._truth.article(article_id, version)
        if found is None:
            which = article_id if version is None else f"{article_id}, version {version},"
            raise ArticleNotFound(f"The article {which} is not in the archive.", hint="Look it up by a search.")
        return found

    def articles(self, *, filters: SearchFilters = _EVERYTHING, limit: int = 50, offset: int = 0) -> list[Article]:
        """The newest versions, latest publication first and undated last."""
        bounds = bounds_of(filters)
        rows = None if bounds is None else self._catalogue.allowed(bounds)[0].tolist()
        return self._truth.articles_newest_first(rows, limit, offset)

    def days(self, article_ids: Sequence[str]) -> list[str | None]:
        """The day of each article's newest version from memory, ``YYYY-MM-DD``; None when it is unknown."""
        return self._catalogue.days(article_ids)

    def sources(self) -> list[str]:
        """Every source of a newest version from memory, in order of name."""
        return self._catalogue.sources

    def coverage(self) -> Coverage:
        """How many articles of each source and month."""
        return coverage_of(self._truth)

    def passages(self, hits: Sequence[Hit]) -> list[Passage]:
        """The text and origin of each hit, in order; those of articles deleted meanwhile are left out."""
        return self._slices.passages(hits)

    def vectors(self, chunk_ids: Sequence[str]) -> NDArray[np.float32]:
        """The stored vectors of these chunks: shape ``(len(chunk_ids), dimension)``, unit length.

        Raises:
            ArticleNotFound: one of the chunks is not in the archive.
        """
        return self._slices.vectors(chunk_ids)

    def search_words(self, query: str, k: int, filters: SearchFilters = _EVERYTHING) -> list[Hit]:
        """The ``k`` best chunks by BM25 over title, text, source and day; best first, scores above 0."""
        entries = self._catalogue.entries
        return [
            Hit(chunk_id(entry.article_id, entry.version, hit.span), hit.score)
            for hit in self._parts.words.search(query, k, bounds_of(filters))
            if (entry := entries.get(hit.row))
        ]

    def search_vectors(self, vector: NDArray[np.float32], k: int, filters: SearchFilters = _EVERYTHING) -> list[Hit]:
        """The ``k`` nearest chunks; best first, ``score`` is the cosine in [-1, 1]."""
        return self._nearest.search(self._catalogue, vector, k, filters)

    def mentions(self, phrases: Sequence[str], filters: SearchFilters = _EVERYTHING) -> list[Mention]:
        """Every article that has all the phrases in title or text."""
        return self._mentions.of(phrases, bounds_of(filters))

    def note_ingest(self, report: str) -> None:
        """Keep the report of an ingest, in the writer's own words, in place of the one before."""
        self._truth.set_meta(last_ingest=report)

    def last_ingest(self) -> str | None:
        """The report kept last, as it was given; None when there was none."""
        return self._truth.meta("last_ingest")

    def status(self) -> ArchiveStatus:
        """What the archive holds."""
        return status_of(self._parts)

    def reindex(self, on_progress: OnProgress | None = None) -> None:
        """Rebuild both indexes and the figures from what is stored; encode only what another model or chunker made.

        Args:
            on_progress: told how much of how much is done: of articles whose figures are read, then of chunks, once
                per index and once more when encoding.

        Raises:
            ArchiveDamaged: an index is wrong even after that.
        """
        with self._outbox.paused():
            renew(self._truth, self._extractor, self._figures, on_progress)
            self._intake.make_anew(self._parts.making, on_progress)
            for index in self._indexes:
                rebuild(index, self._truth, on_progress)
        open_in_step(self._indexes, self._truth, self._outbox.drain)
        self._catalogue = Catalogue.of(self._truth.entries())

    def _figures(self, article: Article) -> list[tuple[float, str]]:
        return [self.figures.written(record) for record in self._extract(article)]

    def _on_applied(self, removals: Sequence[Removal], added: Sequence[Entry]) -> None:
        with self._catalogue_lock:
            self._catalogue = self._catalogue.changed(removed=[removal.row for removal in removals], added=added)
