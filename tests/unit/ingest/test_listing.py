"""How many articles are going to be read."""

from pathlib import Path

import pytest

from ingest.listing import count_articles
from ingest.plan import Planned, PlannedFile, PlannedUrl

TEXT = PlannedFile(Path("a.txt"), "text")


@pytest.mark.parametrize(
    ("planned", "articles"),
    [
        ((), 0),
        ((TEXT, PlannedFile(Path("b.md"), "markdown")), 2),
        ((TEXT, PlannedFile(Path("c.csv"), "csv")), None),
        ((TEXT, PlannedFile(Path("d.xml"), "feed")), None),
        ((TEXT, PlannedUrl("https://news.example/a")), None),
        ((TEXT, PlannedFile(Path("gone.jsonl"), "jsonl")), None),
    ],
)
def test_what_only_reading_will_tell_is_not_counted(planned: tuple[Planned, ...], articles: int | None) -> None:
    """Rows, entries, pages behind an address, and lines of a file that cannot be opened."""
    assert count_articles(planned) == articles
