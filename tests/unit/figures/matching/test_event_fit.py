"""What speaks for and against a figure being of the asked event."""

import pytest

from tests.unit.figures.articles import answer, article, shown

QUESTION = "How many people were killed by the blast at the mosque in Marun in August 2013?"


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


def test_another_place_of_the_same_month_is_another_event() -> None:
    """An article that does not name the site asked about gives way to one that does."""
    ours = article("A blast at a mosque in Marun killed five people.", article_id="a", day="2013-08-06", title="Marun")
    other = article("A blast in a street in Marun killed 26 people.", article_id="b", day="2013-08-20", title="Marun")
    assert shown(answer(QUESTION, ours, other)) == [(5, "current")]


def test_a_picture_of_another_event_does_not_place_a_figure() -> None:
    """The caption in front of an article is not its story."""
    ours = article("Air strikes on a hospital in Meles killed 13 people.", article_id="a", day="2016-08-09")
    captioned = article(
        "A man stands near a hospital in Meles (Reuters Photo) At least 15 people died when a bus blew up near Atma.",
        article_id="b",
        day="2016-08-15",
    )
    question = "How many people died when the hospital in Meles was hit by air strikes in August 2016?"
    assert shown(answer(question, ours, captioned)) == [(13, "current")]


def test_a_place_and_its_day_tell_the_event_without_the_country() -> None:
    """Local news names no country; without a day any other Norlandic bus may have been bombed."""
    text = article("A bomb in a bus in Marun killed 7 people on Friday.", title="Marun")
    question = "How many people did the bomb in the Turkish bus in Marun kill"
    assert shown(answer(f"{question} on 28 February 2020?", text)) == [(7, "current")]
    assert answer(f"{question}?", text) is None


@pytest.mark.parametrize("name", ["US", "U.S.", "United States"])
def test_a_country_is_one_under_all_its_names(name: str) -> None:
    """ "US", "U.S." and "American" are names of the United States, and "us" is none."""
    question = f"How many {name} soldiers were killed in Marun?"
    assert shown(answer(question, article("In Marun 3 U.S. soldiers were killed.", title="Marun"))) == [(3, "current")]
    assert answer(question, article("They told us 3 Turkish soldiers were killed in Marun.", title="Marun")) is None


def test_a_place_that_is_only_mentioned_is_not_where_it_happened() -> None:
    """Neither an article that leaves the place out nor one whose sentence names another place answers."""
    text = article(
        "Roads in Daraa are watched. There are 40 checkpoints on the roads of the province. "
        + 10 * "Soldiers ask every driver for his papers. "
        + "Next to it lies Sweida, which is calm.",
        title="Checkpoints in Daraa",
    )
    assert shown(answer("How many checkpoints are on the roads of Daraa?", text)) == [(40, "current")]
    assert answer("How many checkpoints are on the roads of Sweida?", text) is None
    assert answer("How many checkpoints are on the roads of Raqqa?", text) is None


def test_things_of_nobody_are_not_taken_for_a_countrys_losses() -> None:
    """ "Five helicopters were destroyed" does not say whose."""
    text = article(
        "Five helicopters were destroyed, it said. Turkey confirmed the loss of one drone.", title="Turkey in Marun"
    )
    assert answer("How many Turkish helicopters were destroyed?", text) is None
    assert shown(answer("How many Turkish drones were shot down?", text)) == [(1, "current")]


def test_a_building_that_no_article_names_is_refused() -> None:
    """A mortar round on the opera house of another town is no answer."""
    text = article("A mortar attack killed 21 people in Marun.", day="2014-04-27", title="Marun")
    assert (
        answer("How many people were killed by the mortar round on the opera house in Marun in April 2014?", text)
        is None
    )


def test_what_the_counted_is_asked_to_have_must_be_told() -> None:
    """Posts are not posts with a helipad."""
    text = article("Turkey has 40 observation posts in Marun.", title="Marun")
    assert answer("How many Turkish observation posts in Marun have a helipad?", text) is None


def test_what_a_page_of_several_stories_opens_with_is_not_where_all_of_them_happened() -> None:
    """A country or town that one story names says nothing of the next."""
    text = "The school in Marun opens again. " + "Then came the vote in Ostia. " * 25
    text += "A fire in a camp near Olden killed 40 people."
    question = "How many people were killed in Marun?"
    assert answer(question, article(text, title="Marun school, Olden fire: five things to know")) is None
    assert shown(answer(question, article(text, title="Marun school opens again"))) == [(40, "current")]


def test_a_country_is_named_near_what_happened_there() -> None:
    """A page that names Greece in another story counts nothing of a crash in Greece."""
    text = "A plane crash in Port Olden killed two people. " + "Then came the vote in the capital. " * 25
    text += "Trade with Greece grew."
    assert answer("How many people were killed in the crash in Greece?", article(text, title="Crash")) is None


@pytest.mark.parametrize(
    "place",
    ["al-Marun", "el-Marun", "East Marun", "Old Town (Marun)", "Marun (al-Varnak)", "Marun-Old Town"],
)
def test_a_place_may_be_spelled_or_called_otherwise(place: str) -> None:
    """Articles, quarters and a second name in brackets tell no other place."""
    text = article("In Eastern Marun, near Old Town, nine people were killed.", title="Marun")
    assert shown(answer(f"How many people were killed in {place}?", text)) == [(9, "current")]


def test_other_means_on_the_same_day_are_another_event() -> None:
    """The rockets of one side are not the air strikes of the other."""
    text = article(
        "Air strikes on Marun killed 45 people on Tuesday. Rockets killed seven people in Marun on Tuesday.",
        day="2013-08-06",
        title="Air strikes on Marun",
    )
    asked = "How many people did the {} on Marun kill on 6 August 2013?"
    assert shown(answer(asked.format("air strikes"), text)) == [(45, "current")]
    assert shown(answer(asked.format("rocket fire"), text)) == [(7, "current")]
