"""From articles to drafts: what is new is cut, encoded in large batches and committed as pending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Literal, NamedTuple

import numpy as np

from app.archive.chunking import chunk_article, embedded_text
from app.archive.identity import content_hash
from app.archive.making import UNFINISHED, Making, record_making, stored_making
from app.archive.outbox import Outbox
from app.archive.rows import Draft
from app.archive.truth import Truth
from app.archive.upkeep import OnProgress, stored_versions
from app.embeddings.protocol import Embedder
from app.models import Article, Chunk, Span

FIRST_BATCH_CHUNKS = 100
"""The first batch is small and each next one twice as large, so that a slow machine shows and keeps something soon."""
CHUNKS_PER_BATCH = 1_000
ARTICLES_PER_BATCH = 1_000

Outcome = Literal["added", "updated", "unchanged"]
WrittenFigures = Callable[[Article], Sequence[tuple[float, str]]]


class Added(NamedTuple):
    """What became of one article; ``version`` is the newest one now, ``chunks`` how many of it are searched."""

    article_id: str
    version: int
    outcome: Outcome
    chunks: int


class Cut(NamedTuple):
    """An article on its way in; ``chunks`` None when the archive holds it as it is."""

    article: Article
    content_hash: str
    chunks: Sequence[Chunk] | None


class Intake:
    """Stores articles batch by batch while the indexes take in the batch before.

    Args:
        truth: where articles are committed.
        outbox: told after every commit.
        embedder: counts tokens and encodes.
        write_figures: the figures of an article as ``(value, JSON)``.
    """

    def __init__(self, truth: Truth, outbox: Outbox, embedder: Embedder, write_figures: WrittenFigures) -> None:
        self._truth = truth
        self._outbox = outbox
        self._embedder = embedder
        self._write_figures = write_figures

    def add(self, articles: Iterable[Article]) -> Iterator[Added]:
        """What became of each article, in order, once it is committed; all are searchable when this ends."""
        indexing: Future[None] | None = None
        try:
            for batch in self._batches(articles):
                yield from self._store(batch)
                if indexing is not None and indexing.done():
                    indexing.result()
                indexing = self._outbox.drain_soon()
        finally:
            if indexing is not None:
                indexing.result()

    def draft(self, cuts: Sequence[tuple[Article, str, Sequence[Chunk]]]) -> list[Draft]:
        """Encode cut articles together, so that the embedder can sort many texts by length."""
        texts = [embedded_text(article, chunk) for article, _, chunks in cuts for chunk in chunks]
        with ThreadPoolExecutor(1) as beside:
            figures = beside.map(self._write_figures, [article for article, *_ in cuts])  # while the embedder computes
            vectors = self._embedder.encode(texts).astype(np.float16)
        drafts, done = [], 0
        for (article, digest, chunks), written in zip(cuts, figures, strict=True):
            spans = tuple(Span(chunk.start, chunk.end) for chunk in chunks)
            drafts.append(Draft(article, digest, spans, vectors[done : done + len(chunks)], tuple(written)))
            done += len(chunks)
        return drafts

    def cut(self, article: Article) -> list[Chunk]:
        """The article's chunks, none longer than the embedder's window."""
        return chunk_article(article, self._embedder.count_tokens, max_tokens=self._embedder.max_tokens)

    def make_anew(self, making: Making, on_progress: OnProgress | None) -> None:
        """Cut and encode every newest version again if the stored ones were made otherwise; older ones lose theirs."""
        if stored_making(self._truth) == making:
            return
        record_making(self._truth, UNFINISHED)
        self._truth.drop_superseded_chunks()
        total, done = self._truth.counts().chunks, 0
        for versions in stored_versions(self._truth):
            cuts = [(version.article, "", self.cut(version.article)) for version in versions]
            self._truth.replace_chunks(
                [(version.row, draft) for version, draft in zip(versions, self.draft(cuts), strict=True)]
            )
            done += sum(len(version.spans) for version in versions)
            if on_progress is not None:
                on_progress(done, total)
        record_making(self._truth, making)

    def _batches(self, articles: Iterable[Article]) -> Iterator[list[Cut]]:
        batch: dict[str, Cut] = {}
        chunks, limit = 0, min(FIRST_BATCH_CHUNKS, CHUNKS_PER_BATCH)
        for article in articles:
            if article.article_id in batch or chunks >= limit or len(batch) >= ARTICLES_PER_BATCH:
                yield list(batch.values())
                batch, chunks, limit = {}, 0, min(2 * limit, CHUNKS_PER_BATCH)
            cut = self._cut_if_new(article)
            batch[article.article_id] = cut
            chunks += len(cut.chunks or ())
        if batch:
            yield list(batch.values())

    def _cut_if_new(self, article: Article) -> Cut:
        digest = content_hash(article)
        newest = self._truth.newest(article.article_id)
        if newest and newest.content_hash == digest:
            return Cut(article, digest, None)
        return Cut(article, digest, self.cut(article))

    def _store(self, batch: Sequence[Cut]) -> list[Added]:
        drafts = self.draft([(cut.article, cut.content_hash, cut.chunks) for cut in batch if cut.chunks is not None])
        stored = self._truth.store(drafts, now())
        outcomes = {
            draft.article.article_id: _outcome(draft, version, new)
            for draft, (version, new) in zip(drafts, stored, strict=True)
        }
        return [outcomes.get(cut.article.article_id) or self._unchanged(cut.article) for cut in batch]

    def _unchanged(self, article: Article) -> Added:
        newest = self._truth.newest(article.article_id)
        return Added(article.article_id, newest.version if newest else 0, "unchanged", 0)


def now() -> str:
    """The time to the second, UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _outcome(draft: Draft, version: int, new: bool) -> Added:
    outcome: Outcome = "unchanged" if not new else "added" if version == 1 else "updated"
    return Added(draft.article.article_id, version, outcome, len(draft.spans) if new else 0)
