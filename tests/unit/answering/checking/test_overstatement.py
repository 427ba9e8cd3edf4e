import pytest

from app.answering.checking.overstatement import adds_an_outcome, echoes, is_outdated, overstates
from app.answering.draft import Quote
from app.models import Article, Span


@pytest.mark.parametrize(
    ("claim", "quotes", "overstated"),
    [
        ("The council added owls to the list.", ["The council reviews whether to put owls on the list."], True),
        ("The council may add owls.", ["The council reviews whether to put owls on the list."], False),
        ("The mayor took the money.", ["The mayor allegedly took the money."], True),
        ("The vote was held in May.", ["The vote was held on 4 May."], False),
        ("The council added owls.", ["It could add owls.", "The council added owls on Monday."], False),
        ("At least 40 owls were seen.", ["40 owls were seen."], True),
        ("More than forty owls were seen.", ["40 or more owls were seen."], False),
        ("About 40 owls were seen.", ["Some 40 owls were seen."], False),
        ("The owls flew over 3 rivers.", ["The owls flew over 3 rivers."], False),
    ],
)
def test_a_claim_neither_settles_nor_bounds_what_its_quotes_do_not(claim, quotes, overstated):
    """ "Whether" and "allegedly" may not get lost, "at least" not be added; one quote that says it so is enough."""
    assert overstates(claim, quotes) is overstated


@pytest.mark.parametrize(
    ("claim", "published", "outdated"),
    [
        ("The council added owls this week.", "2021-03-01", False),
        ("The council added owls this week.", "2020-03-01", True),
        ("The council added owls on Tuesday.", "2020-03-01", True),
        ("The council added owls on Monday.", "2020-03-01", False),
        ("The council added owls this month.", "2021-01-20", False),
        ("The council added owls.", "2020-03-01", False),
        ("The council added owls this week.", None, False),
    ],
)
def test_old_articles_tell_nothing_of_this_week(claim, published, outdated):
    """Unless the quote says so itself, as "Monday" here; a claim on no day, or an article without one, is not dated."""
    text = "On Monday the council added owls."
    quote = Quote(Article("owls", text, published_at=published), Span(0, len(text)))

    assert is_outdated(claim, [quote], "2021-03-05") is outdated


@pytest.mark.parametrize(
    ("claim", "echo"),
    [
        ("The observatory wants to give the comet its own time zone.", True),
        ("The observatory found a comet over the bay.", False),
        ("The observatory found a comet.", False),
    ],
)
def test_the_words_of_a_question_around_a_name_are_no_evidence(claim, echo):
    """What a claim has from the question must stand in what it cites."""
    question = "Which body does the observatory want to give its own time zone?"

    assert echoes(claim, question, ["The observatory found a comet over the bay on Monday."]) is echo


@pytest.mark.parametrize(
    ("claim", "added"),
    [
        ("The ferry film won the award.", True),
        ("The ferry film died of grief.", True),
        ("The ferry film leads the nominations.", False),
        ("The ferry film was beaten by the other winner.", True),
    ],
)
def test_nobody_wins_or_dies_without_evidence(claim, added):
    """Being nominated is not winning."""
    assert adds_an_outcome(claim, ["The ferry film leads the nominations for the award."]) is added
    assert not adds_an_outcome(claim, ["The ferry film wins the award, its rival is dead."])
