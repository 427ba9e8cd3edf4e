from dataclasses import replace

import pytest

from app.answering.refusal import refusal_text, related_articles, unknown_outlets
from app.models import SearchFilters
from tests.unit.answering.corner import ARTICLE, passage


def test_a_refusal_names_the_limits_it_looked_under():
    """Sources and days narrow what was read, so they are told."""
    text = refusal_text(SearchFilters(as_of="2021-03-01", sources=("Harbour Post",)), has_related=True)
    assert text == (
        "The articles from Harbour Post and published by 1 March 2021 do not answer this question. "
        "The nearest articles are listed below."
    )
    assert refusal_text(SearchFilters(), has_related=False) == "The archive does not answer this question."


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ((), None),
        (("harbour post ",), None),
        (("Nobody",), "The archive holds no articles from Nobody."),
        (("BWR", "Harbor Post"), "The archive holds no articles from Harbor Post. Did you mean Harbour Post?"),
    ],
)
def test_an_outlet_that_is_not_there_is_told(asked: tuple[str, ...], told: str | None) -> None:
    """A mistyped name is no silence of the archive."""
    assert unknown_outlets(asked, ["BWR", "Harbour Post"]) == told


def test_related_articles_come_once_and_best_first():
    """Each article stands with its best passage."""
    near, far = passage(ARTICLE, score=0.9), replace(passage(ARTICLE, "Both sides", 0.4))
    other = replace(passage(ARTICLE, score=0.5), article_id="b")
    assert [(row.article_id, row.passage) for row in related_articles([near, other, far])] == [
        ("varna", near.text),
        ("b", other.text),
    ]
