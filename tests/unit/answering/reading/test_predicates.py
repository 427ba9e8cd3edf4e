"""Whether a sentence says the deed that a question asks the day or place of."""

import pytest

from app.answering.reading.focus import focus_of
from app.answering.reading.predicates import names_what_is_done_to, says_the_deed
from tests.unit.answering.corner import article, sentences


@pytest.mark.parametrize(
    ("question", "text", "says"),
    [
        ("When did the ferry capsize?", "The ferry capsized on 5 May.", True),
        ("When was Quill dismissed?", "Quill came to Orlen on 5 May.", False),
        ("When does the truce start?", "A truce will take effect on 5 May.", True),
        ("When does the truce start?", "Patrols will start on 5 May.", False),
        ("When did the brigade seize Orlen?", "It seized Orlen on 5 May.", True),
        ("When was the flood?", "The flood came on 5 May.", True),
        ("When was the flood?", "A ferry capsized on 5 May.", False),
        ("When was the post encircled?", "He set a day on 5 May.", False),
    ],
)
def test_a_day_belongs_to_its_own_deed(question: str, text: str, says: bool) -> None:
    """Of the same subject or a pronoun for it; a question without a deed takes any sentence."""
    assert says_the_deed(focus_of(question), sentences(article(text))[0]) is says


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("When did the army capture Orlen?", "The army captured Varna on 5 May.", False),
        ("When did the army capture Orlen?", "Orlen fell on 5 May.", True),
        ("When did the army march into Orlen?", "It marched on 5 May.", True),
        ("When did the ferry capsize?", "It capsized on 5 May.", True),
    ],
)
def test_a_day_belongs_to_what_the_deed_was_done_to(question: str, text: str, names: bool) -> None:
    """Named in the sentence, beside it or in the title; a question that names none takes any sentence."""
    assert names_what_is_done_to(focus_of(question), sentences(article(text))[0]) is names
