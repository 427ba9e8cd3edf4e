"""How well the vectors of one backend stand in for those of another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_AGREEMENT = 0.98
"""Of the ten nearest: below this a faster backend is refused."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """``cosine`` is the mean and ``least_cosine`` the minimum over texts; ``ten_nearest`` lies in [0, 1]."""

    cosine: float
    least_cosine: float
    ten_nearest: float
    texts: int

    @property
    def enough(self) -> bool:
        return self.ten_nearest >= LEAST_AGREEMENT


def agreement(vectors: NDArray[np.float32], reference: NDArray[np.float32]) -> Agreement:
    """Compare two sets of unit vectors of the same texts, each of shape ``(n, d)`` with n over 10.

    ``ten_nearest`` is the mean share of a text's ten nearest other texts by ``reference`` that are also
    among its ten nearest by ``vectors``.
    """
    cosines = np.sum(vectors * reference, axis=1)
    mine, theirs = _ten_nearest(vectors), _ten_nearest(reference)
    shared = [len(set(left) & set(right)) / 10 for left, right in zip(mine.tolist(), theirs.tolist(), strict=True)]
    return Agreement(float(cosines.mean()), float(cosines.min()), float(np.mean(shared)), len(shared))


def _ten_nearest(vectors: NDArray[np.float32]) -> NDArray[np.intp]:
    """Row numbers of the ten nearest others, shape ``(n, 10)``, in no order."""
    scores = vectors @ vectors.T
    np.fill_diagonal(scores, -2.0)
    return np.argpartition(-scores, 10, axis=1)[:, :10]
