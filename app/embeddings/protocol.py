"""What the rest of Dateline asks of an embedding model."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns text into unit vectors, so that a dot product is the cosine in [-1, 1].

    Every method may be called from several threads at once.
    """

    @property
    def name(self) -> str:
        """The model's name, such as ``all-MiniLM-L6-v2``."""
        ...

    @property
    def fingerprint(self) -> str:
        """Hexadecimal start of the weights' hash; equal fingerprints mean comparable vectors."""
        ...

    @property
    def backend(self) -> str:
        """What computes the vectors and how exactly, such as ``openvino-bf16`` or ``torch-fp32``."""
        ...

    @property
    def reason(self) -> str:
        """Why this backend was chosen, for ``dateline doctor``."""
        ...

    @property
    def dimension(self) -> int: ...

    @property
    def max_tokens(self) -> int:
        """The model's window in tokens, special tokens included; longer text is cut."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of shape ``(len(texts), dimension)``, in the order of ``texts``."""
        ...

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """One unit vector of shape ``(dimension,)``, by the path with the least latency."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each whole text, special tokens left out, never cut at the window."""
        ...
