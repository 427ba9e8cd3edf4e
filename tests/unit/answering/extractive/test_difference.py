"""Questions for a difference, read without an archive, and computed from two figures."""

import pytest

from app.answering.checking.statements import check
from app.answering.draft import Draft, Quote, Statement
from app.answering.extractive.difference import write_difference
from app.figures.differences import asked_difference
from app.figures.matching.resolve import resolve
from app.figures.reading.extract import extract_figures
from app.models import Article, Span
from tests.unit.figures.articles import article

POSTS = (
    article("Turkey has 8 posts in Idlib, a driver said.", article_id="a", day="2018-03-02", source="north"),
    article("Turkey has 12 posts in Idlib, the General Staff said.", article_id="b", day="2018-05-16", source="east"),
    article("Turkey now has 40 posts in Idlib, the Blue TV channel said.", article_id="c", day="2020-02-28"),
)
TOLLS = (
    article(
        "The ministry said 31 people were killed in the Marun blast.", article_id="a", day="2020-03-02", source="n"
    ),
    article(
        "The observatory said 44 people were killed in the Marun blast.", article_id="b", day="2020-03-02", source="s"
    ),
)


@pytest.mark.parametrize(
    ("question", "counted", "sides"),
    [
        ("By how much did the number of Turkish posts in Idlib grow?", "How many Turkish posts in Idlib?", ()),
        ("By how much has the death toll in Marun risen since Monday?", "What is the death toll in Marun?", ()),
        ("How many more posts are there in Idlib than in 2018?", "How many posts are there in Idlib?", ()),
        (
            "How much did the number of displaced people in Idlib rise between January and February 2020?",
            "How many people were displaced in Idlib?",
            (),
        ),
        (
            "What is the difference between the ministry's and the observatory's figures for people killed in Marun?",
            "How many people were killed in Marun?",
            ("the ministry's", "the observatory's"),
        ),
        (
            "How many more people were killed according to the observatory than according to the ministry?",
            "How many people were killed?",
            ("the observatory", "the ministry"),
        ),
    ],
)
def test_what_is_counted_and_who_is_held_against_whom(question, counted, sides):
    """The question for the figures themselves, without days and speakers."""
    asked = asked_difference(question)
    assert asked is not None
    assert (asked.counted, asked.sides) == (counted, sides)


@pytest.mark.parametrize(
    "question",
    ["How many posts are in Idlib?", "How many more people arrived?", "How much did the bridge cost?", "Why?"],
)
def test_other_questions_ask_for_no_difference(question):
    """ "more" without "than", and a price that did not move."""
    assert asked_difference(question) is None


def computed(question: str, *articles: Article) -> Draft:
    asked = asked_difference(question)
    assert asked is not None
    keyed = {(one.article_id, one.version): one for one in articles}
    found = resolve(asked.counted, [record for one in articles for record in extract_figures(one)], keyed)
    assert found is not None
    return write_difference(asked, found, keyed, as_of=None)


@pytest.mark.parametrize(
    ("question", "short", "relation"),
    [
        ("By how much did the number of Turkish posts in Idlib grow?", "28", "up from 12 to 40"),
        ("By how much did the number of Turkish posts in Idlib grow since March 2018?", "32", "up from 8 to 40"),
        ("How many more Turkish posts are there in Idlib than in May 2018?", "28", "up from 12 to 40"),
        ("By how much did the number of posts in Idlib rise between 2 March and 16 May 2018?", "4", "up from 8 to 12"),
    ],
)
def test_a_difference_is_computed_from_two_figures_that_are_both_cited(question, short, relation):
    """The words of the difference carry both quotes; both figures follow with their own."""
    draft = computed(question, *POSTS)
    checked = check(draft)

    assert checked.short_answer == short
    assert relation in checked.text
    assert "computed from the two figures cited" in checked.text
    assert checked.claims[0].citations == (1, 2)
    assert abs(checked.figures[0].value - checked.figures[1].value) == float(short)
    for figure in checked.figures:
        assert f"{figure.value:g} posts" in checked.citations[figure.citation - 1].quote


def test_two_speakers_are_held_against_each_other():
    """Neither figure is called the earlier one."""
    draft = computed(
        "What is the difference between the observatory's and the ministry's tolls for people killed in Marun?", *TOLLS
    )

    checked = check(draft)
    assert checked.short_answer == "13"
    assert "44 against 31" in checked.text
    assert "earlier" not in checked.text


@pytest.mark.parametrize(
    "question",
    [
        "By how much did the number of posts in Idlib grow between May 2018 and July 2019?",
        "By how much did the number of posts in Idlib grow since 2015?",
        "What is the difference between the ministry's and Blue TV's figures for posts in Idlib?",
    ],
)
def test_without_two_figures_there_is_no_difference(question):
    """A day without a figure and a speaker who gave none: nothing is said."""
    assert computed(question, *POSTS).statements == ()


def test_rounded_figures_give_a_rounded_difference():
    """ "about" where one of the two is not exact."""
    draft = computed(
        "By how much did the number of posts in Idlib grow?",
        *POSTS[:1],
        article("Turkey now has more than 40 posts in Idlib, a driver said.", article_id="d", day="2020-02-28"),
    )
    assert draft.short_answer == "about 32"


RANGE = article("Turkey had between 8 and 10 posts in Idlib, a driver said.", article_id="r", day="2018-03-02")


def test_a_range_gives_a_range_of_differences():
    """From "8 to 10" to 40 it is 30 to 32, and nothing where both may be equal."""
    question = "By how much did the number of Turkish posts in Idlib grow?"
    draft = computed(question, RANGE, POSTS[2])
    assert draft.short_answer == "30–32"
    assert "up from 8–10 to 40" in check(draft).text
    equal = article("Turkey now has 9 posts in Idlib, the Blue TV channel said.", article_id="c", day="2020-02-28")
    assert computed(question, RANGE, equal).statements == ()


def test_prices_in_one_currency_are_subtracted():
    """The currency is told."""
    bread = article("The price of bread in Marun rose to 500 Norland crowns ($1) from 350 crowns in May.")
    draft = computed("By how much did the price of bread in Marun rise?", bread)
    assert draft.short_answer == "150 Norland crowns"
    wheat = article("The price of wheat in Odrin climbed to $310 a tonne, from $265 in April.")
    assert computed("By how much did the price of wheat in Odrin rise?", wheat).short_answer == "45 dollars"


def test_a_difference_falls_with_either_figure():
    """What is computed is not said when one of its parts is not supported by its own quote."""
    body = article("Turkey has 12 posts. It now has 40 posts.")
    true = Statement("Turkey has 12 posts.", (Quote(body, Span(0, 20)),))
    false = Statement("It now has 41 posts.", (Quote(body, Span(21, 41)),))

    kept, dropped = (
        check(Draft("28", (Statement("28: up from 12 to 40.", one.quotes, parts=(true, one)), true)))
        for one in (true, false)
    )
    assert kept.text.startswith("28")
    assert dropped.status == "not_in_archive"
