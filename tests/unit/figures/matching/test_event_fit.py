"""What speaks against a figure being of the asked event."""

from tests.unit.figures.articles import answer, article, shown


def test_an_aftershock_is_not_the_quake() -> None:
    """Its magnitude is no earlier one of the quake."""
    text = "An earthquake in Tarvia had a magnitude of 6.8. An aftershock in Tarvia had a magnitude of 5.1."
    told = article(text, title="Quake in Tarvia")
    assert shown(answer("What was the magnitude of the earthquake in Tarvia?", told)) == [(6.8, "current")]
    assert shown(answer("What was the magnitude of the aftershock in Tarvia?", told))[0] == (5.1, "current")


def test_a_sentence_that_turns_elsewhere_tells_of_another_event() -> None:
    """ "Elsewhere" after the asked blast comes another one."""
    text = article("A blast in Marun killed 12 people. Elsewhere a blast killed 30 people.", title="Blast in Marun")
    assert shown(answer("How many people did the blast in Marun kill?", text)) == [(12, "current")]


def test_of_three_places_one_may_be_missing() -> None:
    """Villages are spelled in many ways; of two, the one that is missing is another place."""
    text = article("Raids on Hass and Sarmin killed 30 people.", title="Raids on Hass and Sarmin")
    assert shown(answer("How many people were killed in Hass, Maarat and Sarmin?", text)) == [(30, "current")]
    assert answer("How many people were killed in Hass and Maarat?", text) is None
