"""What a percentage is of."""

from tests.unit.figures.articles import answer, article, shown


def test_a_share_is_of_what_its_own_part_of_the_sentence_says() -> None:
    """The fields beside them are not the farms."""
    text = article("Rebels hold 30 percent of the farms and 60 percent of the fields in Marun.", title="Marun")
    assert shown(answer("What percentage of the farms in Marun do rebels hold?", text)) == [(30, "current")]
    assert shown(answer("What percentage of the fields in Marun do rebels hold?", text)) == [(60, "current")]
