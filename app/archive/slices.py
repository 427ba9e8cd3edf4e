"""Chunks of stored articles by their ids: text, origin and vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.archive.protocols import Hit, chunk_ref
from app.archive.truth import Truth
from app.errors import ArticleNotFound
from app.models import Passage


class Slices:
    """Reads what search hits point at.

    Args:
        truth: the texts and vectors.
        dimension: of the vectors.
    """

    def __init__(self, truth: Truth, dimension: int) -> None:
        self._truth = truth
        self._dimension = dimension

    def passages(self, hits: Sequence[Hit]) -> list[Passage]:
        """The text and origin of each hit, in order; those of articles deleted meanwhile are left out."""
        refs = [chunk_ref(hit.chunk_id) for hit in hits]
        articles = self._truth.articles_of((ref.article_id, ref.version) for ref in refs)
        return [
            Passage(
                *ref,
                article.text[ref.start : ref.stop],
                article.title,
                article.source,
                article.url,
                article.published_at,
                hit.score,
            )
            for ref, hit in zip(refs, hits, strict=True)
            if (article := articles.get(ref[:2]))
        ]

    def vectors(self, chunk_ids: Sequence[str]) -> NDArray[np.float32]:
        """The stored vectors of these chunks: shape ``(len(chunk_ids), dimension)``, unit length.

        Raises:
            ArticleNotFound: one of the chunks is not in the archive.
        """
        refs = [chunk_ref(identifier) for identifier in chunk_ids]
        found = self._truth.vectors_of_chunks(refs)
        missing = next((name for name, ref in zip(chunk_ids, refs, strict=True) if ref not in found), None)
        if missing is not None:
            raise ArticleNotFound(f"The chunk {missing} is not in the archive.", hint="Search again.")
        empty = np.empty((0, self._dimension), np.float32)
        return np.stack([found[ref] for ref in refs]) if refs else empty
