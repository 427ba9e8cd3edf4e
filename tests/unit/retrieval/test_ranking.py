import numpy as np
import pytest

from app.archive.protocols import chunk_ref
from app.retrieval.candidates import Candidates
from app.retrieval.fusion import COSINE_WEIGHT
from app.retrieval.ranking import corrected, shortlist


def candidates(*cosines: float, named: tuple[bool, ...] = ()) -> Candidates:
    """Chunks that the words found, their cosines estimated."""
    ids = tuple(f"a{number}:1:0-9" for number in range(len(cosines)))
    return Candidates(
        ids=ids,
        refs=tuple(map(chunk_ref, ids)),
        days=(None,) * len(ids),
        words=np.ones(len(ids)),
        cosines=np.array(cosines),
        estimated=np.ones(len(ids), dtype=np.bool_),
        named=np.array(named or (False,) * len(ids)),
    )


def test_a_looked_up_cosine_takes_the_place_of_its_estimate() -> None:
    """A chunk nearer than was guessed rises by as much, one farther falls, and the scores given stay as they were."""
    scores = np.array([2.0, 2.0, 2.0])

    found = corrected(scores, candidates(0.3, 0.3, 0.3), {0: 0.5, 2: 0.1})

    assert found.tolist() == pytest.approx([2.0 + 0.2 * COSINE_WEIGHT, 2.0, 2.0 - 0.2 * COSINE_WEIGHT])
    assert scores.tolist() == [2.0, 2.0, 2.0]


def test_the_best_and_all_of_named_outlets_are_read() -> None:
    """In order of place; of equal scores the first."""
    found = shortlist(candidates(0, 0, 0, 0, named=(False, False, False, True)), np.array([1.0, 3.0, 1.0, 0.0]), 2)

    assert found == [0, 1, 3]
