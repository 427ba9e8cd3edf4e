from app.answering.reading.slots import Slot, alignment, slot_of
from app.answering.reading.words import words_of
from app.models import Span


def test_the_neighbours_of_the_hole_are_read_from_the_question():
    """What stands before and after "which team" is what an answer stands between."""
    slot = slot_of("He is headed to which team after the trade?", "team")
    assert slot.left[:2] == ("~to", "head") or slot.left[0] == "head"
    assert "trade" in slot.right


def test_a_phrase_between_the_same_words_fits():
    """The name that follows "headed to" fits better than the one before it."""
    text = "Omar Haddad headed to the Suns after the trade"
    slot = slot_of("He is headed to which team after the trade?", "team")
    words = words_of(text)
    suns = alignment(words, Span(text.index("Suns"), text.index("Suns") + 4), slot)
    assert suns > alignment(words, Span(0, 11), slot)


def test_without_a_question_word_there_is_no_slot():
    """Then nothing can fit."""
    assert slot_of("Tell me about the truce.", None) == Slot()
    assert alignment(words_of("A truce."), Span(2, 7), Slot()) == 0
