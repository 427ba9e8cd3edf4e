"""Differences and counts of articles through a real server over the sample archive."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import httpx
import pytest


def ask(http: httpx.Client, question: str, **limits: object) -> dict[str, Any]:
    answer: dict[str, Any] = http.post("/v1/ask", json={"question": question, **limits}).raise_for_status().json()
    return answer


@pytest.mark.parametrize("limits", [{}, {"as_of": "2020-02-20"}, {"sources": ["Levant Ledger", "BWR"]}])
def test_counted_articles_are_those_that_mention_it(http: httpx.Client, limits: dict[str, Any]) -> None:
    """The number equals a count of the texts read one by one, under the same limits."""
    answer = ask(http, "How many articles mention observation posts?", **limits)

    heads = http.get("/v1/articles", params={"limit": 500}).json()["articles"]
    counted = 0
    for head in heads:
        if head["source"] not in limits.get("sources", [head["source"]]):
            continue
        if (head["published_at"] or "")[:10] > limits.get("as_of", "9999"):
            continue
        text = http.get(f"/v1/articles/{head['article_id']}").json()["article"]["text"]
        counted += bool(re.search(r"\bobservation\s+posts?\b", f"{head['title']}\n{text}", re.IGNORECASE))
    assert counted > 0
    assert answer["short_answer"] == str(counted)
    assert answer["figures"] == []
    assert answer["status"] == "answered"


def test_an_unmentioned_thing_is_in_no_article(http: httpx.Client) -> None:
    """A refusal that says what was looked for."""
    answer = ask(http, "How many articles mention submarines?")

    assert (answer["status"], answer["citations"]) == ("not_in_archive", [])
    assert "“submarines”" in answer["answer"]


def test_a_difference_is_computed_from_two_cited_figures(http: httpx.Client) -> None:
    """28 more posts, with both figures and their sentences; asked again in a conversation, "it" is understood."""
    answer = ask(http, "How many more Turkish posts are there in Idlib than before?")
    ask(http, "How many Turkish posts are in Idlib?", conversation_id="difference")
    again = ask(http, "And by how much did it grow?", conversation_id="difference")

    assert answer["short_answer"] == again["short_answer"] == "28"
    assert [figure["value"] for figure in answer["figures"]] == [40, 12]
    for figure in answer["figures"]:
        assert str(int(figure["value"])) in answer["citations"][figure["citation"] - 1]["quote"]
    assert answer["claims"][0]["citations"] == [1, 2]


def test_a_difference_needs_two_figures(http: httpx.Client) -> None:
    """Before the second figure was published there is none."""
    question = "By how much did the number of people displaced in Idlib grow between 2 January and 13 February 2020?"

    assert ask(http, question)["short_answer"] == "about 516,000"
    assert ask(http, question, as_of="2020-01-20")["status"] == "not_in_archive"


@pytest.mark.parametrize(
    ("question", "day", "value", "before"),
    [
        ("How many Turkish posts are in Idlib?", "2020-02-28", "40", "12"),
        ("How many people have been displaced in Idlib?", "2020-02-13", "more than 800,000", "520,000"),
    ],
)
def test_the_day_before_the_earlier_figure_is_the_answer(
    http: httpx.Client, question: str, day: str, value: str, before: str
) -> None:
    """As of the day before an update the figure of then leads, and no later article is cited."""
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    told, then = ask(http, question, as_of=day), ask(http, question, as_of=eve)

    assert told["short_answer"] == value
    assert then["short_answer"].removeprefix("some ") == before
    assert all(citation["published_at"][:10] <= eve for citation in then["citations"])
    assert all(figure["value"] != told["figures"][0]["value"] for figure in then["figures"])
