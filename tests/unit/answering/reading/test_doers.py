"""Who did it, by the form of the sentence."""

import pytest

from app.answering.reading.doers import deed_asked, did_nothing, doers_in, does, is_done_to_asked
from app.answering.reading.focus import focus_of
from app.models import Span


def span_of(text: str, name: str) -> Span:
    start = text.index(name)
    return Span(start, start + len(name))


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who asked for the call?", "It was Norrin that asked for the call, Ada Quill said.", "Norrin"),
        ("Who shot down the plane?", "Norrin also shot down a plane.", "Norrin"),
        ("Who won the race?", "Ada Quill of Norrin won the race.", "Ada Quill"),
        ("Who resigned as mayor?", "The mayor, Ada Quill, resigned on Sunday.", "Ada Quill"),
        ("Who took the drum?", "The drum was taken by Colonel Ada Quill in 1897.", "Ada Quill"),
        ("Which group claimed responsibility for it?", "The Quill Brigade claimed responsibility.", "Quill Brigade"),
    ],
)
def test_the_subject_and_what_follows_by_did_it(question: str, text: str, name: str) -> None:
    """In front of the verb, with what may stand between, or behind "by"."""
    deed = deed_asked(focus_of(question))
    assert deed is not None
    assert does(text, span_of(text, name), deed)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norrin asked for the call, Ada Quill said.", "Ada Quill"),
        ("The mayor of Norrin, Ada Quill, told reporters that Orlen asked for the call.", "Ada Quill"),
        ("Orlen asked for the call in Norrin.", "Norrin"),
    ],
)
def test_speakers_and_places_did_nothing(text: str, name: str) -> None:
    """Who tells of a deed did not do it."""
    deed = deed_asked(focus_of("Who asked for the call?"))
    assert deed is not None
    assert not does(text, span_of(text, name), deed)
    assert did_nothing(text, span_of(text, name))


def test_somebody_without_a_name_is_found_by_what_he_is() -> None:
    """Troops and courts do deeds; an air strike is nobody."""
    deed = deed_asked(focus_of("Who retook the town?"))
    assert deed is not None
    text = "Rebels retook the town; an air strike retook nothing."
    assert [text[span.start : span.end] for span in doers_in(text, deed)] == ["Rebels"]


def test_it_was_done_to_whoever_stands_before_was() -> None:
    """ "Who was pulled out?" asks for the subject of "was pulled", with its age."""
    deed = deed_asked(focus_of("Who was pulled out of the rubble?"))
    assert deed is not None
    text = "A 41-year-old woman was pulled out by rescuers in Norrin."
    assert [text[span.start : span.end] for span in doers_in(text, deed)] == ["41-year-old woman"]


@pytest.mark.parametrize(
    ("text", "around", "told"),
    [
        ("Norrin shot down a drone.", set(), True),
        ("Norrin shot down a plane.", {"drone"}, False),
        ("Norrin shot it down.", {"drone"}, True),
        ("Nobody shot down the drone.", set(), False),
    ],
)
def test_the_deed_is_told_of_the_very_thing(text: str, around: set[str], told: bool) -> None:
    """Another thing, or a denial, tells nothing; a pronoun stands for what stood before."""
    deed = deed_asked(focus_of("Who shot down the drone?"))
    assert deed is not None
    assert is_done_to_asked(text, frozenset(around), deed) is told


@pytest.mark.parametrize(
    "question", ["Who is the mayor?", "Whom did they kill?", "Who said so?", "Which town was hit?", "Who made history?"]
)
def test_being_saying_and_suffering_are_no_deeds(question: str) -> None:
    """Then nobody is asked to have done something."""
    assert deed_asked(focus_of(question)) is None
