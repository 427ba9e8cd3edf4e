from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.date_line import read_date_line, read_opening_date
from tests.unit.ingest.printed import find_days

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
FULL_FORMS = st.sampled_from(
    [
        "{d:%d %B %Y}",
        "{d:%B} {d.day}, {d.year}",
        "{d:%a %d %b %Y}",
        "{d:%A}, {d.day} {d:%b}. {d.year}",
        "{d:%Y-%m-%d}",
        "{d:%d.%m.%Y}",
    ]
)
PARTIAL_FORMS = st.sampled_from(
    ["{d:%B} {d.day}", "{d.day} {d:%B}", "{d:%b}. {d.day}", "{d:%A}, {d:%B} {d.day}", "{d.day}th of {d:%B}"]
)


@given(DAYS, FULL_FORMS)
def test_a_full_day_is_read_in_every_usual_form(day: date, form: str) -> None:
    """Whatever the form, the same day comes out."""
    found = list(find_days(f"They met on {form.format(d=day)} in Ankara."))
    assert [printed.iso for printed in found] == [day.isoformat()]


@given(DAYS, PARTIAL_FORMS)
def test_a_day_without_a_year_stays_without_one(day: date, form: str) -> None:
    """No year is ever invented."""
    found = list(find_days(f"They met on {form.format(d=day)} in Ankara."))
    assert [printed.iso for printed in found] == [f"--{day:%m-%d}"]


@given(st.integers(1, 12), st.integers(1, 12))
def test_day_and_month_that_cannot_be_told_apart_are_not_read(first: int, second: int) -> None:
    """05/04/2017 is either of two days; only equal numbers are certain."""
    found = list(find_days(f"on {first:02d}/{second:02d}/2017"))
    assert [printed.iso for printed in found] == ([f"2017-{first:02d}-{first:02d}"] if first == second else [])


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Nothing makes the reader fail, and every day found lies where it says."""
    for printed in find_days(text):
        assert 0 <= printed.start < printed.end <= len(text)
    read_date_line(text)
    read_opening_date(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("May 20, 2020 Updated Aug. 18, 2020, 9:29 a.m. ET", "2020-05-20"),
        ("Wed 05 Apr 2017", "2017-04-05"),
        ("Published: 3 March 2020 | Updated 14:05", "2020-03-03"),
        ("28 February 2020, 14:30 GMT", "2020-02-28"),
        ("Date of publication 26 November 2017", "2017-11-26"),
        ("August 13 2016 2037 UTC+3", "2016-08-13"),
        ("Feb. 3", "--02-03"),
        ("On March 5 the army left", None),
        ("31 February 2020", None),
        ("June 10 – Bangkok – Arena", None),
    ],
)
def test_a_paragraph_that_is_only_a_date_is_told_from_a_sentence(line: str, expected: str | None) -> None:
    """Labels, times and updates may stand beside the date, a sentence may not."""
    found = read_date_line(line)
    assert (found.iso if found else None) == expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Fri 07 Apr 2017 at 0914 Homs governor says", "Homs governor says"),
        ("Wed 07 Dec 2016 135 civilians", "135 civilians"),
        ("Wed 07 Dec 2016 1500 civilians", "1500 civilians"),
        ("August 13 2016 2037 UTC+3 A man", "A man"),
        ("August 13 2016, 9:30 p.m. ET A man", "A man"),
        ("Sun 10 Jul 2016 29 rebels", "29 rebels"),
        ("Monday 02 May 2016 20:08 Coalition", "Coalition"),
    ],
)
def test_an_opening_date_ends_before_the_first_word(text: str, rest: str) -> None:
    """A time of day belongs to the date, a count does not."""
    found = read_opening_date(text)
    assert found is not None
    assert text[found.end :] == rest


def test_an_ambiguous_opening_date_is_settled_by_the_known_day() -> None:
    """06-01-2016 is read as 6 January only when the article is known to be of that day."""
    assert read_opening_date("06-01-2016 Eight killed") is None
    found = read_opening_date("06-01-2016 Eight killed", "2016-01-06")
    assert found is not None
    assert found.iso == "2016-01-06"
