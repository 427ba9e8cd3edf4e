import pytest

from app.answering.checking.wording import leaves_out_doubt, rewords
from app.answering.draft import Quote, Statement
from app.models import Article, Span

TEXT = "On Monday the Bears beat the Lions by 40 points in Varna, the league's closest rival said on Tuesday."


def claim(text: str, quoted: str = TEXT, title: str = "") -> Statement:
    return Statement(text, (Quote(Article("match", quoted, title), Span(0, len(quoted))),))


@pytest.mark.parametrize(
    ("text", "reworded"),
    [
        (TEXT, False),
        ("The Bears beat the Lions by 40 points.", False),
        ("On Monday the Bears beat the Lions in the Varna, Tuesday.", False),
        ("Yes, the Bears beat the Lions.", False),
        ("The Lions beat the Bears by 40 points.", True),
        ("The Bears are beating the Lions.", True),
        ("The Bears won by 40 points.", True),
        ("The Bears beat the Lions by", True),
        ("The Bears beat the Lions by 40 points in the final.", True),
    ],
)
def test_a_claim_may_leave_words_out_and_nothing_else(text, reworded):
    """Another form of a word is another word, and another order another match."""
    assert rewords(claim(text)) is reworded


@pytest.mark.parametrize(
    ("quoted", "text", "reworded"),
    [
        ("She won by 40 points.", "Ilse Berg won by 40 points.", False),
        ("Ruiz won by 40 points.", "Ilse Berg won by 40 points.", True),
        ("Ruiz won by 40 points.", "Ruiz won by 40 points.", False),
    ],
)
def test_a_name_of_the_title_may_stand_for_no_other_name(quoted, text, reworded):
    """It may tell who "she" is."""
    assert rewords(claim(text, quoted, "Ilse Berg and the league")) is reworded


@pytest.mark.parametrize(
    ("quoted", "text", "left_out"),
    [
        ("The storm was expected to reach Varna.", "The storm to reach Varna.", True),
        ("The storm was expected to reach Varna.", "The storm was expected to reach Varna.", False),
        ("If it rains, the match is off.", "The match is off.", True),
        ("The match isn't off.", "The match is off.", True),
        ("The match is off.", "The match is off.", False),
        ("The match is off in May.", "The match is off.", False),
    ],
)
def test_what_is_expected_denied_or_conditional_stays_so(quoted, text, left_out):
    """The word that says so may not get lost."""
    assert leaves_out_doubt(claim(text, quoted)) is left_out
