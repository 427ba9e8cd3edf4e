"""The gate."""

from pathlib import Path

import pytest

from app.errors import EvalError
from eval.dataset import shipped_names
from eval.gate import read_thresholds, refusals, require_thresholds
from eval.statistics import Estimate
from eval.summary import Summary


def summary(**metrics: Estimate) -> Summary:
    return Summary("idlib.v1", 40, metrics, {}, {}, (), {})


def estimate(value: float | None, unscored: int = 0) -> Estimate:
    return Estimate(value, None, None, 0 if value is None else 40, 40, unscored)


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        (estimate(0.81), ["figure_value on idlib.v1 was 0.81 (n=40); thresholds.toml requires 0.90"]),
        (estimate(0.8999), ["figure_value on idlib.v1 was 0.8999 (n=40); thresholds.toml requires 0.90"]),
        (estimate(0.90), []),
        (estimate(1.0), []),
        (estimate(1.0, unscored=2), ["figure_value on idlib.v1 has 2 unscored; thresholds.toml requires all scored"]),
        (estimate(None), ["figure_value on idlib.v1 was not measured; thresholds.toml requires 0.90"]),
    ],
)
def test_what_falls_short_is_said_in_one_sentence(measured: Estimate, said: list[str]) -> None:
    """What was not measured has not passed."""
    assert refusals(summary(figure_value=measured), {"idlib.v1": {"figure_value": 0.9}}) == said


def test_a_metric_that_vanished_is_refused() -> None:
    """Renaming a metric must not open the gate."""
    assert refusals(summary(), {"idlib.v1": {"mrr": 0.5}}) == [
        "mrr on idlib.v1 was not measured; thresholds.toml requires 0.50"
    ]


def test_a_dataset_without_thresholds_is_an_error() -> None:
    """It says what to add."""
    with pytest.raises(EvalError, match=r"no table for idlib\.v1"):
        require_thresholds(["idlib.v1"], {})


@pytest.mark.parametrize(
    "content",
    ['["a"]\njudge_right = 0.5', '["a"]\nfigure_value = 1.5', '["a"]\nfigure_value = "high"', "= nonsense"],
)
def test_a_bad_thresholds_file_is_refused(tmp_path: Path, content: str) -> None:
    """A judge is never part of the gate."""
    path = tmp_path / "thresholds.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EvalError, match=r"thresholds\.toml"):
        read_thresholds(path)


def test_every_shipped_dataset_has_thresholds() -> None:
    """And so have all of them together; no table is without its dataset."""
    assert set(read_thresholds()) == {"all", *shipped_names()}
