"""Which counts are of a whole war."""

from tests.unit.figures.articles import answer, article, shown

WAR = "The war in Norland has killed more than 170000 people since 2011."
RAID = "A raid in Norland killed two people on Thursday."


def test_a_whole_war_is_not_counted_by_one_raid() -> None:
    """And where nobody counts the war, nothing answers."""
    question = "How many people have been killed in the war in Norland?"
    war, raid = article(WAR, article_id="a", title="Norland"), article(RAID, article_id="b", title="Norland")
    assert shown(answer(question, war, raid)) == [(170000, "current")]
    assert answer(question, raid) is None


def test_one_raid_is_not_counted_by_the_war() -> None:
    """The other way round."""
    question = "How many people were killed in the raid in Norland?"
    assert shown(answer(question, article(f"{RAID} {WAR}", title="Norland"))) == [(2, "current")]


def test_counts_of_a_war_told_a_year_apart_are_of_one_war() -> None:
    """The last one leads, and the earlier one is history; a raid of a year ago would be another event."""
    before = article(
        "At least 64 children have been killed in Marun since Ostia invaded in May.", article_id="a", day="2022-06-01"
    )
    now = article(
        "At least 465 children have been killed in Marun since Ostia invaded.", article_id="b", day="2023-05-26"
    )
    assert shown(answer("How many children were killed in Marun?", before, now)) == [(465, "current"), (64, "earlier")]


def test_the_dead_of_a_war_torn_town_are_not_the_wars() -> None:
    """Nor does a small count beside large ones answer for all of a war."""
    question = "How many people have been killed in the war in Norland?"
    town = article("In the war-torn town of Marun in Norland 11 people were killed.", article_id="c", title="Norland")
    assert answer(question, town) is None
    war = article(WAR, article_id="a", day="2020-01-28", title="Norland")
    week = article("The war in Norland killed 26 people this week.", article_id="d", title="Norland")
    assert shown(answer(question, war, week)) == [(170_000, "current")]
