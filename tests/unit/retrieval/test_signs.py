import pytest

from app.retrieval.question import analyse
from app.retrieval.signs import sign_points


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("How many posts?", "There are 40 posts.", "There are posts."),
        ("How many posts?", "There are twelve posts.", "There are posts."),
        ("How many of the 12 posts fell?", "Of the 12 posts 3 fell.", "The 12 posts fell."),
        ("When was it?", "It was on Friday.", "It was long ago."),
    ],
)
def test_a_text_with_the_kind_of_answer_gets_more(question: str, better: str, worse: str) -> None:
    """Numbers and days count where they are asked for and the question has not said them."""
    asked = analyse(question)
    assert sign_points(asked, better) > sign_points(asked, worse)


@pytest.mark.parametrize("question", ["Did Khan win?", "Why did Khan win 3 times?", "Who won?"])
def test_some_questions_need_no_sign(question: str) -> None:
    """What asks for no number and no day is answered by anything."""
    assert sign_points(analyse(question), "Larsen won 5 times on Friday.") == 0.0
