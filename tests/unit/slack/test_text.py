"""Text into Slack and out of it."""

import pytest

from app.slack.text import escaped, link, markdown_with_links, pieces, plain, shortened, with_links


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<@U0DATELINE> How many?", "How many?"),
        ("<@U0DATELINE|dateline>: how many?", "dateline: how many?"),
        ("read <https://a.example/x|this> &amp; that", "read this & that"),
        ("see <https://a.example/x>", "see https://a.example/x"),
        ("in <#C0DESK|desk>?", "in desk?"),
        ("<!here> a  b\n c", "a b c"),
        ("5 &lt; 6", "5 < 6"),
        ("", ""),
    ],
)
def test_what_a_person_wrote_is_read_without_markup(written: str, read: str) -> None:
    """Mentions go, links keep their label, entities become signs."""
    assert plain(written) == read


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<!channel> now", "&lt;!channel&gt; now"),
        ("40 posts [1].", "40 posts <https://x.example/1|[1]>."),
        ("Both [1] [2].", "Both <https://x.example/1|[1]> [2]."),
        ("In [2019] and [1]", "In [2019] and <https://x.example/1|[1]>"),
    ],
)
def test_markers_become_links_and_nothing_else_becomes_markup(text: str, shown: str) -> None:
    """A marker without a link stays as it is written."""
    assert with_links(text, {1: "https://x.example/1", 2: None}) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("40 posts [1].", r"40 posts [\[1\]](https://x.example/1)."),
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("[no](https://evil.example)", r"\[no\](https://evil.example)"),
        ("<!here>", "&lt;!here&gt;"),
    ],
)
def test_streamed_markdown_shows_an_articles_words_as_they_are(text: str, shown: str) -> None:
    """Only our own markers become links."""
    assert markdown_with_links(text, {1: "https://x.example/1"}) == shown


def test_a_label_cannot_end_its_link() -> None:
    """Signs with a meaning in links are written otherwise."""
    assert link("a|b>", "https://x.example/a|b>c d") == "<https://x.example/a%7Cb%3Ec%20d|a¦b&gt;>"


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("line one\nline two", 10, ["line one", "line two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("abcdef&amp;gh", 8, ["abcdef", "&amp;gh"]),
        ("", 5, []),
        ("  ", 5, []),
    ],
)
def test_long_text_is_cut_where_it_hurts_least(text: str, longest: int, cut: list[str]) -> None:
    """At lines, at spaces, else anywhere but within an entity."""
    assert pieces(text, longest) == cut


@pytest.mark.parametrize("text", ["word " * 100, "x" * 500, "short"])
def test_shortened_text_fits(text: str) -> None:
    """And says that it was cut."""
    short = shortened(text, 50)

    assert len(short) <= 50
    assert short.endswith("…") == (text != "short")


def test_escaping_is_done_once() -> None:
    """An entity of the text is shown as the text has it."""
    assert escaped("&lt;") == "&amp;lt;"
