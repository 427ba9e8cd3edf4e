"""Which city is told to be a capital."""

from __future__ import annotations

import pytest

from app.answering.reading.capitals import is_capital_or_not_asked
from app.answering.reading.focus import focus_of
from app.models import Span
from tests.unit.answering.corner import article, sentences


@pytest.mark.parametrize(
    ("question", "text", "city", "told"),
    [
        ("What is the capital of Norland?", "It was felt in Norland's capital, Varna, on Monday.", "Varna", True),
        ("What is the capital of Turkey?", "They met in Ankara, the Turkish capital, on Monday.", "Ankara", True),
        ("What is the capital of Turkey?", "Turkey struck the Syrian capital Damascus on Monday.", "Damascus", False),
        ("What is the capital of Turkey?", "Turkey has bases in the province of Aleppo.", "Aleppo", False),
        ("What is the capital of Syria?", "The group's de facto Syrian capital Raqqa was hit.", "Raqqa", False),
        ("Where did Turkey strike?", "Turkey struck the province of Aleppo.", "Aleppo", True),
    ],
)
def test_a_city_is_the_capital_that_the_sentence_says_it_is(question: str, text: str, city: str, told: bool) -> None:
    """Not any city of a sentence on the country."""
    start = text.index(city)
    (sentence,) = sentences(article(text))
    assert is_capital_or_not_asked(focus_of(question), sentence, Span(start, start + len(city))) is told
