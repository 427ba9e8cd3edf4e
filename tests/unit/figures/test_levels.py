from tests.unit.figures.articles import article
from tests.unit.figures.matching.test_resolve import answer, shown

RATE = "The central bank of Ostia lowered its key interest rate on Thursday from 7.5 to 6.75 per cent."


def test_a_level_is_given_as_it_stands_now() -> None:
    """What it was lowered from is the earlier one."""
    found = answer("What is the key interest rate of the central bank of Ostia?", article(RATE))
    assert found is not None
    assert found.headline.record.value == 6.75


def test_a_magnitude_counts_no_people() -> None:
    """An earthquake of magnitude 7.1 has not killed seven people."""
    text = "In Marun an earthquake of magnitude 7.1 killed 604 people."
    found = answer("How many people did the earthquake in Marun kill?", article(text))
    assert shown(found) == [(604.0, "current")]
