"""Which metrics a case gets, and what failing means."""

import pytest

from eval.metrics.catalogue import BY_NAME, METRICS
from eval.metrics.scoring import right, score, unscored
from tests.unit.eval.builders import QUOTE, answer, case, figure, refusal, reply

UNANSWERABLE = case(answers=(), answerable=False)


def test_metric_names_are_unique() -> None:
    """Thresholds and reports go by name."""
    assert len(BY_NAME) == len(METRICS)


def test_a_right_answer_fails_nothing() -> None:
    """Answer, marker, quote and article are as the gold says."""
    scores = score(case(citations=[{"article_id": "posts", "quote": QUOTE}]), reply())
    assert scores.failing == ()
    assert scores.observed["span_precision"] == (1.0,)
    assert scores.observed["recall_at_10"] == (1.0,)
    assert "figure_value" not in scores.observed


def test_a_wrong_answer_fails_by_name() -> None:
    """The report says which metric was missed."""
    assert score(case(), reply(answer("12"))).failing == ("answer_contains",)


def test_refusing_an_answerable_question_is_a_miss_and_an_imprecise_refusal() -> None:
    """Coverage and abstention precision both see it."""
    observed = score(case(), reply(refusal())).observed
    assert observed["answered"] == (0.0,)
    assert observed["abstention_precision"] == (0.0,)
    assert observed["answer_contains"] == (0.0,)
    assert "has_citation" not in observed


def test_refusing_an_unanswerable_question_is_right() -> None:
    """And it is no answer whose citations could be missing."""
    scores = score(UNANSWERABLE, reply(refusal()))
    assert scores.failing == ()
    assert scores.observed["abstention_recall"] == scores.observed["abstention_precision"] == (1.0,)


def test_answering_an_unanswerable_question_fails() -> None:
    """It should have been refused."""
    assert score(UNANSWERABLE, reply()).failing == ("abstention_recall",)


@pytest.mark.parametrize(("same", "observed"), [(True, (1.0,)), (False, (0.0,)), (None, ())])
def test_determinism_is_measured_only_when_asked_twice(same: bool | None, observed: tuple[float, ...]) -> None:
    """Asked once, nothing is known."""
    assert score(case(), reply(same_again=same)).observed.get("same_again", ()) == observed


def test_a_case_nobody_answered_is_unscored_in_what_concerns_it() -> None:
    """A failure is never a number."""
    scores = unscored(case(), "the server fell over")
    assert scores.observed == {}
    assert scores.unscored["answer_contains"] == "the server fell over"
    assert "figure_value" not in scores.unscored


@pytest.mark.parametrize(
    ("given", "said", "is_right"),
    [
        (case(), reply(), True),
        (case(), reply(answer("12")), False),
        (case(), reply(refusal()), False),
        (UNANSWERABLE, reply(refusal()), True),
        (UNANSWERABLE, reply(), False),
        (case(answers=(), figures=[{"value": 40}]), reply(answer(figures=(figure(),))), True),
        (case(answers=()), reply(), None),
    ],
)
def test_right_goes_by_figure_then_by_text(given: object, said: object, is_right: bool | None) -> None:
    """Gold without figure or text cannot tell."""
    assert right(given, said) is is_right  # type: ignore[arg-type]
