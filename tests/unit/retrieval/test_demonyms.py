import pytest

from app.retrieval.demonyms import forms_of, place_of, places


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Turkish", "Turkey"),
        ("Turks", "Türkiye"),
        ("Syrian", "syria"),
        ("U.S.", "American"),
        ("US", "United States"),
        ("Dutch", "Netherlands"),
        ("South Korean", "South Korea"),
        ("Turkey's", "turkish"),
        ("British", "UK"),
    ],
)
def test_people_and_place_are_the_same(left: str, right: str) -> None:
    """A demonym equals its country whatever its case, dots or possessive."""
    assert place_of(left) == place_of(right) is not None


@pytest.mark.parametrize(("left", "right"), [("Turkish", "Syria"), ("Niger", "Nigerian"), ("posts", "Syria")])
def test_different_words_are_never_the_same(left: str, right: str) -> None:
    """Neighbours in spelling stay apart, and a word that is no place has none."""
    assert place_of(left) != place_of(right)


def test_the_pronoun_is_no_country() -> None:
    """ "us" in lower case is a pronoun."""
    assert place_of("us") is None


def test_forms_cover_the_place_and_its_people() -> None:
    """From any form all others follow, and an unknown word has none."""
    assert {"turkey", "turkish", "turk", "turks"} <= set(forms_of("Turks"))
    assert forms_of("observation") == ()


def test_no_form_belongs_to_two_places() -> None:
    """The table lists each form once, so that no place hides another."""
    assert all(place_of(form) == place for form, place in places().items() if form != "us")
