from tests.unit.figures.articles import answer, article, shown

QUESTION = "How many people did the air strikes on Hosk in Marun province kill on 6 August 2013?"
LEAD = "Air strikes on Hosk killed 18 people on Tuesday, the ministry said."


def told(text: str) -> list[tuple[float, str]]:
    return shown(answer(QUESTION, article(f"{LEAD} {text}", day="2013-08-06", title="Air strikes on Hosk")))


def test_what_a_sentence_places_elsewhere_is_another_event() -> None:
    """The same deed on the same day in a town that is not the asked one."""
    assert told("Air strikes killed 34 people in the town of Belmar, the ministry said.") == [(18, "current")]


def test_a_place_around_the_asked_one_is_no_other_place() -> None:
    """The province that the question or the article puts the town in."""
    assert (20, "conflicting") in told("Air strikes killed 20 people in the province of Marun, the Observatory said.")
    assert (20, "conflicting") in told(
        "The town of Hosk is in the Velt valley. Air strikes killed 20 people in the Velt valley, the Observatory said."
    )


def test_what_came_before_or_after_is_not_the_deed_of_the_figure() -> None:
    """ "Nine people died near the capital hours after the strikes on Hosk" does not count the dead of Hosk."""
    assert told("Nine people were killed in Belmar on Tuesday, hours after the air strikes on Hosk.") == [
        (18, "current")
    ]


def test_a_country_in_the_name_of_a_speaker_is_not_where_it_happened() -> None:
    """ "The Britain-based Observatory" tells of Marun all the same."""
    text = "The Britain-based Northern Observatory said 20 people were killed in the strikes."
    assert (20, "conflicting") in told(text)
