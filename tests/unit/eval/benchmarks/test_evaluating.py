"""The benchmark of evaluating itself."""

import pytest

from eval.benchmarks.evaluating import evaluate_rounds
from eval.opening import Opened
from tests.unit.eval.builders import ScriptedDesk, case


@pytest.mark.parametrize(("questions", "rounds"), [(3, [3]), (5, [5]), (12, [5, 5, 2])])
def test_rounds_make_exactly_so_many_questions(questions: int, rounds: list[int]) -> None:
    """Every one of them is asked; no kept reply of an earlier round counts."""
    desk = ScriptedDesk()
    opened = Opened(desk, "scripted", {"archive": {"version": 1}}, lasting=True)
    runs = evaluate_rounds(tuple(case(f"c{i}") for i in range(5)), opened, questions=questions, workers=2)
    assert [len(run.results) for run in runs] == rounds
    assert len(desk.asked) == questions
