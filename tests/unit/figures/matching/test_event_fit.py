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
