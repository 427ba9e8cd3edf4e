from __future__ import annotations

from io import BytesIO

import pytest

from app.errors import DatelineError, IngestError, MalformedArticle, UnreadableSource
from ingest.draft import Draft, Read
from ingest.formats.csv_rows import read_rows

LIMIT = 1_000


def rows_of(text: str, encoding: str = "utf-8") -> list[Read]:
    return list(read_rows("news.csv", BytesIO(text.encode(encoding)), LIMIT))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('Headline,Content,Date,Outlet\nLamps,"Seventeen lamps, all lit.\nNo more.",2020-01-02,Post\n', "utf-8"),
        (
            'headline;content;date;outlet\r\nLamps;"Seventeen lamps, all lit.\nNo more.";2020-01-02;Post',
            "utf-8-sig",
        ),
        (
            'headline\tcontent\tdate\toutlet\nLamps\t"Seventeen lamps, all lit.\nNo more."\t2020-01-02\tPost',
            "utf-8",
        ),
    ],
    ids=["commas", "semicolons as from a spreadsheet", "tabs"],
)
def test_a_row_is_an_article_under_the_usual_names(text: str, encoding: str) -> None:
    """Whatever parts the columns, quoted line breaks included."""
    ((_, found, _),) = rows_of(text, encoding)

    assert isinstance(found, Draft)
    assert (found.title, found.text) == ("Lamps", "Seventeen lamps, all lit.\nNo more.")
    assert (found.published_at, found.source) == ("2020-01-02", "Post")


def test_a_bad_row_is_named_and_the_next_one_follows() -> None:
    """Rows without text, with a bad date, too short and too long."""
    reads = rows_of("text,date\n,2020-01-01\nOne lamp.,soon\nTwo lamps.\nThree lamps.,2020-01-03,more\n")

    assert [name for name, _, _ in reads] == [f"news.csv, line {number}" for number in (2, 3, 4, 5)]
    assert [isinstance(found, IngestError) for _, found, _ in reads] == [True, True, False, False]


@pytest.mark.parametrize(
    ("raw", "error", "told"),
    [
        (b"name,age\nBo,3\n", MalformedArticle, "no column with the text; its columns are name, age"),
        (b"", MalformedArticle, "its columns are none"),
        ("text\nZwölf Lampen.\n".encode("cp1252"), UnreadableSource, "is not UTF-8"),
        (b'text\n"' + b"lamp " * LIMIT, MalformedArticle, "no regular CSV: field larger than field limit"),
    ],
    ids=["no-text", "empty", "code-page", "endless-quotation"],
)
def test_what_is_no_archive_of_articles_is_refused(raw: bytes, error: type[DatelineError], told: str) -> None:
    """One sentence for the whole file instead of one for each row."""
    with pytest.raises(error, match=told) as caught:
        list(read_rows("news.csv", BytesIO(raw), LIMIT))
    assert caught.value.hint
