"""The committed baselines: comparing works in a fresh clone."""

import pytest

from eval.compare import compare
from eval.dataset import SHIPPED, load_dataset, shipped_names
from eval.pairing import comparable
from eval.runs import read_config, read_scored

BASELINES = SHIPPED.parent / "baselines"


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_dataset_has_a_baseline_of_its_own_cases(name: str) -> None:
    """Made from the dataset as it is, by extracts, with every case answered."""
    dataset, config = load_dataset(SHIPPED / f"{name}.jsonl"), read_config(BASELINES / name)
    assert config["dataset"] == {"name": name, "sha256": dataset.sha256, "cases": len(dataset.cases)}
    assert config["writers_seen"] == ["extractive"]
    scored = read_scored(BASELINES / name)
    assert list(scored) == [case.id for case in dataset.cases]
    assert all(row.observed for row in scored.values())


def test_all_baselines_compare_with_themselves() -> None:
    """As a folder of runs, without a difference."""
    found = compare(*comparable(BASELINES, BASELINES))
    assert (found.cases, found.broken, found.mended) == (found.identical, (), ())
    assert {estimate.value for estimate in found.differences.values()} == {0.0}
