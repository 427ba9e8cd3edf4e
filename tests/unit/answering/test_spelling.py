from app.answering.spelling import spelled
from tests.unit.answering.corner import article, passage


def test_a_common_word_that_no_passage_holds_is_spelled_right():
    """ "first" is not corrected to the "fist" of a passage; a mistyped word is."""
    found = [passage(article("The guards raised a fist on the watchtower."))]
    question = "How many guards were on the wtachtower in the first days?"
    assert spelled(question, found) == "How many guards were on the watchtower in the first days?"
