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


def test_a_rate_is_known_by_its_whole_name() -> None:
    """The unemployment rate of one trade is not that of all, and no interest rate is an unemployment rate."""
    text = f"In Ostia the tech unemployment rate fell to 1.5 per cent. {RATE}"
    assert answer("What is the unemployment rate in Ostia?", article(text)) is None


def test_the_population_is_that_of_the_place_asked_about() -> None:
    """A country's population is not that of a town which the article tells of."""
    text = "Half of Ostia's population of 22 million fled. Rebels in Marun held the bridge."
    told = article(text, title="Rebels hold Marun")
    assert shown(answer("What was the population of Ostia?", told)) == [(22_000_000.0, "current")]
    assert answer("What was the population of Marun?", told) is None
