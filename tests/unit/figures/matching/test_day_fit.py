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
