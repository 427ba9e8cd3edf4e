import pytest

from app.answering.extractive.reading import read
from app.answering.reading.focus import focus_of
from tests.unit.answering.corner import ARTICLE, article, sentences


def short(question, *articles):
    answer = read(focus_of(question), sentences(*(articles or (ARTICLE,))), as_of=None).answer
    return answer.text if answer else None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who signed the truce on the Varna valley?", "Ilse Berg and Omar Haddad"),
        ("Who announced the truce between Berg and Haddad?", "Lena Ruiz"),
        ("At whose wish was the paper signed?", "the Norland leader"),
        ("Since when has the Free Hunters militia held the valley?", "2014"),
        ("How many border guards were killed in the shelling?", "33"),
    ],
)
def test_the_phrase_that_stands_where_the_question_asks_wins(question, answer):
    """Persons come without titles, and what the question names itself is no answer."""
    assert short(question) == answer


def test_articles_confirm_one_another():
    """Of two equally near names the one that two articles give wins."""
    texts = ["The Golden Elk went to actor Ada Holm.", "Actor Ada Holm won the Golden Elk.", "The Golden Elk: Jon Vik."]
    found = [article(text, article_id=str(place)) for place, text in enumerate(texts)]
    assert short("Which actor won the Golden Elk?", *found) == "Ada Holm"


def test_a_day_of_the_month_is_no_count():
    """The 7 of "7 April" does not count missiles."""
    text = "Missiles hit the Varna base on 7 April. Air defences around Varna shot at the missiles."
    assert short("How many missiles did the air defences of Varna shoot down?", article(text)) is None


@pytest.mark.parametrize(
    "question",
    [
        "How many Sudland planes were shot down over Kordia?",
        "Who is the president of Westmark?",
        "Who commanded the Varna fort?",
        "How many watchtowers were in the valley in 1987?",
        "What is the name of the bride from Varna?",
    ],
)
def test_being_on_the_subject_is_not_enough(question):
    """Another place, owner, year or deed than the asked one gives no answer."""
    assert short(question) is None


def test_without_sentences_there_is_no_answer():
    """Nothing read, nothing answered."""
    assert read(focus_of("Who won?"), [], as_of=None).answer is None


def test_the_day_of_another_deed_is_no_answer():
    """ "When did it capsize?" is not answered by the year it was built in."""
    text = (
        "The ferry Alda was built in 1988 in Porto. The ferry Alda capsized on Monday off Varna, the coastguard said."
    )
    assert short("When did the ferry Alda capsize?", article(text)) == "Monday, 1 March 2021"
