from app.figures.asked.quantity import read_asked
from app.figures.matching.candidates import candidates
from app.figures.reading.extract import extract_figures
from tests.unit.figures.articles import answer, article, shown

QUESTION = "How many people did the car bomb in the Sark district of Marun kill on 6 August 2013?"


def nearest(text: str) -> float:
    """The value of the record that is nearest to the asked event."""
    told = article(text, day="2013-08-06", title="Violence in Marun")
    asked = read_asked(QUESTION)
    assert asked is not None
    found = candidates(asked, extract_figures(told), {(told.article_id, told.version): told})
    return max(found, key=lambda candidate: candidate.nearness).record.value


def test_the_attack_by_the_asked_means_in_the_asked_district_is_nearest() -> None:
    """Of two attacks on one city in one day."""
    assert (
        nearest("A blast in Marun killed 20 people on Tuesday. A car bomb in the Sark district killed 8 people.") == 8
    )
    assert nearest("A car bomb in the Sark district killed 8 people. A mortar shell killed 20 people in Marun.") == 8


def test_the_sentence_in_front_says_where_it_was() -> None:
    """ "The bomb killed 8 people" goes on from it."""
    text = "In Marun 30 people were killed. A car went up in the Sark district. The bomb killed 8 people."
    assert nearest(text) == 8


def test_what_is_called_as_asked_is_nearest() -> None:
    """Citizen journalists are journalists too, and not those asked about."""
    text = article("In Marun 23 journalists and at least 58 citizen journalists were killed.", title="Marun")
    assert shown(answer("How many journalists were killed in Marun?", text))[0][0] == 23


def test_a_value_many_times_greater_must_be_all_the_nearer() -> None:
    """A count of much more in other words is of other events, and no contradiction."""
    near = article("A car bomb in the Sark district of Marun killed 8 people on Tuesday.", day="2013-08-06")
    found = {
        value: shown(
            answer(
                QUESTION,
                near,
                article(f"Sark: An explosion in Marun killed {value} people.", article_id="b", day="2013-08-06"),
            )
        )
        for value in (9, 90)
    }
    assert sorted(found[9]) == [(8, "conflicting"), (9, "conflicting")]
    assert found[90] == [(8, "current")]
