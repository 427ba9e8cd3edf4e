import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.figures.reading.numbers import read_numbers

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int) -> str:
    """English words of 0..999,999, written apart from the code under test."""
    if number >= 1000:
        rest = number % 1000
        return f"{spelled(number // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{spelled(number // 100)} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number < 20:
        return _ONES.split()[number]
    return _TENS.split()[number // 10 - 2] + (f"-{_ONES.split()[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize(
    ("text", "value", "high", "unit", "vague"),
    [
        ("58", 58, None, None, False),
        ("1,200", 1200, None, None, False),
        ("1,234,567.5", 1234567.5, None, None, False),
        ("Sixty-two", 62, None, None, False),
        ("one hundred and twenty-five", 125, None, None, False),
        ("two dozen", 24, None, None, False),
        ("half a million", 500_000, None, None, False),
        ("a quarter of a million", 250_000, None, None, False),
        ("two and a half million", 2_500_000, None, None, False),
        ("5 thousand", 5000, None, None, False),
        ("3.5 million", 3_500_000, None, None, False),
        ("$3.5bn", 3.5e9, None, "USD", False),
        ("€20 million", 2e7, None, "EUR", False),
        ("40 dollars", 40, None, "USD", False),
        ("€30-40 million", 3e7, 4e7, "EUR", False),
        ("$30 to $40 million", 3e7, 4e7, "USD", False),
        ("500 Syrian pounds", 500, None, "Syrian pounds", False),
        ("$78.40 a barrel", 78.4, None, "USD", False),
        ("20 percent", 20, None, "percent", False),
        ("14.5%", 14.5, None, "percent", False),
        ("10 to 12", 10, 12, None, False),
        ("10-12", 10, 12, None, False),
        ("2 to 3 million", 2_000_000, 3_000_000, None, False),
        ("dozens", 24, None, None, True),
        ("tens of thousands", 20_000, None, None, True),
        ("several hundred", 200, None, None, True),
    ],
)
def test_a_printed_number_has_its_value_range_and_unit(
    text: str, value: float, high: float | None, unit: str | None, vague: bool
) -> None:
    """Digits, words, magnitudes, ranges, percent and money are each read as one number."""
    [reading] = read_numbers(text)
    assert (reading.value, reading.high, reading.unit, reading.vague) == (value, high, unit, vague)
    assert text[reading.span.start : reading.span.end] == text


@pytest.mark.parametrize("text", ["between 10 and 12 men", "from 10 to 12 men"])
def test_a_range_in_words_is_one_figure(text: str) -> None:
    """Both ends belong to one reading."""
    [reading] = read_numbers(text)
    assert (reading.value, reading.high) == (10, 12)


def test_by_so_much_to_so_much_is_a_change_unless_the_unit_is_shared() -> None:
    """ "by 39 to 203" and "by 8.5 to 9 percent"."""
    text = "It rose by 39 to 203, prices by 8.5 to 9 percent."
    assert [(reading.value, reading.high) for reading in read_numbers(text)] == [(39, None), (203, None), (8.5, 9)]


def test_amounts_of_two_currencies_are_no_range():
    """ "$5 to 7 euros" has two units."""
    assert [(reading.value, reading.high) for reading in read_numbers("$5 to 7 euros")] == [(5, None), (7, None)]


def test_a_falling_pair_is_a_score_and_no_range() -> None:
    """ "10-0" has no upper end."""
    assert [(reading.value, reading.high) for reading in read_numbers("It ended 10-0.")] == [(10, None), (0, None)]


def test_a_change_is_two_figures_and_no_range() -> None:
    """ "rose from 41 to 58" states two counts."""
    assert [(reading.value, reading.high) for reading in read_numbers("It rose from 41 to 58.")] == [
        (41, None),
        (58, None),
    ]


@pytest.mark.parametrize("text", ["S-300", "MiG-21", "F16", "Covid-19", "no figures at all", "hundred"])
def test_model_names_are_no_numbers(text: str) -> None:
    """Digits glued to letters name a thing."""
    assert read_numbers(text) == []


@settings(deadline=None)  # shared machines stall
@given(st.integers(min_value=0, max_value=999_999))
def test_words_and_digits_of_one_number_are_read_alike(number: int) -> None:
    """Any whole number below a million has the same value spelled out, plain and with commas."""
    for printed in (spelled(number), str(number), f"{number:,}"):
        [reading] = read_numbers(f"There were {printed} of them.")
        assert reading.value == number


_NUMBER_WORDS = "a half of two dozen hundred thousand million quarter and twenty-one tens hundreds to - 5 10"
PRINTED = (
    st.from_regex(r"\A[$€£]?\d{1,400}(,\d{3}){0,9}(\.\d{1,9})?( (million|billion|percent|dozen))?\Z")
    | st.lists(st.sampled_from(_NUMBER_WORDS.split()), max_size=12).map(" ".join)
)  # fmt: skip


@settings(deadline=None)  # shared machines stall
@given(st.text(max_size=300) | PRINTED)
def test_spans_are_in_order_and_never_overlap(text: str) -> None:
    """Whatever the text, readings lie inside it one after the other, are not negative and can be stored."""
    end = 0
    for reading in read_numbers(text):
        assert end <= reading.span.start < reading.span.end <= len(text)
        assert 0 <= reading.value < 1e16
        assert reading.high is None or reading.high > reading.value
        end = reading.span.end


def test_an_endless_run_of_digits_is_an_identifier():
    """It is no number that anything could count, and its neighbour still is one."""
    assert [reading.value for reading in read_numbers(f"Case {'9' * 400} has 12 pages.")] == [12]
