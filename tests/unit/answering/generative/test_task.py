from dataclasses import replace

import pytest

from tests.unit.answering.corner import ARTICLE
from tests.unit.answering.scripted import task_on


@pytest.mark.parametrize(
    ("as_of", "today", "day"),
    [
        ("2022-05-01", "2026-01-01", "2022-05-01"),
        (None, "2026-01-01", "2021-03-03"),
        (None, "2021-03-01", "2021-03-01"),
    ],
)
def test_this_week_is_that_of_the_newest_article_found_where_no_day_is_asked_about(as_of, today, day):
    """In an archive of former years "now" is then; no day is later than today."""
    assert replace(task_on("Who signed it this week?", ARTICLE), as_of=as_of, today=today).asked_day == day
