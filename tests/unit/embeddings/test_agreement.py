import numpy as np
import pytest
from numpy.typing import NDArray

from app.embeddings.agreement import agreement
from app.embeddings.sample_sentences import SAMPLE_SENTENCES


def unit_vectors(seed: int, rows: int = 40) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).normal(size=(rows, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def test_equal_vectors_agree_fully() -> None:
    """The same vectors have the same neighbours."""
    found = agreement(unit_vectors(1), unit_vectors(1))
    assert found.ten_nearest == 1.0
    assert found.cosine == pytest.approx(1.0)
    assert found.enough


def test_unrelated_vectors_are_refused() -> None:
    """Random vectors share about ten of thirty-nine neighbours by chance."""
    found = agreement(unit_vectors(1), unit_vectors(2))
    assert found.ten_nearest < 0.5
    assert not found.enough


def test_one_changed_neighbour_is_counted() -> None:
    """Eleven others, of which ten are nearest: swapping the last two costs one text a tenth."""
    angles = np.linspace(0.0, 1.1, 12)
    reference = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    moved = reference.copy()
    moved[[10, 11]] = reference[[11, 10]]
    found = agreement(moved, reference)
    assert 0.9 <= found.ten_nearest < 1.0
    assert found.least_cosine < found.cosine < 1.0


def test_sample_sentences_are_distinct() -> None:
    """A sentence that came twice would be its own nearest neighbour."""
    assert len(set(SAMPLE_SENTENCES)) == len(SAMPLE_SENTENCES) == 72
