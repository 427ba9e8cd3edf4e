"""Whose the counted are, and of which kind."""

import pytest

from app.figures.asked.quantity import read_asked
from app.figures.matching.counted_fit import is_of_other_kind
from app.figures.reading.extract import extract_figures
from tests.unit.figures.articles import answer, article, shown


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("rebel", "Clashes killed 30 regime and rebel fighters in Marun."),
        ("Russian", "In Marun 12 Hezbollah fighters were killed."),
    ],
)
def test_fighters_of_others_are_not_those_asked_about(asked: str, text: str) -> None:
    """Both sides together are not one of them, and a group of another country's are nobody's but its own."""
    question = f"How many {asked} fighters were killed in Marun?"
    assert shown(answer(question, article(text, title=f"{asked} fighters in Marun"))) == []


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("How many prisoners escaped in Marun?", True),
        ("How many militants escaped in Marun?", False),
        ("How many fanglers escaped in Marun?", False),
    ],
)
def test_only_known_nouns_are_surely_of_another_kind(question: str, other: bool) -> None:
    """Five militants are no five prisoners; what fanglers are is not known."""
    asked = read_asked(question)
    assert asked is not None
    [record] = extract_figures(article("In Marun five militants escaped."))
    assert is_of_other_kind(asked, record) == other
