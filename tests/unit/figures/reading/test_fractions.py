import pytest

from app.figures.reading.fractions import fractions_in


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("two-thirds of the city", 66.7),
        ("a two-thirds majority", 66.7),
        ("three quarters of the people", 75),
        ("a quarter of the town", 25),
        ("more than a third, or 588 people", 33.3),
        ("half of the unions", 50),
        ("almost half the houses", 50),
        ("three out of ten patients", 30),
        ("9 out of 10 homes", 90),
        ("one in five people", 20),
    ],
)
def test_a_share_in_words_is_a_percentage(text: str, percent: float) -> None:
    """Fractions of something, and so many out of so many."""
    assert [share for _, share in fractions_in(text)] == [percent]


@pytest.mark.parametrize(
    "text",
    [
        "half an hour later",
        "half of a million",
        "the second half of the match",
        "the eastern half of the town",
        "in the first quarter of 2015",
        "a quarter of an hour",
        "a third attack",
        "one in three days",
        "two out of one",
    ],
)
def test_times_places_and_ordinals_are_no_shares(text: str) -> None:
    """Words that also stand in shares."""
    assert fractions_in(text) == []
