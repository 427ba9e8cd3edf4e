"""Amounts of money, however they are printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.figures.reading.currencies import currencies_in
from app.figures.reading.numbers import read_numbers

BEFORE = {"$": "USD", "US$": "USD", "A$": "AUD", "£": "GBP", "€": "EUR", "₤": "TRY", "Rs ": "INR", "EUR ": "EUR"}
BEHIND = {
    "dollars": "USD", "euros": "EUR", "yen": "JPY", "rupees": "INR", "Syrian pounds": "Syrian pounds", "cents": "cents",
    "Swiss francs": "CHF", "Korean won": "Korean won", "USD": "USD", "Danish kroner": "Danish kroner",
}  # fmt: skip
CURRENCIES = [("", f" {name}", unit) for name, unit in BEHIND.items()] + [(one, "", BEFORE[one]) for one in BEFORE]
SCALES = {"": 1, " million": 10**6, "bn": 10**9, "m": 10**6}
RATES = ("", " a barrel", " an hour", " per person", " each month", " a square metre")


@settings(deadline=None)  # shared machines stall
@given(
    st.integers(1, 9_999),
    st.sampled_from(CURRENCIES),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(RATES),
    st.one_of(st.none(), st.integers(1, 9_999)),
)
def test_an_amount_is_one_number_with_its_currency(number, currency, scale, rate, more):
    """Any number with a sign in front or a name behind, scaled, for each barrel or hour, alone or as a range."""
    before, behind, unit = currency
    top = f"{scale} to {before}{number + more:,}" if more else ""
    printed = f"{before}{number:,}{top}{scale}{behind}{rate}"
    text = f"It costs {printed}, they said."
    [reading] = read_numbers(text)
    assert (reading.value, reading.unit) == (number * SCALES[scale], unit)
    assert reading.high == ((number + more) * SCALES[scale] if more else None)
    assert text[slice(*reading.span)] == printed


@pytest.mark.parametrize(
    "text",
    ["520 US airstrikes", "218 Republicans won it", "a fish of 613 pounds", "50 Afghanis fled", "3 won medals"],
)
def test_what_is_counted_or_weighed_is_no_money(text):
    """A country in front of a noun, a verb, a weight and a people are no currencies."""
    assert [reading.unit for reading in read_numbers(text)] == [None]


def test_a_year_ago_is_no_rate():
    """ "$100 a year ago" is not paid each year."""
    [reading] = read_numbers("It was $100 a year ago.")
    assert reading.span.end == len("It was $100")


def test_pounds_are_money_where_they_are_millions_told_in_dollars_or_paid_by_the_hour():
    """Nothing that news weighs has a million pounds."""
    assert [one.unit for one in read_numbers("It is 2 million pounds, that 900 pounds.")] == ["pounds", "pounds"]
    assert [one.unit for one in read_numbers("They get 13.20 pounds an hour.")] == ["pounds"]
    assert [one.unit for one in read_numbers("2 million pounds, 500 pounds ($630)")] == [
        "pounds",
        "pounds",
        "USD",
    ]


def test_a_question_may_name_its_currency():
    """Without an amount beside it."""
    assert currencies_in("How much is it in dollars or Syrian pounds?") == {"USD", "Syrian pounds"}
