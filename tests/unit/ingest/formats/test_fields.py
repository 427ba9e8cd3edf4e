from __future__ import annotations

import pytest

from app.errors import MalformedArticle
from ingest.formats import article_from_fields


@pytest.mark.parametrize(
    "record",
    [
        {
            "title": "T one two",
            "text": "It rained.",
            "url": "https://a.example/1",
            "source": "Courier",
            "published_at": "2020-02-28",
            "authors": ["A. Demir"],
        },
        {
            "headline": "T one two",
            "content": "It rained.",
            "link": "https://a.example/1",
            "publisher": "Courier",
            "publish_date": "February 28, 2020",
            "author": "By A. Demir",
        },
        {
            "Title": "T one two",
            "Body": "It rained.",
            "URL": "https://a.example/1",
            "source": {"id": None, "name": "Courier"},
            "publishedAt": "2020-02-28",
            "byline": "A. Demir",
        },
        {
            "title": "T one two",
            "articleBody": "<p>It rained.</p><script>x()</script>",
            "url": "https://a.example/1",
            "publisher": {"name": "Courier"},
            "datePublished": "2020-02-28",
            "author": [{"name": "A. Demir"}],
        },
        {
            "title": "T one two",
            "body": ["It rained."],
            "url": "https://a.example/1",
            "outlet": "Courier",
            "date": "28 Feb 2020",
            "authors": "A. Demir",
        },
    ],
    ids=["own", "common", "news-api", "schema-org", "list"],
)
def test_the_usual_names_of_fields_mean_the_same(record: dict[str, object]) -> None:
    """Five exports of one article are one article."""
    article = article_from_fields(record)
    assert (article.title, article.text, article.source) == ("T one two", "It rained.", "Courier")
    assert (article.url, article.published_at, article.authors) == ("https://a.example/1", "2020-02-28", ("A. Demir",))


def test_the_publisher_s_id_names_an_article_without_address() -> None:
    """A corrected text keeps the id, so that it becomes a new version."""
    first = article_from_fields({"id": 7, "source": "Courier", "text": "It rained."})
    second = article_from_fields({"id": "7", "source": "Courier", "text": "It poured."})
    other = article_from_fields({"id": 8, "source": "Courier", "text": "It rained."})
    assert first.article_id == second.article_id != other.article_id


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({}, "has no text"),
        ({"title": "Only a title"}, "has no text"),
        ({"text": "", "body": None}, "has no text"),
        ({"text": "<p> </p>"}, "has no text"),
        ({"text": 12}, "field text .* is int"),
        ({"text": "It rained.", "title": {"a": []}}, None),
        ({"text": "It rained.", "source": True}, "field source .* is bool"),
        ({"text": "It rained.", "authors": 3}, "field authors .* is int"),
        ({"text": "It rained.", "url": "not-a-url"}, "no web address"),
        ({"text": "It rained.", "date": "05/04/2017"}, "cannot be read with certainty"),
    ],
)
def test_a_record_that_is_no_article_is_refused(record: dict[str, object], message: str | None) -> None:
    """One sentence says what is wrong with it."""
    if message is None:
        assert article_from_fields(record).title == ""
        return
    with pytest.raises(MalformedArticle, match=message):
        article_from_fields(record)
