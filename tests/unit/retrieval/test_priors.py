import pytest

from app.retrieval.priors import OPENING_WEIGHT, date_prior, opening_prior
from app.retrieval.question import analyse

DAYS = ["2020-02-27", "2020-01-15", "2019-06-01", None]


@pytest.mark.parametrize(
    ("text", "as_of", "order"),
    [
        ("Who won this week?", "2020-02-28", [0, 1, 2, 3]),
        ("Who won?", "2020-02-28", [0, 1, 2, 3]),
        ("Who won this week?", None, [0, 1, 2, 3]),
        ("Who won on 14 January 2020?", "2020-02-28", [1, 0, 2, 3]),
        ("Who won on 14 January?", "2020-02-28", [1, 0, 2, 3]),
        ("Who won on 31 December?", "2020-01-10", [1, 0, 2, 3]),
        ("Who won in June 2019?", None, [2, 1, 0, 3]),
        ("Who won in 2019?", None, [2, 1, 0, 3]),
        ("Who won the cup of 2020?", "2020-02-28", [0, 1, 2, 3]),
    ],
)
def test_articles_near_the_asked_day_come_first(text: str, as_of: str | None, order: list[int]) -> None:
    """The day is one that the question names, else as_of, else the newest for "this week"."""
    points = date_prior(analyse(text), DAYS, as_of)
    assert sorted(range(4), key=lambda place: -points[place]) == order


def test_without_any_day_nobody_loses() -> None:
    """No as_of, no day named, no word for now: time does not count."""
    assert date_prior(analyse("Who won?"), DAYS, None).tolist() == [0.0] * 4


def test_no_articles_no_points() -> None:
    """Nothing in, nothing out."""
    assert date_prior(analyse("Who won this week?"), [], None).tolist() == []
    assert opening_prior([]).tolist() == []


def test_the_opening_counts_most() -> None:
    """The first chunk gets all points, later ones ever fewer."""
    points = opening_prior([0, 350, 7_000]).tolist()
    assert points[0] == OPENING_WEIGHT
    assert points[0] > points[1] > points[2] > 0
