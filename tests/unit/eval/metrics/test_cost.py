"""What an answer cost."""

import pytest

from app.models import Usage
from eval.metrics.cost import Price, cost
from eval.replies import Failure
from eval.summary import scored, summarise
from tests.unit.eval.builders import answer, case, reply


@pytest.mark.parametrize(
    ("usage", "price", "spent"),
    [
        (Usage(1_000, 500), Price(2, 8), 0.006),
        (Usage(1_000, 500, cost=0.5), Price(2, 8), 0.006),
        (Usage(1_000, 500, cost=0.5), None, 0.5),
        (Usage(), Price(2, 8), 0.0),
    ],
)
def test_cost_is_tokens_times_price(usage: Usage, price: Price | None, spent: float) -> None:
    """1,000 read at 2 and 500 written at 8 a million; without a price, what the answer says."""
    assert cost(usage, price) == pytest.approx(spent)


def test_tokens_are_means_over_the_answers_that_tell_them() -> None:
    """Extracts cost nothing; a model that does not tell, and a failure, are unscored."""
    outcomes = [
        reply(answer(model="m", usage=Usage(300, 20, cost=0.02))),
        reply(),
        reply(answer(model="m")),
        Failure("down"),
    ]
    results = [scored(case(f"c{i}"), outcome) for i, outcome in enumerate(outcomes)]
    expenses = summarise("set.v1", results).expenses
    told = {
        name: (expenses[name].value, expenses[name].n, expenses[name].unscored) for name in ("prompt_tokens", "cost")
    }
    assert told == {"prompt_tokens": (150, 2, 2), "cost": (pytest.approx(0.01), 2, 2)}
