import pytest

from app.answering.checking.statements import check
from app.answering.extractive.reading import read
from app.answering.extractive.writer import write_extract
from app.answering.reading.amounts import numbers
from app.answering.reading.dates import dates
from app.answering.reading.finders import other, places
from app.answering.reading.focus import focus_of
from app.answering.reading.persons import persons
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Smoke rises over Varna (Norland Photo), Ada Quill said.", {"Smoke", "Varna", "Ada Quill"}),
        ("The Porto-based watch group of Ada Quill (EjmAl) counted.", {"Ada Quill"}),
    ],
)
def test_credits_and_halves_of_names_are_no_names(text, names):
    """Who took the picture, "(AFP)" and "Porto-based" answer nothing."""
    assert set(found(other, "What fell?", text)) == names


def test_what_is_called_so_answers_a_question_for_a_name():
    """ "An operation called the Wrath of Rivers" gives the name asked for."""
    fits = found(other, "What name did Norland give the operation?", "Norland began one called the Wrath of Rivers.")
    assert fits["Wrath of Rivers"] > fits["Norland"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Imam Sheikh Omar Haddad spoke.", {"Omar Haddad"}), ("CDP reported it.", set())],
)
def test_titles_and_agencies_are_no_persons(text, name):
    """The person alone is told."""
    assert set(found(persons, "Who spoke?", text)) == name


def test_a_question_for_a_date_wants_a_day():
    """A year alone is hardly the date asked for; commas may be lost."""
    text = "The siege of 2016 began on May 31 2016 and ended in June."
    fits = found(dates, "On what date did the siege begin?", text)
    assert max(fits, key=fits.__getitem__) == "May 31 2016"
    assert fits["2016"] < 0.5
    assert found(dates, "When did the siege begin?", text)["2016"] == 1.0


def test_the_day_a_page_was_posted_is_no_answer():
    """Page furniture carries days of its own."""
    assert found(dates, "When did the ferry sink?", "Posted on 12 August 2016 the page tells of a ferry.") == {}


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


def test_the_number_of_a_model_and_one_of_many_count_nothing():
    """An F-22 is no 22, and "one of the main groups" no one group."""
    text = "An F-22 downed the balloon and 3 others, one of the US$5 models."
    assert set(found(numbers, "How many balloons were downed?", text)) == {"3", "US$5"}


def test_a_body_a_headline_and_a_lost_apostrophe_are_no_places():
    """What stands behind "of" or "in" is not always where something is."""
    text = "A member of the Norland Democratic Forces died in Syrias Varna, in Fire Sweeps The Old Town Of Porto Again."
    assert set(found(places, "Where did he die?", text)) == {"Syrias Varna", "Varna"}
