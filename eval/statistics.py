"""Means, quantiles and their intervals: pure and seeded, so the same scores give the same interval.

A metric may give several observations for one case (one per citation, say). They are pooled for the mean, but the
bootstrap draws whole cases: observations of one case are not independent. Percentile bootstrap after Efron &
Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13; whole cases after Davison & Hinkley (1997), 3.8.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
_LOW_HIGH = (2.5, 97.5)
_BLOCK = 200

Observations = Sequence[float]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval.

    ``n`` counts observations, ``cases`` the questions they came from; both 0 leave ``value`` None. The interval is
    None below two cases, where resampling says nothing. ``unscored`` counts cases that could not be measured.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    cases: int
    unscored: int = 0


def mean_estimate(per_case: Sequence[Observations], *, unscored: int = 0, seed: int = 0) -> Estimate:
    """Pooled mean over all observations: sum / n. Cases without an observation are left out."""
    kept = [case for case in per_case if len(case)]
    sums = np.array([sum(case) for case in kept], dtype=np.float64)
    sizes = np.array([len(case) for case in kept], dtype=np.float64)
    if not kept:
        return Estimate(None, None, None, 0, 0, unscored)
    if sums.sum() in (0.0, sizes.sum()) and {x for case in kept for x in case} <= {0.0, 1.0}:
        return _certain(float(sums.sum() / sizes.sum()), kept, unscored)
    draws = [sums[rows].sum(axis=1) / sizes[rows].sum(axis=1) for rows in _resamples(len(kept), seed)]
    low, high = _interval(draws)
    return Estimate(float(sums.sum() / sizes.sum()), low, high, int(sizes.sum()), len(kept), unscored)


def quantile_estimate(values: Sequence[float], share: float, *, unscored: int = 0, seed: int = 0) -> Estimate:
    """The ``share`` quantile (0.5 for the median), linear between neighbours."""
    if not values:
        return Estimate(None, None, None, 0, 0, unscored)
    column = np.array(values, dtype=np.float64)
    draws = [np.quantile(column[rows], share, axis=1) for rows in _resamples(len(values), seed)]
    low, high = _interval(draws)
    return Estimate(float(np.quantile(column, share)), low, high, len(values), len(values), unscored)


def paired_difference(pairs: Sequence[tuple[Observations, Observations]], *, seed: int = 0) -> Estimate:
    """Mean of (second - first) over cases measured in both runs; each case counts once, with its own mean."""
    differences = [(float(np.mean(after) - np.mean(before)),) for before, after in pairs if len(before) and len(after)]
    return mean_estimate(differences, seed=seed)


def _certain(value: float, kept: Sequence[Observations], unscored: int) -> Estimate:
    """All right or all wrong: every resample would say the same, so none is drawn."""
    end = value if len(kept) > 1 else None
    return Estimate(value, end, end, sum(map(len, kept)), len(kept), unscored)


def _resamples(cases: int, seed: int) -> "list[NDArray[np.int64]]":
    """Row numbers drawn with replacement, in blocks of shape (200, cases); none below two cases."""
    if cases < 2:
        return []
    generator = np.random.default_rng(seed)
    return [generator.integers(0, cases, size=(_BLOCK, cases)) for _ in range(RESAMPLES // _BLOCK)]


def _interval(draws: "list[NDArray[np.float64]]") -> tuple[float | None, float | None]:
    if not draws:
        return None, None
    low, high = np.percentile(np.concatenate(draws), _LOW_HIGH)
    return float(low), float(high)
