from __future__ import annotations

import pytest

from app.errors import IngestError, MalformedArticle, UnreadableSource
from ingest.draft import Draft, Read
from ingest.formats.feed import Entry, read_feed
from ingest.formats.json_records import read_json
from ingest.formats.markdown import read_markdown
from ingest.formats.page import read_page

LIMIT = 10_000
SENTENCES = " ".join(
    f"The governor said on day {day} that the bridge would be open to lorries again soon." for day in range(9)
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge reopens | The Courier</title>
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2020-03-02T08:00:00+00:00">
<meta name="author" content="Ayla Demir"><link rel="canonical" href="https://courier.example/bridge">
<script>var hidden = "scripted words";</script><style>.x {{ color: red }}</style></head>
<body><nav><a href="/">All news</a> <a href="/sport">Sport</a></nav>
<article><h1>Bridge reopens</h1><p>{SENTENCES}</p><script>alert("scripted words")</script>
<p>Lorries of up to 20 tonnes may cross it, and {SENTENCES[:60]}.</p></article>
<div class="cookie-banner">We use cookies.</div><footer>Copyright The Courier</footer></body></html>"""


def draft_of(read: Read) -> Draft:
    assert isinstance(read.found, Draft)
    return read.found


def test_a_page_gives_its_article_and_no_script() -> None:
    """Text, title, source, day, author and address come from the page; scripts and menus do not."""
    draft = draft_of(read_page("bridge.html", PAGE.encode()))
    assert SENTENCES in draft.text
    assert "Lorries of up to 20 tonnes" in draft.text
    assert (draft.title, draft.source, draft.published_at) == ("Bridge reopens", "The Courier", "2020-03-02")
    assert (draft.authors, draft.url) == (("Ayla Demir",), "https://courier.example/bridge")
    for word in ("scripted", "cookies", "All news", "color"):
        assert word not in draft.text


@pytest.mark.parametrize(
    "line",
    ['<p class="lead">Lorries may cross</p>', '<h2 class="article__subtitle">Lorries may cross</h2>'],
)
def test_the_standfirst_under_a_title_leads_the_text(line: str) -> None:
    """It may be cited, so it must not go with the frame of the page."""
    page = PAGE.replace("<article><h1>Bridge reopens</h1>", f"<h1>Bridge reopens</h1>{line}<article>")
    assert draft_of(read_page("bridge.html", page.encode())).text.startswith("Lorries may cross\n")


@pytest.mark.parametrize(
    ("raw", "error", "message"),
    [
        (b"", UnreadableSource, "is empty"),
        (b"\x00\x01\x02binary", UnreadableSource, "is binary"),
        (b"<html><body><script>document.write('x')</script></body></html>", MalformedArticle, "No article text"),
        (b"<<<>>>", MalformedArticle, "No article text"),
    ],
)
def test_a_page_without_an_article_is_refused(raw: bytes, error: type[IngestError], message: str) -> None:
    """A page that builds itself with scripts has no text to cite."""
    with pytest.raises(error, match=message):
        read_page("x.html", raw)


def test_markdown_is_read_without_its_markup() -> None:
    """Front matter gives the fields; emphasis, links and images leave only their words."""
    raw = b"""---\r
title: Bridge reopens\r
date: 2020-03-02\r
source: The Courier\r
authors: [Ayla Demir]\r
---\r
# Another heading\r
\r
The **bridge** is [open](https://x.example).\r
![A lorry](lorry.jpg)\r
\r
- Lorries of `20` tonnes\r
- Buses\r
\r
<script>x()</script>\r
"""
    draft = draft_of(read_markdown("bridge.md", raw))
    assert (draft.title, draft.published_at, draft.source) == ("Bridge reopens", "2020-03-02", "The Courier")
    assert draft.text == "The bridge is open.\n\nLorries of 20 tonnes\n\nBuses"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"---\ntitle: [unclosed\n---\nIt rained.", "no valid YAML"),
        (b"---\n- a list\n---\nIt rained.", "has no fields"),
        (b"---\ndate: 2020-02-31\n---\nIt rained.", "no valid YAML"),
        (b"---\ntitle: Only that\n---\n", "no text below"),
    ],
)
def test_broken_front_matter_is_named(raw: bytes, message: str) -> None:
    """The file is named, and which part of it is wrong."""
    with pytest.raises(MalformedArticle, match=message):
        read_markdown("bridge.md", raw)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"text": "It rained."}',
        b'[{"text": "It rained."}]',
        b'{"status": "ok", "articles": [{"content": "It rained."}]}',
        b'{"text": "It rained."}\n',
    ],
)
def test_json_holds_one_article_or_a_list(raw: bytes) -> None:
    """Whatever the envelope, the article is found."""
    assert [draft_of(read).text for read in read_json("a.json", raw, LIMIT)] == ["It rained."]


def test_lines_of_json_in_a_json_file_are_read_as_lines() -> None:
    """The file's name may be wrong about that."""
    assert len(list(read_json("a.json", b'{"text": "One."}\n{"text": "Two."}\n', LIMIT))) == 2


def test_a_bad_record_does_not_hide_its_neighbours() -> None:
    """It is named by its number."""
    reads = list(read_json("a.json", b'[{"text": "One."}, {"title": "x"}, 5]', LIMIT))
    assert [isinstance(read.found, Draft) for read in reads] == [True, False, False]
    assert [read.name for read in reads] == ["a.json, record 1", "a.json, record 2", "a.json, record 3"]


@pytest.mark.parametrize(
    ("raw", "message"),
    [(b'{"text": ', "not valid JSON: .* line 1"), (b"[" * 100_000, "nested too deeply|not valid JSON")],
)
def test_broken_json_is_named_with_its_place(raw: bytes, message: str) -> None:
    """Line and column lead to it."""
    with pytest.raises(MalformedArticle, match=message):
        list(read_json("a.json", raw, LIMIT))


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Courier</title><item><title>Bridge &amp; road</title><link>https://courier.example/1</link><guid>c-1</guid>
<pubDate>Mon, 02 Mar 2020 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{SENTENCES}</p><script>x()</script>]]></content:encoded></item>
<item><title>Announced only</title><link>https://courier.example/2</link><description>A teaser.</description></item>
<item><title>Bad date</title><link>https://courier.example/3</link><pubDate>sometime</pubDate></item></channel></rss>"""


def test_a_feed_gives_its_entries() -> None:
    """Full content is taken, a teaser is left to be fetched, an unreadable date is that entry's error."""
    full, announced, bad = read_feed("feed.xml", RSS.encode())
    assert isinstance(full, Entry)
    assert (full.draft.title, full.draft.source, full.draft.published_at) == (
        "Bridge & road",
        "The Courier",
        "2020-03-02T08:00:00Z",
    )
    assert full.draft.text == SENTENCES
    assert isinstance(announced, Entry)
    assert announced.draft.text == ""
    assert isinstance(bad, tuple)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"<?xml version='1.0'?><note><to>you</to></note>", "is not a feed"),
        (b"<html><body><p>Moved.</p></body></html>", "is not a feed"),
        (b"just words", "is not a feed"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>", "has no entries"),
    ],
)
def test_what_is_no_feed_is_refused(raw: bytes, message: str) -> None:
    """The next step is in the hint."""
    with pytest.raises(MalformedArticle, match=message):
        read_feed("feed.xml", raw)
