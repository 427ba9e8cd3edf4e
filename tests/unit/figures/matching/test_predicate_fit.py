"""What happened, in the question's words and in the text's."""

from tests.unit.figures.articles import answer, article, shown


def test_those_on_board_are_counted_whatever_happened_to_them() -> None:
    """How many died aboard is how many were aboard, when the text says so."""
    text = article("A helicopter came down near Marun on Friday, killing all five people on board.", title="Helicopter")
    question = "How many people were on board the helicopter that came down near Marun?"
    assert shown(answer(question, text)) == [(5, "current")]


def test_losses_are_the_losers_own() -> None:
    """Soldiers that Turkey lost are Turkish ones."""
    text = article("In Marun 74 Syrian soldiers were killed, and Turkey lost five soldiers.", title="Turkey in Marun")
    assert shown(answer("How many soldiers did Turkey lose in Marun?", text)) == [(5, "current")]


def test_cases_that_are_listed_or_there_are_the_cases_confirmed() -> None:
    """Verbs that only tell of a count are one."""
    text = article(
        "The ministry has confirmed 33 cases in Marun. The laboratory in Marun listed 40 cases.", title="Marun"
    )
    assert {value for value, _ in shown(answer("How many cases have been confirmed in Marun?", text))} == {33, 40}


def test_the_size_of_a_convoy_is_not_asked_by_the_deed_done_to_it() -> None:
    """ "were in the convoy attacked" counts lorries, which the attack did not."""
    text = "There were 31 lorries in the aid convoy at Marun on Monday. The attack destroyed 18 trucks."
    assert shown(answer("How many trucks were in the aid convoy attacked at Marun?", article(text)))[0][0] == 31


def test_buses_that_left_with_people_carried_them() -> None:
    """Vehicles carry, take or leave: one ride."""
    text = "The last 3000 residents left Marun on Wednesday in 45 buses, the council said."
    assert shown(answer("How many buses carried residents out of Marun?", article(text))) == [(45, "current")]


def test_strikes_that_were_reported_are_strikes() -> None:
    """ "reported 26 air strikes" counts them."""
    text = "The Marun Observatory reported 26 air strikes across the Oral valley on Sunday."
    question = "How many air strikes did the Marun Observatory count across the Oral valley on 14 August 2016?"
    assert shown(answer(question, article(text, day="2016-08-14"))) == [(26, "current")]
