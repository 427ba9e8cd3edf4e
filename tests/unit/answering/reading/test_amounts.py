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
        ("How far is Aster from Dell?", "At 320 km/h it covers the 640 kilometres to Dell.", ["640 kilometres"]),
        ("How long did the descent take?", "From 7,450 metres it took her 16 hours.", ["16 hours"]),
        ("At what altitude does it fly?", "It carries 90 people at 11,000 metres.", ["11,000 metres"]),
        ("How large is the lake?", "The lake of 580 square kilometres has 3 islands.", ["580 square kilometres", "3"]),
        ("How much snow fell?", "On 3 days 20 to 25 centimetres of snow fell.", ["20 to 25 centimetres"]),
        ("How warm is the lake?", "It has 3 islands and 27C (81F).", ["27C"]),
        ("How much did he lift?", "In 3 rounds he lifted 200 kilograms.", ["200 kilograms"]),
        ("How much does it cost?", "It costs 5 cents more, 90 cents.", ["90 cents"]),
        ("How much do they pay?", "They pay $5 to $7 an hour.", ["$5 to $7 an hour"]),
    ],
)
def test_a_range_is_told_whole_and_nothing_twice(question, text, told):
    """With its unit or currency; a second unit only where the question names it."""
    assert found(question, text) == told
