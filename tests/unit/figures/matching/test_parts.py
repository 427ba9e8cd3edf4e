import pytest

from app.figures.asked.quantity import read_asked
from app.figures.matching.candidate import Candidate
from app.figures.matching.parts import without_breakdowns
from app.figures.reading.extract import extract_figures
from tests.unit.figures.articles import article

TEXT = "A bomb killed 20 people near Oral. Of those killed 14 were rebels. Fighting near Besk killed 29 rebels."


@pytest.mark.parametrize(("surety", "values"), [(0.5, [14, 29]), (0.8, [29])])
def test_a_count_alone_outdoes_a_part_where_it_is_as_surely_of_the_event(surety: float, values: list[int]) -> None:
    """29 rebels of some other fight are no reason to leave out the 14 rebels among the dead of this bomb."""
    asked = read_asked("How many rebels were killed by the bomb near Oral?")
    assert asked is not None
    one = article(TEXT)
    found = [
        Candidate(record, one, 0.8 if record.part_of_other else surety, "same")
        for record in extract_figures(one)
        if record.counted == "rebels"
    ]
    assert [candidate.record.value for candidate in without_breakdowns(asked, found)] == values
