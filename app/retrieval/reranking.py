"""An optional second look by a cross-encoder, which reads question and passage together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from app.errors import EmbeddingError
from app.models import Passage

RERANKED = 40
"""The best so many passages are read again; a small model needs about 10 ms for each."""


class Reranker(Protocol):
    """Reads a question with each text."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers, 0..1, in order."""
        ...


class CrossEncoderReranker:
    """A sentence-transformers ``CrossEncoder``, loaded when made.

    Args:
        model: a model name or folder.

    Raises:
        EmbeddingError: the model cannot be found or loaded.
    """

    def __init__(self, model: str) -> None:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 - imports torch, seconds that most never need

        try:
            self._model = CrossEncoder(model, device="cpu", num_labels=1)
        except (OSError, ValueError) as error:
            raise EmbeddingError(
                f"The reranker {model} cannot be loaded: {error}",
                hint="Name a sentence-transformers CrossEncoder in DATELINE_RERANKER_MODEL, or leave it empty.",
            ) from error

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        raw = self._model.predict([(question, text) for text in texts], batch_size=16, show_progress_bar=False)
        return [float(score) for score in raw]


def reranked(reranker: Reranker, question: str, passages: Sequence[Passage]) -> list[Passage]:
    """The passages with the first RERANKED in the reranker's order; their scores stay above those of the rest."""
    head, tail = passages[:RERANKED], passages[RERANKED:]
    if not head:
        return []
    scores = reranker.scores(question, [f"{passage.title}\n{passage.text}" for passage in head])
    floor = math.ceil(max((passage.score for passage in tail), default=0.0))
    order = sorted(range(len(head)), key=lambda place: (-scores[place], place))
    return [*(replace(head[place], score=floor + scores[place]) for place in order), *tail]
