from __future__ import annotations

import gzip

import pytest

from app.errors import UnreadableSource
from ingest.limits import IngestLimits
from ingest.upload import articles_from_upload


def test_an_uploaded_document_is_read_by_its_name() -> None:
    """Good records become articles, bad ones are listed."""
    upload = articles_from_upload("a.jsonl", b'{"text": "It rained."}\n{broken\n')
    assert [article.text for article in upload.articles] == ["It rained."]
    assert upload.failed[0].source == "a.jsonl, line 2"


def test_a_compressed_upload_is_opened() -> None:
    """Within the same limit."""
    upload = articles_from_upload("2020-03-02-a.txt.gz", gzip.compress(b"A title\n\nIt rained.\n"))
    assert (upload.articles[0].title, upload.articles[0].published_at) == ("A title", "2020-03-02")


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.odt", b"x", "no known format"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b"word " * 999, "larger than"),
        ("a.txt.gz", b"not gzip", "not whole gzip"),
        ("a.txt.gz", gzip.compress(b"word " * 999), "larger than"),
    ],
)
def test_an_unreadable_upload_is_refused(name: str, raw: bytes, message: str) -> None:
    """One sentence with its name."""
    with pytest.raises(UnreadableSource, match=message):
        articles_from_upload(name, raw, limits=IngestLimits(article_bytes=1000))


def test_an_upload_reaches_out_to_nothing() -> None:
    """A feed that only announces its texts is not followed."""
    feed = b"<rss version='2.0'><channel><title>x</title><item><link>http://127.0.0.1/</link></item></channel></rss>"
    upload = articles_from_upload("feed.xml", feed)
    assert upload.articles == ()
    assert "carries no text" in upload.failed[0].reason
