"""How well the days of a record fit those asked about."""

from tests.unit.figures.articles import answer, article, shown

QUESTION = "How many people did the blast in Marun kill on 6 August 2013?"
TOLL = article("A blast in Marun killed 12 people on Tuesday.", day="2013-08-06", title="Blast in Marun")


def test_the_opening_of_an_article_of_days_later_is_news_of_its_own() -> None:
    """Four days on "a blast killed 30" may be another one: it does not lead over the count of the day."""
    later = article("A blast in Marun killed 30 people.", article_id="b", day="2013-08-10", title="Blast in Marun")
    assert shown(answer(QUESTION, TOLL, later)) == [(12, "conflicting"), (30, "conflicting")]


def test_a_count_of_more_days_than_asked_about_does_not_lead() -> None:
    """What was counted from Monday to Thursday holds the Tuesday and more."""
    text = "A blast in Marun killed 30 people from Monday to Thursday."
    more = article(text, article_id="b", day="2013-08-09", title="Blast in Marun")
    assert shown(answer(QUESTION, TOLL, more))[0] == (12, "conflicting")


def test_a_later_article_that_names_the_day_counts_though_it_says_little_else() -> None:
    """ "an October 6 attack … that killed 29 guards" is the attack of that day."""
    first = article(
        "At least 20 guards were killed in a blast at the Atma border crossing.", article_id="a", day="2016-10-06"
    )
    later = article(
        "The group has often come here, as in the October 6 blast at a border crossing that killed 29 guards.",
        article_id="b",
        day="2016-10-14",
    )
    found = answer(
        "How many guards were killed in the blast at the Atma border crossing on 6 October 2016?", first, later
    )
    assert shown(found) == [(29, "current"), (20, "earlier")]


def test_what_held_by_a_month_was_counted_by_then() -> None:
    """A count of some time of the year is not one "by March"."""
    text = article(
        "By March of this year there were eight posts in Marun. Turkey had 12 posts in Marun in 2018.", day="2018-12-20"
    )
    assert shown(answer("How many posts were there in Marun by March 2018?", text)) == [(8, "current")]


def test_the_sum_of_a_campaign_is_not_the_toll_of_one_of_its_days() -> None:
    """ "Since 1 July" counts on to the day of its article, which is the day asked about."""
    text = article(
        "Strikes on Marun killed 18 people on Tuesday. Since 1 July strikes on Marun have killed 136 people.",
        day="2013-08-06",
        title="Strikes on Marun",
    )
    assert shown(answer("How many people did the strikes on Marun kill on 6 August 2013?", text)) == [(18, "current")]


def test_an_article_of_days_later_must_name_what_happened() -> None:
    """Its own town is no evidence that a figure without a day is of the day asked about."""
    question = "How many people did the strikes on Marun kill on 6 August 2013?"
    later = article(
        "Marun buried its dead on Saturday. Three people were killed.", day="2013-08-10", title="Strikes on Marun"
    )
    assert answer(question, later) is None
    named = article(
        "Schools opened on Saturday. The strikes on Marun killed 18 people.", day="2013-08-10", title="Schools"
    )
    assert shown(answer(question, named)) == [(18, "current")]


def test_a_later_article_that_names_what_happened_counts_whatever_its_own_news() -> None:
    """A story of Saturday's blast looks back on Tuesday's strikes, and has their full toll."""
    first = article(
        "Air strikes on Marun killed 45 people on Tuesday.", article_id="a", day="2013-08-06", title="Marun"
    )
    later = article(
        f"A blast in Belmar killed four people on Saturday. {'Schools were shut. ' * 30}"
        "The air strikes on Marun killed 82 people.",
        article_id="b",
        day="2013-08-10",
        title="Blast in Belmar",
    )
    found = answer("How many people did the air strikes on Marun kill on 6 August 2013?", first, later)
    assert shown(found) == [(82, "current"), (45, "earlier")]
