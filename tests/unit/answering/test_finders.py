import pytest

from app.answering.checking import check
from app.answering.extractive import read, write_extract
from app.answering.finders import dates, places
from app.answering.focus import focus_of
from tests.unit.answering.corner import article, sentences


def found(finder, question, text, **fields):
    """What the finder reads in a one-sentence article: how each phrase is told, with its fit."""
    sentence = sentences(article(text, **fields))[0]
    return {
        told or sentence.text[span.start : span.end]: fit
        for span, fit, told in finder(sentence, focus_of(question), frozenset())
    }


def short_answer(question, *articles):
    return check(write_extract(read(focus_of(question), sentences(*articles), as_of=None), today="2021-03-04"))


@pytest.mark.parametrize(
    ("text", "published_at", "told"),
    [
        ("The ferry sank on Sunday.", "2021-03-03", "Sunday, 28 February 2021"),
        ("The ferry sank on Wednesday.", "2021-03-03", "Wednesday, 3 March 2021"),
        ("The ferry sank on 5 March.", "2021-03-07", "5 March"),
        ("The ferry sank on Sunday.", "", "Sunday"),
    ],
)
def test_a_weekday_is_told_with_the_day_its_article_means(text, published_at, told):
    """Without a day of publication it stays a weekday."""
    assert list(found(dates, "When did the ferry sink?", text, published_at=published_at)) == [told]


def test_the_day_of_a_statement_is_not_the_day_of_the_event():
    """ "The mayor said on Tuesday" tells when the mayor spoke."""
    fits = found(dates, "When did the ferry sink?", "The ferry sank on Sunday, the mayor said on Tuesday.")
    assert fits["Sunday, 28 February 2021"] > 3 * fits["Tuesday, 2 March 2021"]


def test_a_weekday_with_its_day_is_supported_by_its_sentence():
    """The day is read from the quote and the article's own day, so it survives the check."""
    one = article("The ferry Alma sank off Varna on Sunday, the coastguard said.", published_at="2021-03-03")
    checked = short_answer("When did the ferry Alma sink?", one)
    assert (checked.short_answer, checked.claims[0].verdict) == ("Sunday, 28 February 2021", "supported")


def test_a_people_is_no_place_and_a_ship_is_hardly_one():
    """After a preposition of place a name fits well."""
    fits = found(places, "Where did the ferry sink?", "The Turkish ferry Alma Rose sank off the Sandrey Islands.")
    assert set(fits) == {"Alma Rose", "Sandrey Islands"}
    assert fits["Sandrey Islands"] > 3 * fits["Alma Rose"]


def test_a_place_inside_another_collects_no_votes_for_it():
    """Many sentences on Idlib do not make the answer "Taftanaz in Idlib"."""
    many = [article(f"Sirens sounded {word} in Idlib.", article_id=word) for word in ("again", "twice", "late")]
    one = article("Sirens sounded at Taftanaz in Idlib.", article_id="one")
    assert short_answer("Where did sirens sound?", *many, one).short_answer == "Idlib"
