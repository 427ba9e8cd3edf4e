import pytest

from app.answering.extractive.defining import defined_thing
from app.answering.extractive.reading import read
from app.answering.extractive.writer import write_extract
from app.answering.reading.focus import focus_of
from tests.unit.answering.corner import article, sentences

_TEXT = (
    "The Free Hunters met in Porto. Ada Moss spoke first. The Free Hunters are a militia of the Varna valley. "
    "The energy minister, Ada Moss, left early. What is a quiet zone? Two states agreed on it in spring."
)


def short(question):
    reading = read(focus_of(question), sentences(article(_TEXT)), as_of=None)
    return write_extract(reading, today="2021-03-04").short_answer


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("What are the Free Hunters?", "The Free Hunters are a militia"),
        ("Who is Ada Moss?", "The energy minister, Ada Moss"),
        ("What is a quiet zone?", "Two states agreed on it"),
    ],
)
def test_the_sentence_that_says_what_it_is_goes_before_those_that_name_it(question, start):
    """A heading that asks the same is answered by what follows it."""
    assert short(question).startswith(start)


@pytest.mark.parametrize("question", ["Who is the mayor of Varna?", "What is the name of the ship?", "Who won?"])
def test_a_question_for_a_name_or_a_fact_defines_nothing(question):
    """ "Who is" with a role asks who holds it."""
    assert defined_thing(focus_of(question)) is None
