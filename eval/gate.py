"""Refuse a run that is worse than the thresholds file allows."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.errors import EvalError, reason
from eval.metrics.catalogue import BY_NAME
from eval.summary import Summary

THRESHOLDS = Path(__file__).parent / "thresholds.toml"

Thresholds = Mapping[str, Mapping[str, float]]


def read_thresholds(path: Path = THRESHOLDS) -> Thresholds:
    """Lowest allowed value by dataset and metric; ``version`` stands apart in the file.

    Raises:
        EvalError: not TOML, a metric nobody defined (a judge's among them), or a value outside [0, 1].
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvalError(
            f"{path} cannot be read: {reason(error)}.", hint="It is a TOML file of dataset tables."
        ) from error
    tables.pop("version", None)
    for dataset, floors in tables.items():
        for metric, floor in floors.items():
            if metric not in BY_NAME or not isinstance(floor, int | float) or not 0 <= floor <= 1:
                raise EvalError(
                    f"{path.name}: [{dataset}] {metric} = {floor} is no threshold.",
                    hint="Name a metric of the catalogue and a value from 0 to 1; a judge is never part of the gate.",
                )
    return tables


def require_thresholds(datasets: Iterable[str], thresholds: Thresholds) -> None:
    """Nothing, when there is a table for each dataset: known before anybody is asked.

    Raises:
        EvalError: names the first dataset without one.
    """
    for name in datasets:
        if name not in thresholds:
            raise EvalError(
                f"thresholds.toml has no table for {name}.",
                hint=f'Add ["{name}"] with the values to hold, or run without --gate.',
            )


def refusals(summary: Summary, thresholds: Thresholds) -> list[str]:
    """One sentence for each threshold that the run does not meet; empty when it passes.

    Unscored cases and metrics without an observation are refused: what was not measured has not passed.
    """
    found = [_refusal(summary, metric, floor) for metric, floor in thresholds[summary.dataset].items()]
    return [sentence for sentence in found if sentence]


def _refusal(summary: Summary, metric: str, floor: float) -> str | None:
    estimate = summary.metrics.get(metric)
    if estimate is None or estimate.value is None:
        return f"{metric} on {summary.dataset} was not measured; thresholds.toml requires {floor:.2f}"
    if estimate.unscored:
        return f"{metric} on {summary.dataset} has {estimate.unscored} unscored; thresholds.toml requires all scored"
    if estimate.value < floor:
        return f"{metric} on {summary.dataset} was {_short(estimate.value, floor)} (n={estimate.n}); " + (
            f"thresholds.toml requires {floor:.2f}"
        )
    return None


def _short(value: float, floor: float) -> str:
    """Two decimals, or as many as show the difference: 0.9967 against 1.00, not "1.00 against 1.00"."""
    digits = next((d for d in range(2, 6) if round(value, d) < floor), 6)
    return f"{value:.{digits}f}"
