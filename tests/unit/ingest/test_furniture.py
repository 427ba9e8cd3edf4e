from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.furniture import is_furniture, without_furniture


@pytest.mark.parametrize(
    "line",
    [
        "All news",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter WhatsApp",
        "Follow us on Twitter",
        "Follow Ann Writer on Twitter: @annwriter",
        "Read also: Army takes the hill",
        "More:Army takes the hill",
        "READ MORE",
        "Subscribe",
        "Sign up for our daily newsletter",
        "Advertisement",
        "We use cookies to improve your experience on our site.",
        "Accept all cookies",
        "Tags: Syria, Idlib, Turkey",
        "Photo: A. Lens/Levant Desk",
        "Image source, Getty Images",
        "(AP Photo/A. Lens)",
        "© 2020 Levant Desk",
        "Copyright 2020 Levant Desk. All rights reserved.",
        "Comments (3)",
        "___",
    ],
)
def test_the_frame_of_a_page_is_recognised(line: str) -> None:
    """Menus, sharing, selling, cookies, tags and credits are no reporting."""
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The president shared the article on Twitter.",
        "Follow-up talks are due on Monday.",
        "More than 40 posts were set up.",
        "More: the army said it lost five.",
        "Photographs showed the village after the raid, in which twelve people died, among them five children.",
        "Subscribers of the network lost service when the mast fell.",
        "All rights reserved to the islanders were lost, the minister said.",
        "Turkey",
        "Alabama",
        "Facebook",
        "Live",
        "12",
        "“Yes.”",
        "• Population: 9,412",
    ],
)
def test_reporting_and_headings_stay(line: str) -> None:
    """A sentence, a heading or a table cell is kept even when it holds a telltale word."""
    assert not is_furniture(line)
    assert without_furniture(["Army leaves the hill, says the governor.", line]) == [
        "Army leaves the hill, says the governor.",
        line,
    ]


def test_doubtful_words_go_in_the_company_of_furniture() -> None:
    """A row of share buttons goes; the same word as a heading stays."""
    page = ["Share", "Facebook", "Telegram", "The army left.", "Facebook", "The company said so."]
    assert without_furniture(page) == ["The army left.", "Facebook", "The company said so."]


def test_a_repeated_paragraph_is_kept_once() -> None:
    """A standfirst printed twice counts once; repeated cells of a table stay."""
    standfirst = "At least 58 people were hurt when a shell struck the market on Monday, the governor said."
    page = [standfirst, "Idlib", "40", "Hama", "40", standfirst, "Read more"]
    assert without_furniture(page) == [standfirst, "Idlib", "40", "Hama", "40"]


def test_a_page_of_nothing_but_furniture_keeps_its_lines() -> None:
    """Better a poor text than none."""
    assert without_furniture(["All news", "Share"]) == ["All news", "Share"]


@given(st.lists(st.text(min_size=1, max_size=60), max_size=12))
def test_no_paragraph_is_changed_or_moved(page: list[str]) -> None:
    """What remains is a subsequence of what came."""
    rest = iter(page)
    assert all(paragraph in rest for paragraph in without_furniture(page))
