import pytest

from app.client import batches
from app.models import Article


@pytest.mark.parametrize(
    ("lengths", "grouped"),
    [
        ([], []),
        ([10] * 70, [32, 32, 6]),
        ([90_000, 90_000, 90_000], [2, 1]),
        ([10, 5_000_000, 10], [1, 1, 1]),
    ],
)
def test_articles_travel_in_requests_of_bounded_size(lengths: list[int], grouped: list[int]) -> None:
    """In order, all of them, none of the requests near what a server refuses."""
    articles = [Article(str(number), "x" * length) for number, length in enumerate(lengths)]

    sent = list(batches(articles))

    assert [len(batch) for batch in sent] == grouped
    assert [article for batch in sent for article in batch] == articles
