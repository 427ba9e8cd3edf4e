import pytest

from app.answering.checking.statements import check
from app.answering.extractive.reading import read
from app.answering.extractive.writer import write_extract
from app.answering.reading.focus import focus_of
from tests.unit.answering.corner import article, sentences

_TEXT = (
    "Norland withdrew its guards from the Varna fort on Monday. Sudland must withdraw from the Kordia fort by May. "
    "The club of Porto has dismissed its coach, Ada Moss, after six defeats. Sudland did not attack the Varna harbour. "
    "There are two watchtowers on Mount Alda."
)


def answered(question):
    reading = read(focus_of(question), sentences(article(_TEXT)), as_of=None)
    return check(write_extract(reading, today="2021-03-04"))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Did Norland withdraw from the Varna fort?", "Yes"),
        ("Was Ada Moss sacked?", "Yes"),
        ("Did Sudland attack the Varna harbour?", "No"),
        ("Are there watchtowers on Mount Alda?", "Yes"),
    ],
)
def test_yes_and_no_stand_before_the_sentence_that_says_so(question, short):
    """The whole sentence is cited, and the answer passes the checks of every other."""
    answer = answered(question)
    assert answer.short_answer == short
    assert answer.text.startswith(f"{short}: ")
    assert len(answer.citations) == 1


def test_what_must_happen_has_not_happened():
    """A demand leaves the question open: the sentence is told without yes or no."""
    answer = answered("Has Sudland withdrawn from the Kordia fort?")
    assert answer.short_answer.startswith("Sudland must withdraw")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did Sudland use poison?", ""),
        ("Did Norland use poison?", "The minister said that Norland"),
        ("Did the rebels use poison?", "Sudland accused"),
        ("Did the harbour board appeal?", "The harbour board will appeal"),
    ],
)
def test_an_accusation_and_a_plan_are_told_without_yes(question, told):
    """Who accuses another one of a deed has not done it, and whether the other one has is open."""
    text = (
        "Sudland accused rebels of using poison. The minister said that Norland used poison, too. "
        "The harbour board will appeal against the fine, it said."
    )
    reading = read(focus_of(question), sentences(article(text)), as_of=None)
    assert check(write_extract(reading, today="2021-03-04")).short_answer.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "Did Mount Alda withdraw?",
        "Does Norland have nuclear weapons?",
        "Did Norland attack the Porto club?",
        "Was the captain of Varna arrested?",
    ],
)
def test_a_sentence_that_lacks_what_is_asked_about_answers_nothing(question):
    """Being on the subject is not enough for yes or no either."""
    assert answered(question).status == "not_in_archive"
