"""Comparing two runs."""

import pytest

from app.errors import EvalError
from eval.compare import compare
from eval.runs import Scored


def scored(case_id: str, value: float, said: str = "40") -> Scored:
    failing = () if value == 1 else ("figure_value",)
    return Scored(case_id, f"Question {case_id}?", said, {"figure_value": (value,)}, failing, said)


def table(*rows: Scored) -> dict[str, Scored]:
    return {row.case_id: row for row in rows}


def test_flipped_cases_are_told_apart() -> None:
    """One broke, one mended, one stayed, one is new."""
    before = table(scored("a", 1), scored("b", 0, "12"), scored("c", 1))
    after = table(scored("a", 0, "12"), scored("b", 1), scored("c", 1), scored("d", 1))
    found = compare(before, after)
    assert [flip.case_id for flip in found.broken] == ["a"]
    assert [flip.case_id for flip in found.mended] == ["b"]
    assert (found.broken[0].metrics, found.broken[0].before, found.broken[0].after) == (("figure_value",), "40", "12")
    assert (found.cases, found.only_before, found.only_after, found.identical) == (3, 0, 1, 1)
    assert found.differences["figure_value"].value == 0


def test_a_difference_is_second_minus_first() -> None:
    """Above 0 is better."""
    found = compare(table(scored("a", 0), scored("b", 0)), table(scored("a", 1), scored("b", 1)))
    difference = found.differences["figure_value"]
    assert (difference.value, difference.low, difference.high, difference.cases) == (1, 1, 1, 2)


def test_runs_without_a_shared_case_cannot_be_compared() -> None:
    """They are of different datasets."""
    with pytest.raises(EvalError, match="share no case"):
        compare(table(scored("a", 1)), table(scored("b", 1)))
