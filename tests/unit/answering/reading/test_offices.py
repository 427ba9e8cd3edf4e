import pytest

from app.answering.extractive.reading import read
from app.answering.extractive.writer import write_extract
from app.answering.reading.focus import focus_of
from app.answering.reading.offices import asked_office
from tests.unit.answering.corner import article, sentences


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Who is the president of Westmark?", "president"),
        ("Who's Westmark's prime minister?", "prime minister"),
        ("Who was the president of Westmark in 1990?", None),
        ("Who met the president of Westmark?", None),
    ],
)
def test_questions_on_who_holds_an_office_are_recognised(question, office):
    """Only the present holder is asked for."""
    assert asked_office(question) == office


@pytest.mark.parametrize(
    ("text", "today", "status"),
    [
        ("Westmark President Ada Holm met farmers.", "2021-06-01", "answered"),
        ("Westmark President Ada Holm met farmers.", "2026-06-01", "not_in_archive"),
        ("Ada Holm is the president of Westmark.", "2026-06-01", "answered"),
        ("Ada Holm, the president of Westmark, met farmers.", "2026-06-01", "answered"),
    ],
)
def test_a_title_in_passing_counts_only_while_it_is_fresh(text, today, status):
    """A statement counts always; a title tells who held the office when the story ran."""
    reading = read(focus_of("Who is the president of Westmark?"), sentences(article(text)), as_of=None)
    assert write_extract(reading, today=today).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The governor of the district of Orlen, Ada Holm, met farmers of Westmark.", "not_in_archive"),
        ("The governor of Westmark, Ada Holm, met farmers of Orlen.", "answered"),
        ("In Westmark its governor, Ada Holm, met farmers.", "answered"),
    ],
)
def test_an_office_is_that_of_the_place_asked_about(text, status):
    """The governor of another place, met there, governs something else."""
    reading = read(focus_of("Who is the governor of Westmark?"), sentences(article(text)), as_of=None)
    assert write_extract(reading, today="2026-06-01").status == status
