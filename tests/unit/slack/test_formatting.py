"""What an answer looks like in Slack."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models import Answer
from app.slack.blocks import Block, Message
from app.slack.formatting import answer_messages, answer_tail, fallback
from app.slack.links import Links
from tests.fake_slack.blocks import problems_of_message
from tests.unit.slack.answers import answer, citation, figure, refusal, related

LINKS = Links("https://news.example")
OPEN = "https://news.example/articles/a1?version=1&highlight=120-157#cited"


def only(messages: list[Message]) -> tuple[Block, ...]:
    assert len(messages) == 1
    return messages[0].blocks


def told(blocks: tuple[Block, ...]) -> list[str]:
    """The text of every block that has some."""
    rows = [block["text"]["text"] if block["type"] == "section" else "" for block in blocks]
    lines = [block["elements"][0]["text"] if block["type"] == "context" else "" for block in blocks]
    return [row or line for row, line in zip(rows, lines, strict=True) if row or line]


@pytest.mark.parametrize(
    ("changed", "first"),
    [
        ({}, f"*40 posts*, according to the channel (TASS, 28 February 2020) <{OPEN}|[1]>."),
        ({"short_answer": "40", "answer": "40 posts [1]."}, f"*40* posts <{OPEN}|[1]>."),
        ({"short_answer": "4", "answer": "40 posts [1]."}, f"*4*\n40 posts <{OPEN}|[1]>."),
        ({"short_answer": "Berg", "answer": "She is Ilse Berg [1]."}, f"*Berg*\nShe is Ilse Berg <{OPEN}|[1]>."),
        ({"short_answer": "", "answer": "News [1]."}, f"News <{OPEN}|[1]>."),
        ({"short_answer": "a*b", "answer": "a*b [1]."}, f"a*b <{OPEN}|[1]>."),
    ],
    ids=["leads", "number leads", "part of a number", "elsewhere", "none", "with a star"],
)
def test_the_short_answer_comes_first_and_bold(changed: dict[str, Any], first: str) -> None:
    """In its sentence where it opens it, else above."""
    assert told(only(answer_messages(answer(**changed), LINKS)))[0] == first


def test_sources_are_compact_lines() -> None:
    """Number, title with a link, outlet, day."""
    blocks = only(answer_messages(answer(citations=(citation(1), citation(2, published_at=None))), LINKS))

    assert told(blocks)[1].splitlines() == [
        f"[1] <{OPEN}|Counting the posts> · TASS, 28 February 2020",
        f"[2] <{OPEN.replace('a1', 'a2')}|Counting the posts> · TASS, no date",
    ]


@pytest.mark.parametrize(
    ("url", "link"),
    [("https://tass.example/1", "<https://tass.example/1|[1]>"), (None, "[1]"), ("javascript:alert(1)", "[1]")],
)
def test_without_a_public_address_links_lead_to_the_publisher(url: str | None, link: str) -> None:
    """Or nowhere."""
    blocks = only(answer_messages(answer(answer="So [1].", short_answer="", citations=(citation(url=url),)), Links()))

    assert told(blocks)[0] == f"So {link}."


def test_figures_are_listed_by_day() -> None:
    """What holds now is bold, what is contradicted says so; one figure alone is in the text already."""
    figures = (
        figure(40.0),
        figure(12, "earlier", as_of="2018-05-16", said_by=None),
        figure(1_250.5, "conflicting", qualifier="at least", as_of=None),
    )

    listed = told(only(answer_messages(answer(figures=figures), LINKS)))[1]

    assert listed.splitlines() == [
        "*Figures over time*",
        f"•  no date: at least 1,250.5 posts (disputed), the channel <{OPEN}|[1]>",
        f"•  16 May 2018: 12 posts <{OPEN}|[1]>",
        f"•  28 February 2020: *40 posts*, the channel <{OPEN}|[1]>",
    ]
    assert "Figures over time" not in str(answer_messages(answer(figures=(figure(),)), LINKS))


def test_a_refusal_shows_related_articles_no_citations_and_no_evidence() -> None:
    """Feedback is asked for all the same."""
    blocks = only(answer_messages(refusal(), LINKS))

    assert told(blocks)[1].splitlines() == [
        "*Related articles*",
        "•  <https://news.example/articles/a9|Fog over the harbour> · Harbour Post, no date",
    ]
    assert [block["type"] for block in blocks] == ["section", "context", "context_actions"]


def test_disputes_and_notices_are_told() -> None:
    """Below the text."""
    shown = told(only(answer_messages(answer(status="conflicting", notice="The model is down."), LINKS)))

    assert shown[1:3] == ["Sources disagree; every figure is shown with who says it.", "The model is down."]


def test_buttons_carry_the_answers_id() -> None:
    """Feedback, evidence, and sharing where only the asker sees the answer."""
    feedback, row = answer_tail(answer(), LINKS, private=True)[-2:]

    (rated,) = feedback["elements"]
    assert (rated["positive_button"]["value"], rated["negative_button"]["value"]) == ("up:f00d", "down:f00d")
    assert [(button["text"]["text"], button["value"]) for button in row["elements"]] == [
        ("Show evidence", "f00d"),
        ("Share in channel", "f00d"),
    ]


def test_the_fallback_is_plain_text_with_sources() -> None:
    """For notifications and screen readers."""
    assert fallback(answer(answer="A & B [1].")) == "A &amp; B [1].\n[1] Counting the posts (TASS, 28 February 2020)"


WORDS = st.text(st.characters(codec="utf-8"), max_size=400)


@settings(max_examples=60, deadline=None)
@given(text=WORDS, times=st.integers(1, 200), title=WORDS, url=WORDS, count=st.integers(0, 60), quote=WORDS)
def test_whatever_the_answer_slack_takes_it(
    text: str, times: int, title: str, url: str, count: int, quote: str
) -> None:
    """Every message is within every limit, and none is lost: the buttons stand under the last."""
    cited = tuple(
        citation(number, title=title * 5, source=title * 5, url=f"https://{url * 10}", quote=quote)
        for number in range(1, count + 1)
    )
    long: Answer = answer(
        answer=(text + " [1] ") * times,
        short_answer=text[:20],
        citations=cited,
        figures=tuple(figure(said_by=title, citation=1) for _ in range(min(count, 30))),
        related=tuple(related(title=title, url=url) for _ in range(3)),
        notice=text or None,
    )

    for links in (LINKS, Links()):
        messages = answer_messages(long, links, private=True)

        assert [problems_of_message(list(message.blocks)) for message in messages] == [[]] * len(messages)
        assert messages[0].text.strip()
        assert messages[-1].blocks[-1]["type"] == "actions"


def test_thirty_thousand_characters_are_several_messages() -> None:
    """Nothing is left out."""
    text = "The port office said so on Monday. " * 860

    messages = answer_messages(answer(answer=text), LINKS)

    shown = " ".join(row for message in messages for row in told(message.blocks))
    assert len(messages) == 4
    assert shown.count("The port office said so on Monday.") == 860


def test_formatting_changes_nothing_between_calls() -> None:
    """The same answer, the same blocks."""
    first = answer_messages(answer(), LINKS)

    assert answer_messages(replace(answer()), LINKS) == first
