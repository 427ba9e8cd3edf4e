"""Round numbers, and how coarse they are."""

from __future__ import annotations

_MOST_DOZENS = 100


def is_round(value: float) -> bool:
    """Whether it is a count of tens or, up to a hundred, of dozens."""
    return value >= 10 and (value % 10 == 0 or _are_dozens(value))


def is_coarser(value: float, exact: float) -> bool:
    """Whether a round ``value`` may stand for ``exact``: "about 23 million" is no rounder than 20 million."""
    return _are_dozens(value) or _figures(value) < _figures(exact)


def _are_dozens(value: float) -> bool:
    return value % 12 == 0 and value < _MOST_DOZENS


def _figures(value: float) -> int:
    """How many figures of the number are told: two of 23,000,000."""
    return len(f"{value:.0f}".rstrip("0"))
