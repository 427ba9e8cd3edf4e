import numpy as np
import pytest

from app.retrieval.fusion import best_of_group, fused, scaled


@pytest.mark.parametrize(
    ("scores", "expected"), [([], []), ([0.0, 0.0], [0.0, 0.0]), ([2.0, 4.0, 0.0], [0.5, 1.0, 0.0])]
)
def test_scaled_by_the_best(scores: list[float], expected: list[float]) -> None:
    """The best becomes 1; nothing found stays 0."""
    assert scaled(np.array(scores)).tolist() == expected


def test_best_of_group_is_shared_by_the_group() -> None:
    """Each place gets the highest score of its group, also below 0."""
    assert best_of_group(np.array([0.2, -1.0, 0.6, -2.0]), ["a", "b", "a", "b"]).tolist() == [0.6, -1.0, 0.6, -1.0]


def test_a_chunk_of_a_better_article_wins() -> None:
    """Of two equal chunks the one beside a strong chunk of its article comes first."""
    scores = fused(np.array([1.0, 1.0, 9.0]), np.array([0.3, 0.3, 0.8]), ["lone", "strong", "strong"])
    assert scores[2] > scores[1] > scores[0]


def test_both_indexes_count() -> None:
    """More of either, all else equal, is better."""
    base = fused(np.array([4.0, 2.0]), np.array([0.2, 0.2]), ["a", "b"])
    more = fused(np.array([4.0, 2.0]), np.array([0.2, 0.9]), ["a", "b"])
    assert base[0] > base[1]
    assert more[1] > base[1]
