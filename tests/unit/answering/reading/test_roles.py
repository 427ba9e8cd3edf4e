"""Who holds a role or does a deed, by the form of the sentence."""

import pytest

from app.answering.reading.focus import focus_of
from app.answering.reading.roles import asks_holder, does_deed, holds_role, roles_of
from app.models import Span


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The wharf's chairwoman, Ada Quill, spoke.", True),
        ("Ada Quill, the chairwoman of the wharf, spoke.", True),
        ("Ada Quill the chairwoman of the wharf spoke.", True),
        ("Ada Quill is the chairwoman of the wharf.", True),
        ("Wharf chairwoman Lady Ada Quill spoke.", True),
        ("The river reached Ada Quill, who lives there.", False),
    ],
)
def test_a_role_stands_beside_its_holder(text: str, holds: bool) -> None:
    """An apposition before or after the name tells the role."""
    start = text.index("Ada Quill")
    assert holds_role(text, Span(start, start + 9), roles_of(focus_of("Who chairs the wharf?"))) is holds


@pytest.mark.parametrize(
    ("text", "does"),
    [("Ada Quill won the cup.", True), ("They beat last year's winner, Ada Quill.", False)],
)
def test_who_does_the_deed_is_its_subject(text: str, does: bool) -> None:
    """The name in front of the verb did it; another one in the sentence did not."""
    start = text.index("Ada Quill")
    assert does_deed(text, Span(start, start + 9), focus_of("Who won the cup?").deed) is does


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Who was the pilot of the glider that fell near Varna?", True),
        ("What was the name of the priest freed in May?", True),
        ("Who commanded the fort?", True),
        ("Who was appointed leader of the guild?", False),
        ("Who said the pilot was brave?", False),
    ],
)
def test_a_question_for_the_holder_of_a_role_takes_nobody_else(question: str, asks: bool) -> None:
    """Whoever stands near a pilot is not the pilot."""
    assert asks_holder(focus_of(question)) is asks
