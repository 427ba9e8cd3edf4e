"""Stand-ins that implement the project's protocols without models, disks or networks."""

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray


class HashEmbedder:
    """A deterministic bag of hashed words: texts that share words are near each other.

    A text without words gets the first basis vector, so that every vector has unit length.
    """

    def __init__(self, dimension: int = 64, *, name: str = "hash", max_tokens: int = 256) -> None:
        self.name = name
        self.fingerprint = f"{crc32(f'{name}-{dimension}'.encode()):08x}"
        self.backend = "hash"
        self.reason = "a stand-in for tests"
        self.dimension = dimension
        self.max_tokens = max_tokens

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        return np.stack([self.encode_query(text) for text in texts])

    def encode_query(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for word in _words(text):
            seed = crc32(word.encode())
            vector[seed % self.dimension] += 1.0 if seed & 0x8000_0000 else -1.0
        length = float(np.linalg.norm(vector))
        if length == 0.0:
            vector[0] = length = 1.0
        return vector / np.float32(length)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(_words(text)) for text in texts]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
