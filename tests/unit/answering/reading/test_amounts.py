"""Numbers as answers tell them."""

import pytest

from app.answering.reading.amounts import numbers
from app.answering.reading.focus import focus_of
from tests.unit.answering.corner import article, sentences


def found(question, text):
    """How each number of a one-sentence article is told."""
    sentence = sentences(article(text))[0]
    return [told or text[slice(*span)] for span, _, told in numbers(sentence, focus_of(question), frozenset())]


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("How much does bread cost?", "Bread costs 500 Norland pounds ($1) a loaf.", ["500 Norland pounds"]),
        ("How much does bread cost in dollars?", "Bread costs 500 crowns ($1).", ["500 crowns", "$1"]),
        ("How much will the bridge cost?", "It will cost €30-40 million.", ["€30-40 million"]),
        ("How much did he win?", "He won a jackpot of 45m euros.", ["45m euros"]),
        ("How long is the bridge?", "It is 1.2 kilometres (0.75 miles) long.", ["1.2 kilometres"]),
        ("How far is the fort?", "It lies 10 to 12 kilometres (6 to 7 miles) north.", ["10 to 12 kilometres"]),
        ("How long is the flight?", "It takes between one and two hours.", ["one to two hours"]),
        ("How many hectares burned?", "Between 1,200 and 1,500 hectares burned.", ["1,200 to 1,500"]),
        ("How much do they pay?", "They pay $5 to $7 an hour.", ["$5 to $7 an hour"]),
    ],
)
def test_a_range_is_told_whole_and_nothing_twice(question, text, told):
    """With its unit or currency; a second unit only where the question names it."""
    assert found(question, text) == told
