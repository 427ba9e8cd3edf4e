"""What people click under an answer."""

from __future__ import annotations

from typing import Any

import pytest

from app.dateline import Dateline
from app.slack.formatting import EVIDENCE, FEEDBACK, SHARE
from tests.fake_slack.blocks import problems_of_view
from tests.fake_slack.people import People
from tests.integration.slack.conftest import CAMERAS


def buttons(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every button of a message by its action."""
    rows = [block for block in message["blocks"] if block["type"] in {"actions", "context_actions"}]
    return {element["action_id"]: element for row in rows for element in row["elements"]}


@pytest.mark.parametrize(("side", "rating"), [("positive_button", "up"), ("negative_button", "down")])
def test_feedback_lands_beside_that_of_other_surfaces(
    people: People, newsroom: Dateline, side: str, rating: str
) -> None:
    """With the id of the answer, in the store that HTTP feeds too."""
    (answer,) = people.answers_to(people.asks("C0DESK", CAMERAS))

    people.clicks(FEEDBACK, buttons(answer)[FEEDBACK][side]["value"])

    given = newsroom.archive.feedback.list()[-1]
    assert (given.rating, given.surface) == (rating, "slack")
    assert newsroom.archive.receipts.get(given.answer_id).question == CAMERAS


def test_show_evidence_opens_the_quotes(people: People) -> None:
    """A modal with every cited sentence, verbatim, and a link to each."""
    (answer,) = people.answers_to(people.asks("C0DESK", CAMERAS))

    assert people.clicks(EVIDENCE, buttons(answer)[EVIDENCE]["value"]) == 200

    (view,) = people.until(lambda: people.slack.workspace.views)
    told = str(view)
    assert not problems_of_view(view)
    assert "The Heron bridge now has 20 cameras, the port office said on Monday." in told
    assert told.count("highlight=") == 3


def test_an_answer_to_a_command_can_be_shared_with_the_channel(people: People) -> None:
    """First only the asker sees it."""
    people.command(CAMERAS, name="asked")
    (private,) = people.until(lambda: people.slack.workspace.replies)
    assert private["response_type"] == "ephemeral"

    people.clicks(SHARE, buttons(private)[SHARE]["value"])

    private, shared = people.until(lambda: len(replies := people.slack.workspace.replies) == 2 and replies)
    assert shared["response_type"] == "in_channel"
    assert shared["text"] == private["text"]
    assert SHARE not in buttons(shared)
