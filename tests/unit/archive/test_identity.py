from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.archive.identity import article_id_for, canonical_url, content_hash, new_article, normal_text
from app.errors import MalformedArticle

TEXTS = st.text(min_size=1).filter(lambda text: bool(normal_text(text)))


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://News.Example/A/b", "https://news.example/A/b"),
        ("https://news.example:443/a", "https://news.example/a"),
        ("http://news.example:80/a/", "http://news.example/a"),
        ("http://news.example:8080/a", "http://news.example:8080/a"),
        ("https://news.example/a#comments", "https://news.example/a"),
        ("https://news.example/a?utm_source=x&id=7&fbclid=y&gclid=z", "https://news.example/a?id=7"),
        ("https://news.example/a?b=2&a=1", "https://news.example/a?a=1&b=2"),
        ("https://news.example/a?q=", "https://news.example/a?q="),
        ("https://user:secret@news.example/a", "https://news.example/a"),
        ("https://news.example.", "https://news.example"),
        ("https://news.example/", "https://news.example"),
        ("https://[::1]:443/a", "https://[::1]/a"),
        ("https://m.news.example/a", "https://m.news.example/a"),
        ("https://news.example/amp/a", "https://news.example/amp/a"),
        ("  https://news.example/a \n", "https://news.example/a"),
    ],
)
def test_an_address_has_one_spelling(url: str, canonical: str) -> None:
    """Differences that open the same page are gone; those that may not are kept; doing it twice changes nothing."""
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize("url", ["news.example/a", "ftp://news.example/a", "https://", "", "http://x:99999/", "/a"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    """The message shows it and says what one looks like."""
    with pytest.raises(MalformedArticle, match=r"no web address.*https://"):
        canonical_url(url)


def test_the_id_comes_from_the_address_then_the_publisher_then_the_text() -> None:
    """A better key always wins, so that a changed text stays the same article."""
    by_url = article_id_for("https://news.example/a?utm_medium=rss", "7", "one")
    assert by_url == article_id_for("https://news.example/a", None, "two")
    by_publisher = article_id_for(None, "7", "one", source="TASS")
    assert by_publisher == article_id_for(None, "7", "two", source="tass")
    assert by_publisher != article_id_for(None, "7", "one", source="Reuters")
    by_text = article_id_for(None, None, "one")
    assert len({by_url, by_publisher, by_text, article_id_for(None, None, "two")}) == 4
    assert all(len(name) == 16 and set(name) <= set("0123456789abcdef") for name in (by_url, by_publisher, by_text))


@given(TEXTS)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    """Identity rests on it, and every normal text can be stored as UTF-8."""
    normal = normal_text(text)
    assert normal_text(normal) == normal
    assert normal.encode().decode() == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("one  \r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "café"),
        ("\ufeffa\u200bb\x00c", "abc"),
        ("a\tb\n\n\nc", "a\tb\n\n\nc"),
        ("one \x1f\ntwo \u200b\nthree", "one\ntwo\nthree"),
        ("bad \ud83d half", "bad \ufffd half"),
        ("  \n a \n ", "a"),
    ],
)
def test_texts_that_look_the_same_are_the_same(text: str, normal: str) -> None:
    """Composed letters, one kind of line end, no invisible characters."""
    assert normal_text(text) == normal


def test_the_content_hash_changes_with_what_a_reader_sees() -> None:
    """Title and date count; address and stored version do not; the hash carries its version."""
    article = new_article(text="A text.", title="T", url="https://news.example/a", published_at="2020-02-28")
    same = [replace(article, url="https://news.example/a?utm_source=x"), replace(article, version=4)]
    other = [
        replace(article, text="Another text."),
        replace(article, title="U"),
        replace(article, published_at=None),
        replace(article, source="TASS"),
        replace(article, authors=("A. Writer",)),
        replace(article, title="", text="T"),
    ]
    assert {content_hash(changed) for changed in same} == {content_hash(article)}
    assert len({content_hash(changed) for changed in [article, *other]}) == 1 + len(other)
    assert content_hash(article).startswith("1:")


@pytest.mark.parametrize(
    ("given_date", "stored"),
    [
        ("2020-02-28", "2020-02-28"),
        (" 2020-02-28 ", "2020-02-28"),
        ("2020-02-28T09:30:00Z", "2020-02-28T09:30:00Z"),
        ("2020-02-28T09:30:00.125", "2020-02-28T09:30:00Z"),
        ("2020-02-28T01:30:00+03:00", "2020-02-27T22:30:00Z"),
        ("2020-02-28 09:30", "2020-02-28T09:30:00Z"),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_stored_in_utc(given_date: str | None, stored: str | None) -> None:
    """String order is time order whatever offset they came with."""
    assert new_article(text="t", published_at=given_date).published_at == stored


@pytest.mark.parametrize("given_date", ["28 February 2020", "2020-02-30", "2020-13-01", "yesterday", "20200230"])
def test_what_is_no_date_is_refused(given_date: str) -> None:
    """The message names the date, the article and the form that is understood."""
    with pytest.raises(MalformedArticle, match=rf"{given_date}.* Posts .*2020-02-28T09:30:00Z"):
        new_article(text="t", title="Posts", published_at=given_date)


@pytest.mark.parametrize("partial", ["02-28", "--2-28", "2020-02-28", "--13-01", "--02-30"])
def test_what_is_no_partial_date_is_refused(partial: str) -> None:
    """A day without a year has one form."""
    with pytest.raises(MalformedArticle, match=r"partial date.*--MM-DD"):
        new_article(text="t", partial_date=partial)
    assert new_article(text="t", partial_date="--02-29").partial_date == "--02-29"


@pytest.mark.parametrize("text", ["", "  \n\t", "\u200b\ufeff\x00"])
def test_an_article_without_text_is_refused(text: str) -> None:
    """The message names the article by its address."""
    with pytest.raises(MalformedArticle, match=r"https://news\.example/a has no text"):
        new_article(text=text, url="https://news.example/a")


def test_lines_are_tidied_and_empty_ones_are_none() -> None:
    """Titles lose their line breaks, blank sources and authors vanish."""
    article = new_article(text="t", title=" A\n title ", source=" ", authors=(" A. Writer ", ""), place="\tIdlib ")
    assert (article.title, article.source, article.authors, article.place) == ("A title", None, ("A. Writer",), "Idlib")


@given(TEXTS, st.text(), st.none() | st.text())
def test_the_same_article_twice_is_the_same(text: str, title: str, source: str | None) -> None:
    """Made again from its own fields, an article has the same id and content hash."""
    first = new_article(text=text, title=title, source=source)
    again = new_article(text=first.text, title=first.title, source=first.source)
    assert again == first
    assert content_hash(again) == content_hash(first)
