import pytest

from app.figures.asked.quantity import read_asked
from app.figures.matching.candidate import Candidate
from app.figures.matching.parts import without_breakdowns
from app.figures.reading.extract import extract_figures
from tests.unit.figures.articles import answer, article, shown

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


def test_a_greater_toll_of_civilians_is_no_part_of_a_smaller_one() -> None:
    """Another speaker's civilians are the same dead; rebels killed elsewhere are not."""
    text = article(
        "A raid on Marun killed at least 10 civilians, the Observatory said. A media centre said six people had been "
        "killed in Marun. In all 29 rebels were killed elsewhere in the valley of Marun.",
        title="Raid on Marun",
    )
    assert {value for value, _ in shown(answer("How many people did the raid on Marun kill?", text))} == {10, 6}


def test_a_toll_of_civilians_stands_beside_that_of_another_place() -> None:
    """ "Killed 22 civilians … the raids on Marun killed 16 civilians": for Marun 16 is the toll, and no part."""
    text = article(
        "Raids killed at least 22 civilians in the valley. The raids on Marun killed 16 civilians.", title="Raids"
    )
    assert 16 in {value for value, _ in shown(answer("How many people did the raids on Marun kill?", text))}


def test_all_the_dead_are_not_the_civilians_counted_beside_them() -> None:
    """ "Six civilians were among 22 people killed" counts six civilians."""
    text = article("Six civilians were among at least 22 people killed in Marun.", title="Marun")
    assert shown(answer("How many civilians were killed in Marun?", text)) == [(6, "current")]


def test_people_answer_for_medics_only_where_nobody_counts_medics() -> None:
    """A wider count is a last resort."""
    medics = article("Four medics were killed in a raid on a clinic in Marun.", article_id="a", title="Marun")
    people = article("A raid on the medics of a clinic in Marun killed 12 people.", article_id="b", title="Marun")
    question = "How many medics were killed in the raid on the clinic in Marun?"
    assert shown(answer(question, medics, people)) == [(4, "current")]
    assert shown(answer(question, people)) == [(12, "current")]


def test_a_breakdown_does_not_answer_where_others_count_the_same_alone() -> None:
    """ "including six soldiers" is part of a toll; the soldiers of the whole event are told elsewhere."""
    part = article("In Marun 20 people including six soldiers were killed.", article_id="a", title="Marun")
    alone = article("In Marun nine soldiers were killed.", article_id="b", title="Marun")
    assert shown(answer("How many soldiers were killed in Marun?", part, alone)) == [(9, "current")]


def test_children_told_as_a_part_stand_beside_those_told_alone() -> None:
    """ "20 people including six children" contradicts the nine children of another article, which lead."""
    part = article("In Marun 20 people including six children were killed.", article_id="a", title="Marun")
    alone = article("In Marun nine children were killed.", article_id="b", title="Marun")
    found = answer("How many children were killed in Marun?", part, alone)
    assert shown(found) == [(9, "conflicting"), (6, "conflicting")]
