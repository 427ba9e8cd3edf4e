import pytest

from app.answering.acceptance import require_question
from app.errors import QuestionError
from app.models import Ask, SearchFilters


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (Ask(""), "empty"),
        (Ask(" \n "), "empty"),
        (Ask("x" * 2_001), "2,001 characters; at most 2,000"),
        (Ask("How many \ud800 posts?"), r"'How many \? posts\?' holds half a character"),
        (Ask("And now?", history=("\udfff",)), "half a character"),
        (Ask("Who?", filters=SearchFilters(sources=("\ud800",))), "half a character"),
        (Ask("Who?", filters=SearchFilters(as_of="soon")), "as_of is 'soon'"),
        (Ask("Who?", filters=SearchFilters(published_after="2020-02-31")), "published_after is '2020-02-31'"),
        (
            Ask("Who?", filters=SearchFilters(published_after="2021-01-01", published_before="2020-01-01")),
            "No day is both after 2021-01-01 and before 2020-01-01",
        ),
    ],
)
def test_unusable_questions_are_named(ask: Ask, told: str) -> None:
    """One clear sentence says what is wrong."""
    with pytest.raises(QuestionError, match=told):
        require_question(ask, max_chars=2_000)


@pytest.mark.parametrize(
    "ask",
    [
        Ask("x" * 2_000),
        Ask("Kaç gözlem noktası var? 🇹🇷"),
        Ask("Who?", filters=SearchFilters(published_after="2020-01-01T12:00:00Z", published_before="2020-01-01")),
    ],
)
def test_whatever_can_be_asked_is_accepted(ask: Ask) -> None:
    """The longest question, other scripts, one day alone."""
    require_question(ask, max_chars=2_000)
