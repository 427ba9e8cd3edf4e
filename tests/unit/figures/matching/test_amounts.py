"""Which amount of a text answers a question for money."""

import pytest

from tests.unit.figures.articles import answer, article

BREAD = (
    "The price of a portion of bread had risen to 500 Norland pounds ($1) from 350 Norland pounds last week and food "
    "is becoming difficult to find in Marun."
)


def told(question, *texts):
    """Value, currency and status of each figure that answers."""
    articles = [article(text, article_id=f"a{number}", source=f"s{number}") for number, text in enumerate(texts)]
    found = answer(question, *articles)
    figures = found.figures if found else ()
    return [(one.record.value, one.record.high, one.record.unit, one.status) for one in figures]


def test_a_price_leads_in_its_own_currency_and_the_one_before_follows():
    """What it comes to in dollars is no second price."""
    assert told("How much does a portion of bread cost in Marun?", BREAD) == [
        (500, None, "Norland pounds", "current"),
        (350, None, "Norland pounds", "earlier"),
    ]


def test_the_currency_asked_for_is_told():
    """ "In dollars" wants the dollars."""
    assert told("How much does a portion of bread cost in dollars in Marun?", BREAD) == [(1, None, "USD", "current")]


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (
            "What will Ann Lowe earn?",
            "Ann Lowe will earn $1.4m a year and a bonus of $600,000.",
            1_400_000,
        ),
        (
            "What is Ann Lowe's bonus?",
            "Ann Lowe earns $1.4m a year and has a bonus of $600,000.",
            600_000,
        ),
        ("How much does a barrel of Brent crude cost?", "Brent crude cost $78.40, while US crude cost $73.15.", 78.4),
        ("How much does a barrel of US crude cost?", "Brent crude cost $78.40, while US crude cost $73.15.", 73.15),
        ("How much did the family of Arif Shah pay?", "They asked $9,000 for Arif Shah. His family paid $500.", 500),
        ("How much aid did the city of Marun release?", "Marun released 50 million dollars in emergency aid.", 5e7),
        ("How much will Emil Dorn earn?", "Emil Dorn was sold for £45m. Dorn will earn £120,000 a week.", 120_000),
        ("What does a teacher earn?", "A flat costs 2 million pounds; a teacher earns 300,000 pounds.", 300_000),
        ("What was Skyline's profit?", "Skyline was fined $1.2bn. Its profit fell to $210m.", 210e6),
    ],
)
def test_the_amount_that_is_paid_for_the_asked_thing_answers(question, text, value):
    """By the words beside it and what is done with it; other amounts of the text are not shown."""
    assert [figure[0] for figure in told(question, text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "A bus ticket in Halden costs 5 cents more.",
        "The price of a bus ticket in Halden went up by 5 cents.",
        "The city of Halden spends 12 million euros on its buses.",
        "In Halden 200 people bought a bus ticket.",
    ],
)
def test_what_is_no_price_of_it_does_not_answer(text):
    """A difference, another thing's cost and a count are left out."""
    assert told("How much does a bus ticket in Halden cost?", text) == []


def test_a_range_holds_another_report():
    """ "30 to 40 million" and "35 million" agree."""
    texts = ("The bridge in Delmont costs €30-40 million.", "The bridge in Delmont costs 35 million euros.")
    assert told("How much does the bridge in Delmont cost?", *texts) == [(35e6, None, "EUR", "current")]


def test_two_currencies_are_not_held_against_each_other():
    """One of them is told."""
    texts = ("The bridge in Delmont costs 30 million euros.", "The bridge in Delmont costs 33 million dollars.")
    assert len(told("How much does the bridge in Delmont cost?", *texts)) == 1
