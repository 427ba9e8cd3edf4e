import pytest

from app.figures.reading.number_of import number_of


@pytest.mark.parametrize(
    ("before", "behind", "counted", "predicate"),
    [
        ("The number of homes flooded in Marun has been raised to ", "", "homes", "flood"),
        ("The number of migrants who have left Ostia through Marun has reached ", "", "migrants", "left"),
        ("The raids took to ", " the number of civilians killed in Marun", "civilians", "killed"),
    ],
)
def test_the_noun_beside_it_says_what_the_number_counts(before: str, behind: str, counted: str, predicate: str) -> None:
    """With the verb that stands between them, or behind it."""
    assert number_of(before, behind) == (counted, predicate)


@pytest.mark.parametrize("before", ["The toll has reached ", "The council has raised it to ", "He has "])
def test_without_such_a_noun_there_is_none(before: str) -> None:
    """Tolls and pronouns are read elsewhere."""
    assert number_of(before, "") is None
