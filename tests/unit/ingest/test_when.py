from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import MalformedArticle
from ingest.when import When, read_when


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-02-28", "2020-02-28"),
        ("20200228", "2020-02-28"),
        ("2020-02-28T12:30:00+03:00", "2020-02-28T09:30:00Z"),
        ("2020-02-28 12:30:00", "2020-02-28T12:30:00Z"),
        ("Fri, 28 Feb 2020 12:30:00 GMT", "2020-02-28T12:30:00Z"),
        ("February 28, 2020", "2020-02-28"),
        ("Fri 28 Feb 2020", "2020-02-28"),
        ("28 février 2020", "2020-02-28"),
        ("28/02/2020", "2020-02-28"),
        (1582893000, "2020-02-28T12:30:00Z"),
        (1582893000000, "2020-02-28T12:30:00Z"),
        ("1582893000", "2020-02-28T12:30:00Z"),
        (date(2020, 2, 28), "2020-02-28"),
        (datetime(2020, 2, 28, 12, 30, tzinfo=UTC), "2020-02-28T12:30:00Z"),
    ],
)
def test_dates_of_records_are_read_in_their_usual_forms(value: object, expected: str) -> None:
    """Times become UTC; a day stays a day."""
    assert read_when(value) == When(expected)


@pytest.mark.parametrize("value", ["February 28", "--02-28", "28 Feb."])
def test_a_date_without_a_year_stays_partial(value: str) -> None:
    """The year is not guessed."""
    assert read_when(value) == When(partial_date="--02-28")


@pytest.mark.parametrize("value", [None, "", "  ", []])
def test_an_empty_field_is_no_date(value: object) -> None:
    """Many exports write empty strings."""
    assert read_when(value) == When()


@pytest.mark.parametrize(
    "value", ["soon", "05/04/2017", "2020-02-31", "yesterday", "2020", {"a": 1}, 10**30, True, "5"]
)
def test_what_is_no_certain_date_is_refused(value: object) -> None:
    """Relative, ambiguous and impossible dates are errors, not guesses."""
    with pytest.raises(MalformedArticle, match="cannot be read with certainty"):
        read_when(value)


@given(st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=st.timezones()))
def test_every_moment_is_converted_to_utc(moment: datetime) -> None:
    """Whatever its zone, the same instant to the second."""
    expected = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert read_when(moment.isoformat()).published_at == expected
