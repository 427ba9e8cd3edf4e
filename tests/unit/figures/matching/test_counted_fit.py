"""Whose the counted are."""

import pytest

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
