"""The evidence modal, checked messages and changed figures."""

from app.answering.checking.claims import CheckedClaim
from app.slack.evidence import change_message, checked_message, evidence_view
from app.slack.links import Links
from app.watching.changes import CitedFigure, FigureChange
from tests.fake_slack.blocks import problems_of_message, problems_of_view
from tests.unit.slack.answers import answer, citation, figure, related

LINKS = Links("https://news.example")


def test_evidence_shows_each_quote_with_its_article() -> None:
    """And the question above."""
    view = evidence_view(answer(), LINKS)

    texts = [block["text"]["text"] for block in view["blocks"]]
    assert not problems_of_view(view)
    assert texts[0] == "*How many posts are in Idlib?*"
    assert "highlight=120-157#cited|Counting the posts>" in texts[1]
    assert texts[2] == ">There are 40 posts, the channel said."


def test_evidence_that_is_too_much_says_so() -> None:
    """A modal holds a hundred blocks; quotes may be long and full of signs."""
    many = tuple(citation(number, quote="a < b & c " * 1_000) for number in range(1, 121))

    view = evidence_view(answer(citations=many), LINKS)

    assert not problems_of_view(view)
    assert view["blocks"][-1]["elements"][0]["text"].endswith("more quotes do not fit here.")


def test_checked_claims_are_told_one_by_one() -> None:
    """The quote for what is supported, the nearest article for what is not."""
    claims = [CheckedClaim("There are 40 posts.", (citation(),), None), CheckedClaim("There are 50.", (), related())]

    (message,) = checked_message(claims, LINKS)

    assert not problems_of_message(list(message.blocks))
    assert message.text == "The archive supports 1 of 2 claims."
    assert "“There are 40 posts, the channel said.”" in str(message.blocks[1])
    assert "Nearest article: <https://news.example/articles/a9|Fog over the harbour>" in str(message.blocks[3])


def test_a_changed_figure_shows_both_values_with_their_quotes() -> None:
    """Old → new."""
    before, after = CitedFigure(figure(12), citation(1)), CitedFigure(figure(40), citation(2, quote="Now 40."))
    change = FigureChange("f00d", "How many posts?", None, "updated", before, after)

    (message,) = change_message(change, LINKS)

    assert message.text == "12 → 40: How many posts?"
    assert "Was: *12 posts*" in str(message.blocks)
    assert "“Now 40.”" in str(message.blocks)


def test_a_withdrawn_figure_has_no_new_value() -> None:
    """Its article left the archive."""
    change = FigureChange("f00d", "How many?", None, "withdrawn", CitedFigure(figure(12), citation()), None)

    (message,) = change_message(change, LINKS)

    assert "12 is no longer in the archive" in message.text
    assert "Now:" not in str(message.blocks)
