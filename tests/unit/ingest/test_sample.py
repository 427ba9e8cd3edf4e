"""The sample archive is whole, varied and invented."""

import json
import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from app.models import Article
from tests.sample_archive import SAMPLE, sample_articles

OUTLETS = {
    "BWR",
    "CDP",
    "Harbour Post",
    "KTA",
    "Kestrel Sports",
    "Lantern Science",
    "Ledger Street",
    "Levant Ledger",
    "Marmara Courier",
    "Meridian Dispatch",
    "Northgate Chronicle",
    "Orontes Gazette",
    "Saltmarsh Courier",
}
FURNITURE = ("cookie", "All news", "Latest news", "Copy link", "Read next", "Leave a comment", "Sign up", "Tweet")


def _words(article: Article) -> int:
    return len(f"{article.title} {article.text}".split())


def _openings(article: Article) -> set[str]:
    return {part[:60] for part in re.split(r"\. |\n+| — ", article.text) if len(part) > 60}


def test_holds_at_least_eighty_articles_each_once() -> None:
    """More than eighty articles come out, none under the id or the title of another."""
    articles = sample_articles()
    assert len(articles) >= 80
    assert len({article.article_id for article in articles}) == len(articles)
    assert len({article.title for article in articles}) == len(articles)


@pytest.mark.parametrize(("pattern", "at_least"), [("*.txt", 20), ("*.md", 15), ("*.html", 20), ("*.jsonl", 1)])
def test_comes_in_every_shape(pattern: str, at_least: int) -> None:
    """Wire copy, Markdown, web pages and JSON Lines are all there."""
    assert len(list(SAMPLE.rglob(pattern))) >= at_least


def test_records_use_the_field_names_that_archives_use() -> None:
    """The JSON Lines call one thing by several names, as real feeds do."""
    rows = [json.loads(line) for path in SAMPLE.rglob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    fields = {name for row in rows for name in row}
    assert len(rows) >= 30
    assert fields >= {"title", "headline", "text", "content", "body", "url", "link", "source", "publisher"}
    assert fields >= {"published_at", "publish_date", "date"}


def test_every_article_says_who_published_it_and_when() -> None:
    """Title, source and day are known for each, also where a dateline prints no year."""
    for article in sample_articles():
        assert article.title, article.article_id
        assert article.source, article.title
        assert article.published_day, article.title


def test_every_outlet_is_invented() -> None:
    """Sources are the project's own inventions, and addresses lead to a reserved name."""
    for article in sample_articles():
        assert article.source in OUTLETS, article.title
        assert article.url is None or (urlsplit(article.url).hostname or "").endswith(".example"), article.url


def test_about_a_third_is_about_idlib() -> None:
    """The rest distracts: other provinces, other armies, other subjects."""
    about = [article for article in sample_articles() if "Idlib" in article.title + article.text[:400]]
    assert 0.28 <= len(about) / len(sample_articles()) <= 0.42


def test_articles_are_short() -> None:
    """Each is a brief or a short report."""
    lengths = {article.title: _words(article) for article in sample_articles()}
    assert {title: words for title, words in lengths.items() if not 75 <= words <= 260} == {}


@pytest.mark.parametrize("line", FURNITURE)
def test_page_furniture_stays_outside(line: str) -> None:
    """No banner, share link or teaser ends up in the text that is searched."""
    assert [article.title for article in sample_articles() if line in article.text.split("\n")] == []
    assert not any("cookies" in article.text for article in sample_articles())


def test_wire_copy_prints_days_without_a_year() -> None:
    """The year of a wire report is in its file's name alone."""
    wires = {path.name[:10]: path.read_text("utf-8") for path in SAMPLE.rglob("*.txt")}
    without_year = [day for day, text in wires.items() if f", {day[:4]}" not in text]
    assert len(without_year) >= 15


def test_some_stories_run_in_several_outlets() -> None:
    """The same wire story opens with the same words in at least three outlets, at least three times over."""
    openings = Counter(opening for article in sample_articles() for opening in _openings(article))
    assert sum(count >= 3 for count in openings.values()) >= 3
