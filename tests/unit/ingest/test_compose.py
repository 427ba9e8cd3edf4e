from __future__ import annotations

from dataclasses import asdict

import pytest

from app.errors import MalformedArticle
from ingest.compose import check_published, compose
from ingest.draft import Draft
from ingest.formats import article_from_fields

WIRE = """All news

Leaders discuss the ‘buffer zone’ over the phone

The two went over the agreement, the foreign minister said

TIRANA, February 28. /ADRIA/. The two presidents spoke on Friday.

"The talks were detailed," the minister said.

Share
Facebook
Telegram
"""


def test_wire_copy_is_read_from_its_text() -> None:
    """Title, agency, place and day come from the text; the standfirst stays, the furniture goes."""
    article = compose(Draft(WIRE)).article
    assert article.title == "Leaders discuss the ‘buffer zone’ over the phone"
    assert (article.source, article.agency, article.place) == ("ADRIA", "ADRIA", "Tirana")
    assert article.text == (
        "The two went over the agreement, the foreign minister said\n\n"
        "TIRANA, February 28. /ADRIA/. The two presidents spoke on Friday.\n\n"
        '"The talks were detailed," the minister said.'
    )


def test_a_day_without_a_year_is_kept_and_doubted() -> None:
    """The year is never guessed; the doubt says what is missing."""
    article, doubts = compose(Draft(WIRE))
    assert (article.published_at, article.partial_date) == (None, "--02-28")
    assert "without a year" in doubts[0]


@pytest.mark.parametrize(
    ("name", "published", "expected"),
    [
        ("w.txt", "2020-02-28", "2020-02-28"),
        ("w.txt", "2020", "2020-02-28"),
        ("in/2020-02-29-wire.txt", None, "2020-02-29"),
        ("in/2020-02-29-wire.txt", "2021-01-01", "2020-02-29"),
        ("in/2020-02-31-wire.txt", None, None),
        ("in/report-2020-02-29.txt", None, None),
    ],
)
def test_the_caller_or_the_file_name_gives_the_year(name: str, published: str | None, expected: str | None) -> None:
    """The file's own name speaks for it before a date given for the whole run."""
    assert compose(Draft(WIRE), name=name, published=published).article.published_at == expected


def test_a_full_date_in_format_or_text_is_not_overridden() -> None:
    """What the article says of itself stands."""
    given = compose(Draft(WIRE, published_at="2019-02-28T10:00:00Z"), published="2020-02-28").article
    printed = compose(Draft(WIRE.replace("February 28.", "February 28, 2019.")), published="2020-02-28").article
    assert given.published_at == "2019-02-28T10:00:00Z"
    assert printed.published_at == "2019-02-28"


def test_a_weekday_confirms_but_never_decides() -> None:
    """A contradiction is reported and the given day stays."""
    text = WIRE.replace("February 28.", "Friday, February 28.")
    assert compose(Draft(text), published="2020").doubts == ()
    article, doubts = compose(Draft(text), published="2019")
    assert article.published_at == "2019-02-28"
    assert doubts == ("prints a Friday, but 2019-02-28 was a Thursday",)


@pytest.mark.parametrize(
    ("text", "title", "day", "expected"),
    [
        (
            "Wed 05 Apr 2017 Nerve agent is suspected by WHO. Victims of",
            "Nerve agent is suspected by WHO",
            "2017-04-05",
            "Victims of",
        ),
        (
            "06-01-2016 Eight people killed in Hama. Eight people",
            "Eight people killed in Hama",
            "2016-01-06",
            "Eight people",
        ),
        (
            "Raids kill 16 civilians Monitor AFP Sunday 5 Jun 2016 Dozens of",
            "Raids kill 16 civilians Monitor",
            None,
            "Dozens of",
        ),
        ("Raids kill 16 civilians. Dozens of", "Raids kill 16 civilians | The Courier", None, "Dozens of"),
        (
            "Sat Feb 28 2015 190703 35 killed in Aleppo. Nusra",
            "35 killed in Aleppo",
            "2015-02-28",
            "Nusra",
        ),
        ("Wed 07 Dec 2016 135 killed in Aleppo", "Another title", "2016-12-07", "135 killed in Aleppo"),
        ("Published September 21 2016 Five medics", "Another title", "2016-09-21", "Five medics"),
        ("Raids kill 16 civilians in Hama, a monitor said.", "Raids kill 16 civilians", None, None),
        ("5 April 2017 was the day it began.", "Another title", "2017-04-05", None),
        ("Wed 05 Apr 2017 Five medics", "Another title", "2017-04-09", None),
        ("Raids killed 16. Dozens of", "Raids kill 16 civilians", None, None),
    ],
    ids=[
        "both",
        "ambiguous",
        "agency",
        "site-name",
        "clock",
        "count",
        "date",
        "sentence",
        "date-sentence",
        "another-day",
        "inexact",
    ],
)
def test_only_an_exact_repetition_at_the_beginning_is_cut(
    text: str, title: str, day: str | None, expected: str | None
) -> None:
    """Title and date go when they are repeated word for word, and never a part of a sentence."""
    article = compose(Draft(text, title=title, published_at=day)).article
    assert article.text == (expected or text)


def test_a_byline_and_a_date_line_become_fields() -> None:
    """They leave the text, where they would only be in the way."""
    update = "May 20, 2020 Updated Aug. 18, 2020, 9:29 a.m. ET"
    text = f"Army leaves hill\n\nBy Ayla Demir and Jon Doe in Hama\n\n{update}\n\nIt rained."
    article = compose(Draft(text)).article
    assert article.title == "Army leaves hill"
    assert article.authors == ("Ayla Demir", "Jon Doe")
    assert (article.place, article.published_at, article.text) == ("Hama", "2020-05-20", "It rained.")


def test_hard_wrapped_lines_are_joined_and_others_stay_apart() -> None:
    """Seventy-column copy becomes paragraphs; a list keeps its lines."""
    wrapped = (
        "The ministry said on Monday that the convoy had reached the town and\n"
        "that no one had been hurt while it crossed the line of contact near\nthe river."
    )
    article = compose(Draft(f"Convoy arrives\n\n{wrapped}\n\nThe list:\nIdlib\nHama")).article
    assert article.text == wrapped.replace("\n", " ") + "\n\nThe list:\n\nIdlib\n\nHama"


def test_composing_twice_changes_nothing() -> None:
    """An exported article that comes back is the same article, id included."""
    article = compose(Draft(WIRE), published="2020").article
    assert article_from_fields(asdict(article)) == article


@pytest.mark.parametrize("text", ["", "  \n\n ", "\u200b"])
def test_an_article_without_text_is_refused(text: str) -> None:
    """Nothing to search, nothing to cite."""
    with pytest.raises(MalformedArticle, match="has no text"):
        compose(Draft(text))


@pytest.mark.parametrize("published", ["yesterday", "2020-13-01", "20", ""])
def test_a_published_day_that_is_none_is_refused(published: str) -> None:
    """Before anything is read."""
    with pytest.raises(MalformedArticle, match="is no date"):
        check_published(published)


@pytest.mark.parametrize(
    "text", ["x\n\n" * 100_000, "A-" * 100_000, "(AP " * 100_000, "May 1, " * 100_000, "A\n" * 100_000]
)
@pytest.mark.timeout(20)
def test_a_hostile_text_takes_time_in_proportion(text: str) -> None:
    """Long runs of what patterns look for do not make them backtrack for ever."""
    compose(Draft(text))
