import pytest

from app.answering.reading.words import stem, stems_of, words_of


def test_words_keep_their_places():
    """Every word is the slice of the text that it points to."""
    text = "Norland’s army, 1,200 strong, paid $3.50 for M&M’s in the U.S. on day 2."
    assert all(text[word.start : word.end] == word.text for word in words_of(text))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("posts", "post"),
        ("killed", "killing"),
        ("Turkish", "Turkey"),
        ("Syrians", "Syria’s"),
        ("city's", "cities"),
        ("Syrias", "Syria"),
    ],
)
def test_forms_of_one_word_share_a_stem(left, right):
    """Inflections, possessives and peoples compare equal."""
    assert stem(left) == stem(right)


def test_function_words_carry_no_meaning():
    """Only content words become stems, and the country US is one."""
    assert stems_of("the US and us") == {"@united states"}


def test_an_empty_text_has_no_words():
    """No text, no words."""
    assert words_of("") == ()


def test_a_place_of_several_words_is_one_word():
    """ "United States" and "US" are one place, not a state and a union."""
    assert [word.stem for word in words_of("The United States and New Zealand")][1::2] == [
        "@united states",
        "@new zealand",
    ]
