import pytest

from app.answering.checking.overstatement import is_outdated, overstates
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
