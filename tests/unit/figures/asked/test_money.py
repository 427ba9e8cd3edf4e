"""Which questions ask for money, and what is done with it."""

import pytest

from app.figures.asked.money import money_asked, priced_thing
from app.figures.asked.quantity import read_asked


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("How much does a loaf of bread cost in Marun?", None),
        ("What is the average rent in Calder?", None),
        ("What was Skyline's profit last year?", None),
        ("How large is the loan for Zamira?", None),
        ("How expensive is a ticket?", None),
        ("How much ransom was demanded for Arif Shah?", "ask"),
        ("How much was Skyline fined?", "fine"),
        ("How much did the painting sell for?", "sell"),
        ("What will Ann Lowe earn?", "earn"),
        ("How many million euros did the firm raise?", "raise"),
        ("The singer was paid how much for the show?", None),
    ],
)
def test_prices_wages_fines_and_gifts_are_money(question, deed):
    """The deed is what tells a fine from a wage."""
    money = money_asked(question)
    assert money is not None
    assert money.deed == deed
    asked = read_asked(question)
    assert asked is not None
    assert asked.measure == "money"


@pytest.mark.parametrize(
    "question",
    [
        "How many people died?",
        "How much snow fell in Tavik?",
        "How much did prices rise?",
        "How much of the city do they hold?",
        "How much time did it cost?",
        "What is the interest rate in Zamira?",
        "What percentage of the budget goes to schools?",
        "How many pounds of flour were given out?",
        "How many goals did they win by?",
    ],
)
def test_shares_changes_and_other_measures_are_no_money(question):
    """They stay what they were."""
    assert money_asked(question) is None


def test_what_is_paid_for_is_its_noun_or_what_it_is_made_of():
    """A portion of bread is bread, a bus ticket is no bus."""
    assert priced_thing("How much did a portion of bread cost in Aleppo?") == "bread"
    assert priced_thing("How much does a bus ticket in Halden cost?") == "ticket"
    assert priced_thing("How much did Skyline earn?") is None
