"""What Slack shows, drawn and clicked."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect
from pydantic import TypeAdapter

from app.models import Answer
from app.slack.evidence import evidence_view
from app.slack.formatting import answer_messages
from app.slack.links import Links
from tests.browser.stories import DEAD, PIER, UNKNOWN
from tests.fake_slack.page import page as drawn


def answered(site: str, question: str) -> Answer:
    reply = httpx.post(f"{site}/v1/ask", json={"question": question}, timeout=30)
    return TypeAdapter(Answer).validate_json(reply.text)


@pytest.mark.parametrize("question", [PIER, DEAD, UNKNOWN])
def test_messages_are_drawn_within_their_column(page: Page, site: str, question: str) -> None:
    """No line, link or button sticks out, and the text is there."""
    answer = answered(site, question)
    view = evidence_view(answer, Links(site))["blocks"]

    page.set_content(drawn([*(message.blocks for message in answer_messages(answer, Links(site))), view]))

    expect(page.locator("article").first).to_contain_text(answer.short_answer or answer.answer)
    assert page.evaluate("document.body.scrollWidth <= document.body.clientWidth")


def test_a_marker_opens_the_article_at_the_cited_sentence(page: Page, site: str) -> None:
    """The quote is marked there, character for character."""
    answer = answered(site, PIER)
    page.set_content(drawn(message.blocks for message in answer_messages(answer, Links(site))))

    page.locator("a", has_text="[1]").first.click()

    expect(page.locator("mark#cited")).to_have_text(answer.citations[0].quote)
