from __future__ import annotations

from importlib.resources import files

import pytest

from ingest.plan import SUFFIXES, format_of, format_of_reply, is_url, promises_feed


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "text"),
        ("A.TXT.GZ", "text"),
        ("b/c.jsonl.gz", "jsonl"),
        ("x.ndjson", "jsonl"),
        ("x.json", "json"),
        ("x.HTM", "html"),
        ("x.md", "markdown"),
        ("feed.rss", "feed"),
        ("x.pdf", "pdf"),
        ("x.DOCX", "docx"),
        ("x.odt", None),
        ("README", None),
        ("x.gz", None),
    ],
)
def test_a_file_s_name_says_its_format(name: str, expected: str | None) -> None:
    """Compression aside, case ignored."""
    assert format_of(name) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://a.example/x", True),
        ("HTTP://a.example", True),
        ("file:///etc/passwd", False),
        ("ftp://a/b", False),
        ("C:\\x", False),
        ("a.txt", False),
    ],
)
def test_only_web_addresses_are_fetched(source: str, expected: bool) -> None:
    """Everything else is a path."""
    assert is_url(source) is expected


@pytest.mark.parametrize(
    ("content_type", "url", "expected"),
    [
        ("text/html; charset=utf-8", "https://a.example/x", "html"),
        ("application/rss+xml", "https://a.example/x", "feed"),
        ("application/vnd.x+xml", "https://a.example/x", "feed"),
        ("text/plain", "https://a.example/x.jsonl", "jsonl"),
        ("text/plain", "https://a.example/x", "text"),
        ("application/octet-stream", "https://a.example/x.md", "markdown"),
        ("", "https://a.example/x.html", "html"),
        ("image/png", "https://a.example/x.html", None),
        ("application/pdf", "https://a.example/x", "pdf"),
        ("image/png", "https://a.example/x", None),
    ],
)
def test_a_reply_s_content_type_decides_before_its_address(content_type: str, url: str, expected: str | None) -> None:
    """A picture called .html is still a picture."""
    assert format_of_reply(content_type, url) == expected


def test_an_address_may_promise_a_feed() -> None:
    """So that a page in its place is called what it is."""
    assert promises_feed("https://a.example/feed/")
    assert promises_feed("https://a.example/news.xml?x=1")
    assert not promises_feed("https://a.example/story.html")


def test_the_page_offers_every_format_to_choose() -> None:
    """What its file chooser hides could only be dropped."""
    script = files("app").joinpath("web/static/adding.js").read_text(encoding="utf-8")
    offered = script.split('const KINDS = "')[1].split('"')[0].split(",")

    assert sorted(offered) == sorted([*SUFFIXES, ".gz"])
