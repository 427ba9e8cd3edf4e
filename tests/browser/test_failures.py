"""A server that is slow, fails or is gone: one calm message, and a way on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.faltering import BROKEN, HALFWAY, SLOW
from tests.browser.reading import ask, open_page
from tests.browser.stories import LAMPS


def submit(page: Page, question: str) -> None:
    page.fill("#question", question)
    page.keyboard.press("Enter")


def test_a_slow_server_is_told_and_can_be_stopped(page: Page) -> None:
    """After some seconds the page says that it takes long; Stop ends the waiting."""
    page.clock.install()
    open_page(page)
    submit(page, SLOW)
    expect(page.locator(".working")).to_contain_text("Searching the archive")

    page.clock.fast_forward(5_000)

    expect(page.locator(".working")).to_contain_text("longer than usual")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".turn .notice")).to_contain_text("Stopped")
    ask(page, LAMPS)


@pytest.mark.parametrize("question", [BROKEN, HALFWAY])
def test_a_failure_is_one_calm_message_with_its_request(page: Page, question: str) -> None:
    """What went wrong, the request's id and another try; nothing half-written stays."""
    open_page(page)
    submit(page, question)

    notice = page.locator(".turn .notice")
    expect(notice).to_contain_text("Something went wrong here")
    expect(notice).to_contain_text("Request ")
    expect(notice.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.locator(".answer, .statements")).to_have_count(0)
    expect(page.locator("#live")).to_contain_text("Something went wrong")


def test_a_server_that_is_gone_is_told_and_tried_again(page: Page) -> None:
    """Without a connection the page says so; Try again asks the same question."""
    open_page(page)
    page.context.set_offline(True)
    submit(page, LAMPS)
    expect(page.locator(".turn .notice")).to_contain_text("cannot be reached")

    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(".answer")).to_contain_text("17 lamps")
    expect(page.locator(".notice")).to_have_count(0)


def test_a_refused_question_says_why(page: Page) -> None:
    """The server's own sentence and its hint are shown."""
    open_page(page)
    submit(page, "why " * 600)

    expect(page.locator(".turn .notice")).to_contain_text("character")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_an_unknown_answer_address_says_so(page: Page) -> None:
    """A link to an answer that is not there ends in a sentence."""
    open_page(page, "/#/answer/nope")

    expect(page.locator(".turn .notice")).to_contain_text("nope")
