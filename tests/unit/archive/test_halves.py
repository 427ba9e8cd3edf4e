import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from app.archive.halves import cosines


@given(arrays(np.float16, (7, 5), elements=st.floats(-1, 1, width=16)))
def test_every_half_has_its_own_value(halves: np.ndarray) -> None:
    """Times a unit vector, the result is the converted number, subnormal ones and zeros included."""
    for column in range(5):
        unit = np.eye(5, dtype=np.float32)[column]
        assert cosines(halves, unit).tolist() == halves[:, column].astype(np.float32).tolist()


@pytest.mark.parametrize("rows", [0, 1, 511, 512, 513, 1500])
def test_products_agree_with_numpy_whatever_the_number_of_rows(rows: int) -> None:
    """Blocks join without gaps."""
    random = np.random.default_rng(3)
    halves = random.normal(size=(rows, 48)).astype(np.float16)
    vector = random.normal(size=48).astype(np.float32)
    assert cosines(halves, vector) == pytest.approx(halves.astype(np.float32) @ vector, rel=1e-5, abs=1e-5)
