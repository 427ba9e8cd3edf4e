import pytest

from app.answering.checking.verification import Evidence, verdict_on

QUOTE = "Sudland said that 33 of its border guards had been killed in the shelling."


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("33 border guards were killed, according to Sudland.", "supported"),
        ("Thirty guards were killed.", "unsupported"),
        ("34 of its border guards had been killed.", "unsupported"),
        ("33 border guards of Norland were killed.", "unsupported"),
        ("33 border guards had not been killed.", "unsupported"),
        ("33 border guards had been killed in June.", "unsupported"),
        ("33 cows grazed beside quiet rivers.", "unsupported"),
        ("33.", "supported"),
        ("", "unsupported"),
    ],
)
def test_numbers_names_days_and_negation_must_stand_in_the_quote(claim, verdict):
    """A claim may not add or turn round anything that can be checked."""
    assert verdict_on(claim, Evidence((QUOTE,))) == verdict


def test_a_claim_that_drops_a_negation_is_not_supported():
    """Leaving out "not" turns a sentence round."""
    assert verdict_on("The guards were killed.", Evidence(("The guards were not killed.",))) == "partly"
    assert verdict_on("The guards were not killed.", Evidence(("The guards were not killed.",))) == "supported"


def test_names_and_days_may_stand_beside_the_quote_but_figures_may_not():
    """Outlet, day of publication and the lines before the quote identify; they do not count."""
    beside = ("Channel Nine reported 50 towers.", "3 March 2021")
    assert verdict_on("40 towers, according to Channel Nine.", Evidence(("It has 40 towers.",), beside)) == "supported"
    assert verdict_on("It has 50 towers.", Evidence(("It has 40 towers.",), beside)) == "unsupported"


def test_number_words_equal_digits():
    """ "twelve" supports 12, and "eighty-four" 84; an "eighty-year" plan has no 80."""
    assert verdict_on("12 towers.", Evidence(("It had twelve towers.",))) == "supported"
    assert verdict_on("84 towers.", Evidence(("It had eighty-four towers.",))) == "supported"
    assert verdict_on("80 towers.", Evidence(("It had towers in an eighty-year plan.",))) == "unsupported"


def test_nothing_cited_is_unsupported():
    """A claim without quotes is never supported."""
    assert verdict_on("It has 40 towers.", Evidence(())) == "unsupported"


def test_a_number_behind_a_headline_without_a_stop_counts() -> None:
    """ "Marun Four civilians were killed" states four; "Channel Nine TV" states no nine."""
    said = "Four civilians were killed."
    assert (
        verdict_on(said, Evidence(("Tags Marun Four civilians were killed on Sunday after shelling.",))) == "supported"
    )
    assert verdict_on("Nine were killed.", Evidence(("Channel Nine TV said people were killed.",))) == "unsupported"
