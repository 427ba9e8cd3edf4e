"""Text comparison."""

import pytest

from eval.metrics import text


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("The U.S. Army’s posts", "u s army s posts"),
        ("1,200 people", "1200 people"),
        ("3.5%", "3.5%"),
        ("$1,000.50.", "$1000.50"),
        ("An apple, a day", "apple day"),
        ("  ", ""),
        ("?!", ""),
        ("re-opened", "re opened"),
        ("12,5", "125"),
    ],
)
def test_normalisation_keeps_figures_whole(given: str, normal: str) -> None:
    """Case, punctuation and articles go; thousands commas close, decimals stay."""
    assert text.normalised(given) == normal


@pytest.mark.parametrize(
    ("said", "gold", "exact", "f1", "contains"),
    [
        ("40", "40", 1, 1.0, 1),
        ("The 40", "40", 1, 1.0, 1),
        ("40 observation posts", "40", 0, 0.5, 1),
        ("400", "40", 0, 0.0, 0),
        ("Vladimir Putin and Erdogan", "Putin and Recep Erdogan", 0, 0.75, 0),
        ("", "40", 0, 0.0, 0),
        ("", "", 1, 0.0, 0),
        ("new new york", "new york", 0, 0.8, 1),
    ],
)
def test_scores_against_hand_counts(said: str, gold: str, exact: float, f1: float, contains: float) -> None:
    """Each row was counted by hand: shared tokens over both lengths."""
    assert text.exact_match(said, gold) == exact
    assert text.token_f1(said, gold) == pytest.approx(f1)
    assert text.contains(said, gold) == contains


@pytest.mark.parametrize(
    ("given", "numbers"),
    [
        ("from 12 to 40", {12, 40}),
        ("1,234.5 km", {1234.5}),
        ("Twelve posts and three", {12, 3}),
        ("no figure", set()),
        ("twenty-one", {20, 1}),
    ],
)
def test_numbers_are_read_from_digits_and_words(given: str, numbers: set[float]) -> None:
    """Words reach twenty; beyond that, digits only."""
    assert text.numbers_in(given) == numbers
