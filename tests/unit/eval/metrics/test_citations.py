"""Citation metrics."""

import pytest

from eval.metrics import citations
from tests.unit.eval.builders import QUOTE, answer, case, citation, claim, reply

GOLD = case(
    citations=[{"article_id": "posts", "quote": QUOTE}, {"article_id": "old", "quote": "It had 12 outposts then."}]
)


def test_a_quote_is_verbatim_when_it_is_the_text_at_its_span() -> None:
    """A changed letter is not verbatim; an article that cannot be read is not measured."""
    given = reply(answer(citations=(citation(1), citation(2), citation(3))), cited_text=(QUOTE, QUOTE.upper(), None))
    assert citations.quote_verbatim(given) == (1.0, 0.0)


def test_an_empty_quote_is_not_verbatim() -> None:
    """Nothing quoted proves nothing."""
    assert citations.quote_verbatim(reply(answer(citations=(citation(quote=""),)))) == (0.0,)


@pytest.mark.parametrize(("text", "match"), [("40 [1].", 1), ("40.", 0), ("40 [1][2].", 0), ("40 [1] and [1].", 1)])
def test_markers_are_exactly_the_citations(text: str, match: float) -> None:
    """One citation, numbered 1."""
    assert citations.markers_match(answer(answer=text)) == match


@pytest.mark.parametrize(
    ("quote", "article", "stands"),
    [
        (QUOTE, "posts", True),
        ("It now has 40 observation posts", "posts", True),
        ("The army used to have 12 observation outposts. " + QUOTE, "posts", True),
        ("It now has 12 other towns in the east.", "posts", False),
        (QUOTE, "elsewhere", False),
        ("", "posts", False),
    ],
)
def test_a_citation_stands_on_gold_by_a_shared_run_of_words(quote: str, article: str, stands: bool) -> None:
    """Half of the shorter quote in one run, in the same article."""
    given = citation(quote=quote, article_id=article, url=None)
    assert citations.stands_on(given, GOLD.citations[0]) is stands


def test_span_precision_and_recall_count_citations_and_gold_quotes() -> None:
    """One of two citations is on gold; one of two gold quotes is cited."""
    given = answer(citations=(citation(1), citation(2, quote="Nothing of the kind was said by anyone.")))
    assert citations.span_precision(GOLD, given) == (1.0, 0.0)
    assert citations.span_recall(GOLD, given) == 0.5


@pytest.mark.parametrize(
    ("quote", "cited"),
    [(f"Before. {QUOTE} After.", 1), ("has 40 observation posts", 1), ("40 observation", 0), ("It had twelve.", 0)],
)
def test_evidence_is_cited_whole_or_in_a_long_part(quote: str, cited: float) -> None:
    """Twenty characters or fewer of a gold quote are too few to tell."""
    assert citations.evidence_cited(GOLD, answer(citations=(citation(quote=quote),))) == cited


@pytest.mark.parametrize(
    ("first", "second", "run"),
    [("a b c", "x b c y", 2), ("a b", "c d", 0), ("", "a", 0), ("a b a b a", "b a b", 3)],
)
def test_longest_common_run_by_hand(first: str, second: str, run: int) -> None:
    """Words in one unbroken row."""
    assert citations.longest_common_run(first.split(), second.split()) == run


@pytest.mark.parametrize(
    ("text", "supported"),
    [
        ("40 observation posts, according to Levant Ledger (28 February 2020) [1].", True),
        ("41 observation posts in the province [1].", False),
        ("40 hospitals closed during heavy winter storms [1].", False),
    ],
)
def test_support_needs_every_number_and_most_words(text: str, supported: bool) -> None:
    """Outlet and day of the citation are evidence too."""
    assert citations.supports([citation()], claim(text)) is supported


def test_a_claim_without_citations_is_not_supported() -> None:
    """Nothing carries it."""
    assert citations.claim_recall(answer(claims=(claim(cited=()),))) == (0.0,)


def test_claim_precision_marks_a_citation_that_adds_nothing() -> None:
    """The first citation carries the claim alone, the second is about something else."""
    cited = (citation(1), citation(2, quote="Snow fell in the mountains.", title="Snow"))
    given = answer(citations=cited, claims=(claim(cited=(1, 2)),))
    assert citations.claim_recall(given) == (1.0,)
    assert citations.claim_precision(given) == (1.0, 0.0)


def test_two_citations_that_carry_a_claim_only_together_are_both_needed() -> None:
    """12 stands in one quote, 40 in the other."""
    cited = (citation(1, quote="The outposts were 12."), citation(2, quote="The outposts are 40."))
    given = answer(citations=cited, claims=(claim("The outposts grew from 12 to 40.", cited=(1, 2)),))
    assert citations.claim_precision(given) == (1.0, 1.0)
