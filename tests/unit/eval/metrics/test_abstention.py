"""The coverage-accuracy curve."""

from eval.metrics.abstention import CurvePoint, Ranked, coverage_accuracy


def test_the_curve_goes_from_the_surest_answer_down() -> None:
    """Four cases, one refused: coverage ends at three quarters."""
    cases = [Ranked(0.9, True, True), Ranked(0.2, True, False), Ranked(0.5, True, True), Ranked(0.99, False, True)]
    assert coverage_accuracy(cases) == [CurvePoint(0.25, 1.0), CurvePoint(0.5, 1.0), CurvePoint(0.75, 2 / 3)]


def test_equal_confidence_makes_one_point() -> None:
    """Their order says nothing."""
    assert coverage_accuracy([Ranked(1, True, True), Ranked(1, True, False)]) == [CurvePoint(1.0, 0.5)]


def test_without_an_answer_there_is_no_curve() -> None:
    """Nothing is covered."""
    assert coverage_accuracy([Ranked(1, False, True)]) == []
    assert coverage_accuracy([]) == []
