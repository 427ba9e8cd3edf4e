"""An article that means harm is read, cited and shown like any other, as text."""

from playwright.sync_api import Page, expect

from tests.browser.reading import answer_of, ask, open_page
from tests.browser.stories import HOSTILE_TEXT, HOSTILE_TITLE, LANTERNS


def test_a_hostile_article_stays_text(page: Page) -> None:
    """Scripts do not run, planted markers are no citations, huge words do not widen the page."""
    open_page(page)
    view = ask(page, LANTERNS)
    answer = answer_of(view)

    assert answer["short_answer"].startswith("23")
    expect(view.locator(".statements .marker")).to_have_count(answer["answer"].count("[1]"))
    view.locator(".marker").first.click()
    expect(page.locator("#reader mark")).to_have_text(answer["citations"][0]["quote"])
    assert page.locator("#reader .text").evaluate("element => element.textContent") == HOSTILE_TEXT
    expect(page.locator("#reader h2")).to_have_text(HOSTILE_TITLE)
    expect(page).to_have_title("Dateline")
    assert page.locator("img, #turns script, #reader script, [onerror], [href^='javascript']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_a_hostile_question_stays_text(page: Page) -> None:
    """Neither the page nor the history takes a question for markup."""
    open_page(page)
    question = "<img src=x onerror=alert(1)> How many lamps?"

    ask(page, question)

    expect(page.locator(".question")).to_have_text(question)
    expect(page.locator("#history-list a")).to_have_text(question)
    assert page.locator("img").count() == 0


def test_the_hostile_article_is_safe_on_its_own_page(page: Page) -> None:
    """The shared address shows the same words, escaped, with the span marked."""
    open_page(page)
    view = ask(page, LANTERNS)
    quote = answer_of(view)["citations"][0]["quote"]

    page.goto(view.locator(".marker").first.get_attribute("href") or "")

    expect(page.locator("mark")).to_have_text(quote)
    assert page.locator("main .text").evaluate("element => element.textContent") == HOSTILE_TEXT
    assert page.locator("img, script").count() == 0


def test_a_damaged_history_counts_as_none(page: Page) -> None:
    """What another script left in this browser's store breaks nothing."""
    open_page(page)
    for kept in ("{", '"text"', "[null, 3, {}]"):
        page.evaluate("kept => localStorage.setItem('dateline.conversations', kept)", kept)
        page.reload()
        expect(page.locator("#welcome")).to_be_visible()
    ask(page, LANTERNS)
    expect(page.locator("#history-list li")).to_have_count(1)
