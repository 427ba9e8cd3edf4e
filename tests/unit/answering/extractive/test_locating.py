"""Where something is, as a sentence says it behind the name."""

import pytest

from app.answering.extractive.locating import located_thing
from app.answering.extractive.reading import read
from app.answering.extractive.writer import write_extract
from app.answering.reading.focus import focus_of
from tests.unit.answering.corner import article, sentences


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Orlen, in the north-west of Norland, is the last town on the river.", "in the north-west of Norland"),
        ("In Orlen, a village of old houses outside Varna, women cook for hundreds.", "outside Varna"),
        ("The town of Orlen in southern Norland was flooded again this week.", "in southern Norland"),
        ("The mayor of Orlen met the ministers of Norland and of Sudland in Porto.", ""),
    ],
)
def test_a_place_is_where_its_sentence_puts_it(text: str, where: str) -> None:
    """Any other place near the name is no answer."""
    draft = write_extract(read(focus_of("Where is Orlen?"), sentences(article(text)), as_of=None), today="2021-03-04")
    assert draft.short_answer == where


@pytest.mark.parametrize("question", ["Where is the library in Orlen?", "Where was Orlen flooded?", "What is Orlen?"])
def test_only_a_bare_name_is_located(question: str) -> None:
    """Other questions for a place are read for what they say of it."""
    assert located_thing(focus_of(question)) is None
