import pytest

from app.figures.asked.sides import comparing_form, says, sides_of
from tests.unit.figures.articles import answer, article, shown


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("How many drowned according to the coastguard, and how many according to Blue Lines?", 2),
        ("How many people marched according to the unions and the ministry?", 2),
        ("How many people marched according to the unions and according to the ministry?", 2),
        ("How many cases did the institute count and how many the county hospital?", 2),
        ("How many cases do the institute and the county hospital list?", 2),
        ("What toll did the Civil Guard give, and what toll the Observatory?", 2),
        ("How many people did the blast kill and how many did it wound?", 0),
        ("How many people died according to the ministry?", 0),
    ],
)
def test_two_sources_of_one_question_are_told_apart(question: str, sides: int) -> None:
    """Whichever way the second one is joined; one source is no comparison, and two deeds are no sources."""
    assert len(sides_of(question)) == sides


@pytest.mark.parametrize(
    ("question", "form"),
    [
        (
            "What did the board and the union say about the number of dead at Marun?",
            "How many dead at Marun according to the board and according to the union?",
        ),
        (
            "Do the board and the Fair Vote network agree on the turnout in Marun?",
            "What was the turnout in Marun according to the board and according to the Fair Vote network?",
        ),
        (
            "Compare what the army and the Observatory said about soldiers killed in Marun.",
            "How many soldiers killed in Marun according to the army and according to the Observatory?",
        ),
        ("What did Roe and Doe say about Marun?", "What did Roe and Doe say about Marun?"),
    ],
)
def test_what_two_sources_say_of_a_number_is_a_counting_question(question: str, form: str) -> None:
    """Only where a number is spoken about."""
    assert comparing_form(question) == form


def test_a_printed_speaker_is_the_source_when_half_of_its_words_agree() -> None:
    """ "Norland's ministry" is "the ministry"; "the company" is not "the union"."""
    assert says(("norland", "ministry"), "The ministry")
    assert not says(("company",), "The metalworkers' union")


def test_both_sources_are_shown_and_no_third_one() -> None:
    """Each with what it said last, in the order asked."""
    text = article(
        "The unions said 12,000 people marched in Marun. The ministry put the number of marchers at 7,500. "
        "Police spoke of 9,000 people.",
        title="March in Marun",
    )
    found = answer("How many people marched in Marun according to the ministry and according to the unions?", text)
    assert shown(found) == [(7_500, "conflicting"), (12_000, "conflicting")]


def test_sources_that_agree_are_one_figure() -> None:
    """No conflict is made up because two were asked for."""
    text = article("The unions said 12,000 people marched in Marun. Police said 12,000 people marched.", title="Marun")
    found = answer("How many people marched in Marun according to the unions and according to police?", text)
    assert shown(found) == [(12_000, "current")]
