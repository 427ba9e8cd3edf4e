"""What the tests do on the page again and again."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page


def open_page(page: Page, address: str = "/") -> None:
    """Open the page and wait until it knows its archive."""
    page.goto(address)
    page.locator("#limits summary").wait_for()


def ask(page: Page, question: str) -> Locator:
    """Ask in the page as a person does; gives the answer that appears under the question."""
    before = page.locator(".turn").count()
    page.fill("#question", question)
    page.keyboard.press("Enter")
    answer = page.locator(".turn").nth(before).locator(".answer")
    answer.wait_for()
    return answer


def answer_of(view: Locator) -> dict[str, Any]:
    """The answer as the server gave it, from which a view was drawn."""
    given: dict[str, Any] = view.evaluate("view => view.answer")
    return given
