"""What a text itself says of a rise or a fall."""

import pytest

from app.answering.extractive.reading import read
from app.answering.reading.focus import focus_of
from app.answering.reading.rises import told_change
from tests.unit.answering.corner import article, sentences


def told(question, text):
    reading = read(focus_of(question), sentences(article(text)), as_of=None)
    change = told_change(reading.focus, reading.phrases, reading.weights)
    return change.text if change else None


@pytest.mark.parametrize(
    ("question", "text", "change"),
    [
        ("By how much did prices in Norland rise?", "Prices in Norland rose by 8.5 to 9 percent.", "8.5 to 9 percent"),
        ("By how much did the river Sorn rise?", "The river Sorn rose by 3.4 metres.", "3.4 metres"),
        ("By how much did fares in Halden go up?", "Fares in Halden went up by 5 cents.", "5 cents"),
        ("How much did exports of Norland fall?", "Exports of Norland fell 12% in May.", "12%"),
        ("How much did exports of Norland rise?", "Exports of Norland fell 12% in May.", None),
        ("By how much did the price of sugar in Norland rise?", "Prices in Norland rose by 9 percent.", None),
        ("By how much did the catch in Norland rise?", "The catch in Norland rose to 40 tonnes.", None),
    ],
)
def test_a_change_is_told_of_what_moved_and_in_the_asked_direction(question, text, change):
    """With its unit; where it got to is no change."""
    assert told(question, text) == change
