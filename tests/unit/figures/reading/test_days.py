from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.figures.reading.days import read_days

FRIDAY = date(2020, 2, 28)
ANY_DAY = st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31))


_WORDS_OF_TIME = (
    "last next this week month year Monday Tuesday yesterday ago 3 two 40 days weeks years in on since early of the "
    "January February 29 31 December first overnight 2020 9999 hours between and to"
)
TIME_WORDS = st.lists(st.sampled_from(_WORDS_OF_TIME.split()), max_size=12).map(" ".join)


def days(text: str, article_day: date | None = FRIDAY) -> list[tuple[str, str]]:
    return [(reading.first.isoformat(), reading.last.isoformat()) for reading in read_days(text, article_day)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("killed on 6 August 2013", "2013-08-06", "2013-08-06"),
        ("killed on August 6, 2013", "2013-08-06", "2013-08-06"),
        ("published 2013-08-06", "2013-08-06", "2013-08-06"),
        ("published 06-08-2013", "2013-08-06", "2013-08-06"),
        ("on Feb. 24", "2020-02-24", "2020-02-24"),
        ("on December 24", "2019-12-24", "2019-12-24"),
        ("between 14 and 17 November 2017", "2017-11-14", "2017-11-17"),
        ("in August 2014", "2014-08-01", "2014-08-31"),
        ("in early October 2014", "2014-10-01", "2014-10-10"),
        ("in July and August 2015", "2015-07-01", "2015-08-31"),
        ("by the spring of 2014", "2014-03-01", "2014-05-31"),
        ("in late January", "2020-01-20", "2020-01-31"),
        ("since 2012", "2012-01-01", "2012-12-31"),
        ("in the middle of January", "2020-01-10", "2020-01-20"),
        ("since the beginning of January", "2020-01-01", "2020-01-10"),
        ("by the end of January", "2020-01-20", "2020-01-31"),
        ("in the last week of January 2020", "2020-01-25", "2020-01-31"),
        ("in the first week of February", "2020-02-01", "2020-02-07"),
        ("in January", "2020-01-01", "2020-01-31"),
        ("on Tuesday", "2020-02-25", "2020-02-25"),
        ("Fridays blast", "2020-02-28", "2020-02-28"),
        ("on Tuesday and Wednesday", "2020-02-25", "2020-02-26"),
        ("from Sunday to Tuesday", "2020-02-23", "2020-02-25"),
        ("yesterday", "2020-02-27", "2020-02-27"),
        ("the day before yesterday", "2020-02-26", "2020-02-26"),
        ("last month", "2020-01-01", "2020-01-31"),
        ("last year", "2019-01-01", "2019-12-31"),
        ("over the past year", "2019-02-28", "2020-02-28"),
        ("three days ago", "2020-02-25", "2020-02-25"),
        ("two years ago", "2018-01-01", "2018-12-31"),
        ("over the last 48 hours", "2020-02-26", "2020-02-28"),
    ],
)
def test_a_named_time_is_a_run_of_days(text: str, first: str, last: str) -> None:
    """Days, months, years and words that lean on the article's day are read as inclusive days."""
    assert days(text) == [(first, last)]


def test_the_word_that_leads_a_time_is_no_part_of_it() -> None:
    """ "since" stays in front of the span, where those who ask for it look."""
    text = "since the beginning of February"
    [reading] = read_days(text, FRIDAY)
    assert text[reading.span.start : reading.span.end] == "the beginning of February"


@pytest.mark.parametrize("text", ["on Tuesday", "yesterday", "on 6 August", "last month", "in January"])
def test_words_that_need_an_anchor_are_left_out_without_one(text: str) -> None:
    """An article without a date gives them no day; nothing is guessed."""
    assert days(text, None) == []


@pytest.mark.parametrize("text", ["2020-13-45", "he may march", "45 August", "no day here"])
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    """Impossible days and ordinary words give nothing."""
    assert days(text) == []


@settings(deadline=None)  # shared machines stall
@given(ANY_DAY, st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31)))
def test_a_full_date_is_read_in_every_form_and_independent_of_the_article(day: date, article_day: date) -> None:
    """ISO, British and American forms of one day agree."""
    for text in (
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%B} {day.day} {day.year}",
    ):
        assert days(f"It happened on {text} there.", article_day) == [(day.isoformat(), day.isoformat())]


@settings(deadline=None)  # shared machines stall
@given(ANY_DAY, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_weekday_lies_in_the_week_up_to_the_article(article_day: date, weekday: str) -> None:
    """News looks back: the day named is at most six days before the article and has that name."""
    [reading] = read_days(f"It happened on {weekday}.", article_day)
    assert timedelta(0) <= article_day - reading.first <= timedelta(days=6)
    assert f"{reading.first:%A}" == weekday


@settings(deadline=None)  # shared machines stall
@given(st.text(max_size=200) | TIME_WORDS, st.none() | st.dates())
def test_readings_are_ordered_and_inside_the_text(text: str, article_day: date | None) -> None:
    """Whatever the text and the article's day, first is never after last and spans do not overlap."""
    end = 0
    for reading in read_days(text, article_day):
        assert reading.first <= reading.last
        assert end <= reading.span.start < reading.span.end <= len(text)
        end = reading.span.end
