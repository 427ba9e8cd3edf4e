"""Units that measures have to carry."""

import pytest

from app.answering.reading.measures import unit_end


@pytest.mark.parametrize(
    ("text", "measure", "told"),
    [
        ("The wharf is 3.1 kilometres long.", "long", "3.1 kilometres"),
        ("It took 14 months.", "long", "14 months"),
        ("They pay 13.20 pounds an hour now.", "money", "13.20 pounds an hour"),
        ("It has 12 lanterns.", "heavy", None),
        ("It stands 7 miles off the coast.", "far", "7 miles"),
        ("It is 3 hours by boat.", "far", "3 hours"),
        ("It took 2 months to get there.", "far", None),
    ],
)
def test_a_measure_ends_with_its_unit(text: str, measure: str, told: str | None) -> None:
    """A number without a unit of the measure asked for is no answer."""
    number = next(word for word in text.split() if word[0].isdigit())
    start = text.index(number)
    end = unit_end(text, start + len(number), measure)
    assert (text[start:end] if end else None) == told
