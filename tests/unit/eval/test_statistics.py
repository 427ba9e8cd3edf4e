"""Means, quantiles and intervals."""

import pytest

from eval.statistics import mean_estimate, paired_difference, quantile_estimate


def test_observations_are_pooled_and_cases_counted() -> None:
    """(1 + 0 + 1) / 3, from two cases; the empty one is left out."""
    estimate = mean_estimate([(1.0, 0.0), (), (1.0,)], unscored=2)
    assert (estimate.value, estimate.n, estimate.cases, estimate.unscored) == (pytest.approx(2 / 3), 3, 2, 2)


def test_nothing_measured_has_no_value() -> None:
    """Not 0, not NaN."""
    estimate = mean_estimate([(), ()], unscored=3)
    assert (estimate.value, estimate.low, estimate.high, estimate.n, estimate.unscored) == (None, None, None, 0, 3)


def test_one_case_has_no_interval() -> None:
    """Resampling one case says nothing."""
    estimate = mean_estimate([(1.0, 0.0)])
    assert (estimate.value, estimate.low, estimate.high) == (0.5, None, None)


def test_the_same_seed_gives_the_same_interval() -> None:
    """And it holds the mean."""
    scores = [(float(i % 3 == 0),) for i in range(60)]
    first, again, other = mean_estimate(scores, seed=1), mean_estimate(scores, seed=1), mean_estimate(scores, seed=2)
    assert first == again
    assert first != other
    assert first.low is not None
    assert first.high is not None
    assert first.low < 1 / 3 < first.high


def test_the_interval_is_about_as_wide_as_theory_says() -> None:
    """For 400 fair coins 1.96 * sqrt(0.25 / 400) = 0.049 on either side."""
    estimate = mean_estimate([(float(i % 2),) for i in range(400)])
    assert estimate.low == pytest.approx(0.451, abs=0.006)
    assert estimate.high == pytest.approx(0.549, abs=0.006)


def test_observations_of_one_case_are_drawn_together() -> None:
    """Ten equal observations a case tell no more than one."""
    single = mean_estimate([(float(i % 2),) for i in range(40)])
    tenfold = mean_estimate([(float(i % 2),) * 10 for i in range(40)])
    assert (single.low, single.high) == (tenfold.low, tenfold.high)


def test_quantiles_are_linear_between_neighbours() -> None:
    """p95 of 1..5 lies four fifths of the way from 4 to 5."""
    assert quantile_estimate([5, 1, 3, 2, 4], 0.5).value == 3
    assert quantile_estimate([5, 1, 3, 2, 4], 0.95).value == pytest.approx(4.8)
    assert quantile_estimate([], 0.5).value is None


def test_a_paired_difference_counts_each_case_once() -> None:
    """(1 - 0) and (0.5 - 0.5); the case measured on one side only is left out."""
    estimate = paired_difference([((0.0,), (1.0,)), ((1.0, 0.0), (0.5,)), ((1.0,), ())])
    assert (estimate.value, estimate.cases) == (0.5, 2)
