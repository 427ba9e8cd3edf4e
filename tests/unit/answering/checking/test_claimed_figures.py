"""Figures of claims against the sentences they cite."""

import pytest

from app.answering.checking.claimed_figures import gives, misapplied, with_figures
from app.answering.draft import Quote, Statement
from app.figures.reading.extract import extract_figures
from app.figures.records import ResolvedFigure
from app.models import Span
from tests.unit.answering.corner import ARTICLE, TEXT

RECORDS = extract_figures(ARTICLE)
GUARDS = "Sudland said that 33 of its border guards had been killed in the shelling."
STRUCK = "In reply, Sudland struck over 200 positions."
NOW = "It now has 40 watchtowers in the valley."


def quote(line: str) -> Quote:
    return Quote(ARTICLE, Span(TEXT.index(line), TEXT.index(line) + len(line)))


def figure(value: float) -> Statement:
    """The resolved figure of that value, as code writes it."""
    record = next(record for record in RECORDS if record.value == value)
    return Statement(f"{value:g}.", (Quote(ARTICLE, record.sentence),), figure=ResolvedFigure(record, "current"))


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("33 border guards were killed.", False),
        ("Sudland struck 33 positions.", True),
        ("Sudland struck over 200 positions.", False),
        ("Sudland struck 200 positions.", True),
        ("Over 200 border guards were killed.", True),
        ("The truce of 2021 ended.", False),
    ],
)
def test_a_number_counts_what_its_sentence_counts(claim: str, wrong: bool) -> None:
    """Neither another thing of the same passage, nor a bound as an exact number."""
    assert misapplied(claim, [quote(GUARDS), quote(STRUCK)], RECORDS) is wrong


def test_a_claim_gives_a_figure_only_with_the_sentence_that_has_it() -> None:
    """The number alone may stand anywhere."""
    assert gives(Statement("It has 40 watchtowers.", (quote(NOW),)), figure(40))
    assert not gives(Statement("It has 40 watchtowers.", (quote(GUARDS),)), figure(40))


def test_figures_that_a_model_leaves_out_are_told_around_its_claims() -> None:
    """The current one leads and the others close."""
    claim = Statement("The valley is held by a militia.", (quote(NOW),))
    told = with_figures([claim], [figure(40), figure(12)])
    assert [one.text for one in (*told.leading, *told.claims, *told.closing)] == ["40.", claim.text, "12."]
    given = with_figures([Statement("It has 40 watchtowers.", (quote(NOW),))], [figure(40), figure(12)])
    assert not given.leading
    assert [one.figure is not None for one in given.claims] == [True]
