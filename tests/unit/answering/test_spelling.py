import pytest

from app.answering.spelling import respelling, spelled
from tests.unit.answering.corner import article, passage


def test_a_common_word_that_no_passage_holds_is_spelled_right():
    """ "first" is not corrected to the "fist" of a passage; a mistyped word is."""
    found = [passage(article("The guards raised a fist on the watchtower."))]
    question = "How many guards were on the wtachtower in the first days?"
    assert spelled(question, found) == "How many guards were on the watchtower in the first days?"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many pirates struck in Veliham?", "“Veliham” was read as “Velinham”: no article found has it as typed."),
        (
            "how many pirates struck in velihnam?",
            "“velihnam” was read as “Velinham”: no article found has it as typed.",
        ),
        ("How many workers stoped work in Velinham?", None),
        ("How many workers stopped work in Velinham?", None),
    ],
)
def test_a_name_that_was_put_right_is_told(question: str, told: str | None) -> None:
    """It may be the name of another place; a mistyped common word is not worth a sentence."""
    found = [passage(article("Workers stopped work in Velinham on Tuesday. Many stopped."))]

    assert respelling(question, found) == told
