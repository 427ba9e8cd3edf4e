"""Which numbers of a sentence may answer a count."""

from __future__ import annotations

import pytest

from app.answering.reading.candidates import candidates_in
from app.answering.reading.focus import focus_of
from tests.unit.answering.corner import article, sentences


def numbers_for(question: str, text: str) -> list[str]:
    (sentence,) = sentences(article(text))
    return [candidate.text for candidate in candidates_in(sentence, focus_of(question), frozenset())]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("About 48,000 people live in Varna, most of them in flats.", ["48,000"]),
        ("Varna has a population of 48,000, the council said.", ["48,000"]),
        ("A strike on Varna claimed the lives of 12 people.", []),
        ("The fire killed 17 and sent residents out of Varna.", []),
    ],
)
def test_a_population_is_counted_by_those_who_live_there(text: str, numbers: list[str]) -> None:
    """Lives that were lost and residents who fled are other numbers."""
    assert numbers_for("How many people live in Varna?", text) == numbers


@pytest.mark.parametrize("text", ["In 2014 five people died in Varna.", "A zero-tolerance raid killed five in Varna."])
def test_years_and_mottos_count_nobody(text: str) -> None:
    """The year stands nearer to the people than their number, and a motto begins with one."""
    assert numbers_for("How many people died in Varna?", text) == ["five"]


def test_a_number_does_not_count_a_part_of_what_it_counts() -> None:
    """ "18 including an American" are not 18 Americans."""
    question = "How many Americans were killed in Varna?"
    assert numbers_for(question, "The toll has risen to 18 including an American fighter.") == []
    assert numbers_for(question, "Two Americans were killed in Varna.") == ["Two"]
