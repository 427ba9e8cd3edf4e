"""Embeddings by sentence-transformers as it comes: any model, its own pooling and prompts, fp32."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import EmbeddingError

BATCH_SIZE = 32  # sentence-transformers' own; 16 was a quarter slower here


class TorchEmbedder:
    """An :class:`~app.embeddings.protocol.Embedder` over a sentence-transformers folder.

    One computation at a time: two at once on all cores took 400 ms a query where one takes 10. The lock is
    given up after each batch, so that a query waits for one batch at most.

    Raises:
        EmbeddingError: the folder cannot be loaded.
    """

    backend = "torch-fp32"

    def __init__(self, folder: Path, *, name: str, fingerprint: str, reason: str = "") -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.reason = reason
        self._model = _loaded(folder)
        self._lock = Lock()
        self.dimension = int(self._model.get_embedding_dimension())
        self.max_tokens = int(self._model.max_seq_length or 512)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        longest_first = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
        for at in range(0, len(texts), BATCH_SIZE):
            rows = longest_first[at : at + BATCH_SIZE]
            vectors[rows] = self._encoded(self._model.encode_document, [texts[row] for row in rows])
        return vectors

    def encode_query(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._encoded(self._model.encode_query, [text])[0]
        return vector

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        with self._lock:
            encoded = self._model.tokenizer(list(texts), add_special_tokens=False, truncation=False, verbose=False)
        return [len(ids) for ids in encoded["input_ids"]]

    def _encoded(self, encode: Any, texts: list[str]) -> NDArray[np.float32]:
        with self._lock:
            return np.asarray(encode(texts, normalize_embeddings=True, show_progress_bar=False), dtype=np.float32)


def _loaded(folder: Path) -> Any:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  # ten seconds and 600 MB

    try:
        return SentenceTransformer(str(folder), device="cpu")
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise EmbeddingError(
            f"sentence-transformers cannot load the embedding model in {folder} ({error}).",
            hint="Name a folder that sentence-transformers saved, or use the default model.",
        ) from error
