"""The assistant pane, and the agent view that follows it."""

from __future__ import annotations

from tests.fake_slack.people import People
from tests.fake_slack.workspace import TEAM
from tests.integration.slack.conftest import CAMERAS


def test_an_opened_pane_is_greeted_with_questions_from_recent_articles(people: People) -> None:
    """Each suggested question is one that the archive answers."""
    root = people.slack.workspace.add("D0EDITOR", user="U0DATELINE", text="New chat")
    thread = {"user_id": "U0EDITOR", "channel_id": "D0EDITOR", "thread_ts": root["ts"], "context": {"team_id": TEAM}}

    people.tell(people.event({"type": "assistant_thread_started", "assistant_thread": thread, "event_ts": root["ts"]}))

    (suggested,) = people.until(lambda: people.slack.workspace.prompts)
    (greeting,) = people.slack.workspace.answers("D0EDITOR", root["ts"])
    assert "Ask me" in greeting["text"]
    assert suggested["thread_ts"] == root["ts"]
    question = suggested["prompts"][0]["message"]
    (answer,) = (
        one
        for one in people.answers_to(people.asks("D0EDITOR", question, thread_ts=root["ts"]))
        if one["ts"] != greeting["ts"]
    )
    assert "does not answer" not in answer["text"]


def test_the_agent_view_gets_suggestions_without_a_thread(people: People) -> None:
    """There, Slack takes no thread with them."""
    event = {"type": "app_home_opened", "user": "U0EDITOR", "channel": "D0EDITOR", "tab": "messages", "event_ts": "1.1"}
    people.tell(people.event({**event, "tab": "home"}))
    people.tell(people.event(event))

    (suggested,) = people.until(lambda: people.slack.workspace.prompts)

    assert "thread_ts" not in suggested
    assert suggested["prompts"]
    assert people.slack.workspace.messages == {}


def test_a_conversation_in_the_pane_keeps_its_title(people: People) -> None:
    """It is named after its first question."""
    first = people.asks("D0EDITOR", CAMERAS)
    people.answers_to(first)
    people.answers_to(people.asks("D0EDITOR", "who said so?", thread_ts=first.thread))

    assert [one["title"] for one in people.slack.workspace.titles] == [CAMERAS]
