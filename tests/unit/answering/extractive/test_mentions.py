"""Questions that count articles, read without an archive."""

import pytest

from app.answering.checking.statements import check
from app.answering.extractive.mentions import Counting, counts_articles, read_counting, write_mentions
from app.archive.mentions import Mention, mention_pattern
from app.models import SearchFilters, Span
from tests.unit.figures.articles import article

SOURCES = ("TASS", "Harbour Post")


def counting(question: str) -> Counting:
    asked = counts_articles(question)
    assert asked is not None
    return read_counting(asked, SearchFilters(), SOURCES, "2020-03-05")


@pytest.mark.parametrize(
    ("question", "phrases", "filters"),
    [
        ("How many articles mention the ceasefire?", ("ceasefire",), {}),
        ("In how many articles is Erdogan mentioned?", ("Erdogan",), {}),
        ("How many reports are there about measles in Halden?", ("measles", "Halden"), {}),
        ('How many articles mention "observation posts" and Astana?', ("observation posts", "Astana"), {}),
        ("How many articles from Harbour Post mention TASS?", ("TASS",), {"sources": ("Harbour Post",)}),
        (
            "How many articles mention the ferry in February 2020?",
            ("ferry",),
            {"published_after": "2020-02-01", "published_before": "2020-02-29"},
        ),
        ("How many articles mention the ferry since 3 March?", ("ferry",), {"published_after": "2020-03-03"}),
        ("How many articles mention the ferry before 2019?", ("ferry",), {"published_before": "2018-12-31"}),
        ("How many articles mention the ferry by March 2019?", ("ferry",), {"published_before": "2019-03-31"}),
        ("How many articles mention the ferry after 3 March?", ("ferry",), {"published_after": "2020-03-04"}),
    ],
)
def test_phrases_days_and_outlets_are_read(question, phrases, filters):
    """What each article must have, and which articles are looked at."""
    asked = counting(question)
    assert asked.phrases == phrases
    assert asked.filters == SearchFilters(**filters)
    assert not asked.outlets


@pytest.mark.parametrize(
    "question",
    [
        "How many Turkish posts are in Idlib?",
        "How many stories does the tower have?",
        "How many reports of abuse did the agency receive?",
        "How many newspapers were closed?",
        "Which articles mention the ferry?",
    ],
)
def test_other_counts_are_not_of_articles(question):
    """Posts are figures; storeys, complaints and closures are no mentions."""
    assert counts_articles(question) is None


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("observation posts", "a new observation\npost was built", True),
        ("post", "Posts and the post's guard", True),
        ("post", "posted, outpost", False),
        ("ceasefire", "the Ceasefire held", True),
        ("Al-Mayadeen", "Al-Mayadeen TV", True),
        ("US", "he told us", True),
    ],
)
def test_a_mention_is_of_whole_words(phrase, text, found):
    """Plural, possessive, case and line breaks do not matter; parts of other words do."""
    assert bool(mention_pattern(phrase).search(text)) is found


def mentions(*texts: tuple[str, str, str]) -> list[Mention]:
    """Mentions of "ferry" in articles given as day, source and text."""
    made = [article(text, article_id=str(n), day=day, source=source) for n, (day, source, text) in enumerate(texts)]
    return [Mention(one, Span(one.text.index("ferry"), one.text.index("ferry") + 5)) for one in made]


WIRE = "The old ferry sank on Monday off the harbour, and divers looked for the crew until the evening came."


def test_the_count_tells_outlets_days_and_copies():
    """Three articles, one of them a copy; the sentences that mention it are quoted, newest first."""
    told = mentions(
        ("2020-01-02", "Wire", WIRE), ("2020-01-03", "Harbour Post", f"{WIRE} He was saved."),
        ("2020-02-01", "Wire", "It rained. A new ferry was bought."),
    )  # fmt: skip
    checked = check(write_mentions(Counting(("ferry",), False, SearchFilters()), told))

    assert checked.short_answer == "3"
    assert checked.text == (
        "3 articles mention “ferry”, from 2 outlets, from 2 January 2020 to 1 February 2020; "
        "1 of them is a copy of another [1] [2] [3]."
    )
    assert checked.citations[0].quote == "A new ferry was bought."
    assert checked.figures == ()


def test_outlets_are_counted_when_they_are_asked_for():
    """Two outlets in three articles."""
    told = mentions(("2020-01-02", "Wire", WIRE), ("2020-01-02", "Post", WIRE), ("2020-01-02", "Post", "A ferry."))
    checked = check(write_mentions(Counting(("ferry",), True, SearchFilters()), told))

    assert checked.short_answer == "2"
    assert checked.text.startswith("2 outlets, in 3 articles, mention “ferry”, on 2 January 2020")


def test_no_mention_is_a_refusal_in_its_own_words():
    """It names what was looked for and cites nothing."""
    checked = check(write_mentions(Counting(("submarine",), False, SearchFilters()), []))

    assert (checked.status, checked.citations) == ("not_in_archive", ())
    assert checked.refusal == "None of the articles searched mentions “submarine”."
