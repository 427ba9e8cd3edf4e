import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive.catalogue import Bounds, Catalogue, Entry, bounds_of, day_number, passes
from app.models import SearchFilters

DAYS = st.none() | st.dates().map(lambda day: day.isoformat())
NAMES = st.sampled_from(["TASS", "tass", " Reuters", "BBC", "Straße"])
ENTRIES = st.lists(
    st.builds(
        Entry,
        row=st.integers(1, 10_000),
        article_id=st.uuids().map(str),
        version=st.just(1),
        day=DAYS.map(day_number),
        source=st.none() | NAMES,
        language=st.none() | st.sampled_from(["en", "EN", "tr"]),
        chunk_count=st.integers(0, 9),
    ),
    unique_by=lambda entry: entry.row,
)
FILTERS = st.builds(
    SearchFilters,
    as_of=DAYS,
    sources=st.lists(NAMES).map(tuple),
    published_after=DAYS,
    published_before=DAYS,
    language=st.none() | st.sampled_from(["en", "tr", "fr"]),
)


@given(ENTRIES, FILTERS)
def test_allowed_rows_are_those_that_pass_one_by_one(entries: list[Entry], filters: SearchFilters) -> None:
    """The fast reading of the filters is the plain one."""
    bounds = bounds_of(filters)
    if bounds is None:
        return
    rows, chunks = Catalogue.of(entries).allowed(bounds)
    passing = [entry for entry in entries if passes(entry, bounds)]
    assert sorted(rows.tolist()) == sorted(entry.row for entry in passing)
    assert chunks == sum(entry.chunk_count for entry in passing)


@pytest.mark.parametrize(
    ("filters", "dated", "undated"),
    [
        (SearchFilters(as_of="2020-02-28"), True, True),
        (SearchFilters(as_of="2020-02-27"), False, True),
        (SearchFilters(as_of="2020-02-28T09:00:00Z"), True, True),
        (SearchFilters(published_after="2020-02-28"), True, False),
        (SearchFilters(published_after="2020-02-29"), False, False),
        (SearchFilters(published_before="2020-02-28"), True, False),
        (SearchFilters(published_before="2020-02-27"), False, False),
        (SearchFilters(as_of="2020-02-27", published_before="2020-03-01"), False, False),
        (SearchFilters(sources=("reuters", "tass")), True, False),
        (SearchFilters(language="EN"), True, False),
    ],
)
def test_days_are_inclusive_and_undated_articles_pass_as_of_only(
    filters: SearchFilters, dated: bool, undated: bool
) -> None:
    """Names are compared without regard to case."""
    bounds = bounds_of(filters)
    assert bounds is not None
    assert passes(Entry(1, "a", 1, 20200228, "TASS", "en", 3), bounds) is dated
    assert passes(Entry(2, "b", 1, 0, None, None, 3), bounds) is undated


def test_no_filters_are_no_bounds() -> None:
    """So that an unfiltered search pays nothing."""
    assert bounds_of(SearchFilters()) is None


def test_changing_a_catalogue_makes_another() -> None:
    """A search that holds the old one goes on seeing it."""
    old = Entry(1, "a", 1, 0, None, None, 2)
    new = Entry(2, "a", 2, 0, None, None, 5)
    before = Catalogue.of([old])
    after = before.changed(removed=[1, 77], added=[new])
    assert (before.by_article, before.chunk_total) == ({"a": old}, 2)
    assert (after.by_article, after.chunk_total) == ({"a": new}, 5)
    everything = Bounds(0, 99_999_999, undated=True, sources=frozenset(), language=None)
    assert after.allowed(everything)[0].tolist() == [2]
