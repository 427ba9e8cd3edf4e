import pytest

from app.answering.checking.markers import mark, numbers_in
from app.answering.draft import Quote, Statement
from app.models import Span
from tests.unit.answering.corner import ARTICLE

FIRST, SECOND = Quote(ARTICLE, Span(0, 10)), Quote(ARTICLE, Span(20, 30))


def test_markers_are_numbered_by_first_use():
    """The same quote keeps its number; markers stand before the final stop and equal the positions in the list."""
    marked = mark(
        [Statement("It is so.", (SECOND,)), Statement("And so", (FIRST,)), Statement("Yes!", (SECOND, FIRST))],
        ["supported"] * 3,
    )
    assert marked.text == "It is so [1]. And so [2] Yes [1] [2]!"
    assert [citation.number for citation in marked.citations] == [1, 2]
    assert marked.citations[0].source_span == SECOND.span
    assert numbers_in(marked.text) == (1, 2)


def test_claims_know_their_place():
    """A claim's span covers its text and its markers."""
    marked = mark([Statement("It is so.", (FIRST,)), Statement("She agrees.", (FIRST,))], ["supported", "partly"])
    spans = [marked.text[claim.answer_span.start : claim.answer_span.end] for claim in marked.claims]
    assert spans == ["It is so [1].", "She agrees [1]."]
    assert [claim.verdict for claim in marked.claims] == ["supported", "partly"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("It is so.", "It is so (Meridian Wire)."), ("“Yes.”", "“Yes.” (Meridian Wire)."), ("40", "40 (Meridian Wire).")],
)
def test_the_origin_stands_before_the_final_stop(text, shown):
    """Outlet and day belong to the sentence they follow."""
    assert Statement(text, (FIRST,), "(Meridian Wire)").shown == shown


def test_no_statements_make_no_text():
    """Nothing to say gives an empty answer without citations."""
    assert mark([], []) == ("", (), ())
