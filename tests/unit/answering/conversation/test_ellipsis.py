"""Turns that leave words out."""

import pytest

from app.answering.conversation.ellipsis import with_ones


@pytest.mark.parametrize(
    ("previous", "asked"),
    [
        ("How many posts are in Varna?", "How many small posts are in Varna?"),
        ("Where is the large bridge?", "Where is the small bridge?"),
        ("Where is the bridge?", None),
    ],
)
def test_ones_stand_for_what_was_counted_or_has_its_opposite(previous: str, asked: str | None) -> None:
    """A question with neither leaves open what is small."""
    assert with_ones("small ones", previous) == asked
