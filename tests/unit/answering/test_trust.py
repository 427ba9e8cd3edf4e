import pytest

from app.answering.extractive.reading import read
from app.answering.reading.focus import focus_of
from app.answering.trust import needs_a_figure
from tests.unit.answering.corner import article, sentences


@pytest.mark.parametrize(
    ("question", "text", "needed"),
    [
        ("How many people died?", "Three people died.", True),
        ("How many people died in the quake in Varna?", "Three people died in the quake in Varna.", False),
        (
            "How many people died in the quake in Varna?",
            "After the quake in Varna three people died in a blaze.",
            False,
        ),
        (
            "How many people died in the shooting in Varna?",
            "Varna mourns after the shooting. Three people died in Varna in a blaze.",
            True,
        ),
        ("What is the unemployment rate in Varna?", "Varna has 3 ferries.", True),
        ("How many seats does the hall in Varna have?", "The hall in Varna has 300 seats.", False),
    ],
)
def test_a_number_that_was_read_stands_only_where_it_is_of_the_asked_event(question, text, needed):
    """No event asked for, another disaster, or a rate: only a bound figure answers then."""
    reading = read(focus_of(question), sentences(article(text)), as_of=None)
    assert needs_a_figure(question, reading) is needed
