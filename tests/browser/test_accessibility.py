"""Keyboard, screen reader, zoom, right-to-left text, and axe-core's judgement."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import axe_script, grave_findings
from tests.browser.reading import ask, open_page
from tests.browser.stories import DEAD, LAMPS, PIER, RIGHT_TO_LEFT, UNKNOWN


@pytest.fixture(scope="session")
def axe(request: pytest.FixtureRequest) -> str:
    """The source of axe-core."""
    cache: Path = request.config.cache.mkdir("axe-core")
    return axe_script(cache)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, site: str, axe: str, scheme: str) -> None:
    """The empty page, answers of every kind, the open article, the archive and an article's own page, in one scheme."""
    context = browser.new_context(base_url=site, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)  # type: ignore[arg-type]  # two of three schemes
    context.set_default_timeout(20_000)
    page = context.new_page()
    open_page(page)
    page.locator(".newest li").first.wait_for()
    findings = grave_findings(page, axe)
    view = ask(page, PIER)
    ask(page, DEAD)
    ask(page, UNKNOWN)
    page.click("#limits summary")
    findings += grave_findings(page, axe)
    view.locator(".marker").first.click()
    page.locator("#reader mark").wait_for()
    findings += grave_findings(page, axe)
    address = view.locator(".marker").first.get_attribute("href") or ""
    page.goto("/#/archive")
    page.locator(".article-list li").first.wait_for()
    findings += grave_findings(page, axe)
    page.goto(address)
    findings += grave_findings(page, axe)
    context.close()

    assert not findings


def test_everything_works_from_the_keyboard(page: Page) -> None:
    """Slash to ask, Tab to a citation, Enter to open it, arrows to the next, Escape to come back."""
    open_page(page)
    page.keyboard.press("/")
    page.keyboard.type(PIER)
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()

    page.locator(".marker").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#reader mark")).to_contain_text("40 lamps")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#reader mark")).to_contain_text("12 lamps")
    page.keyboard.press("Escape")
    expect(page.locator("#reader")).to_be_hidden()
    expect(page.locator(".marker").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#question")).to_have_value(PIER)


def test_letters_typed_nowhere_are_a_question(page: Page) -> None:
    """Nobody has to find the ask box first; in the archive they stay where they are."""
    open_page(page)
    page.keyboard.type("Who lit the lamps?")
    expect(page.locator("#question")).to_have_value("Who lit the lamps?")

    page.goto("/#/archive")
    page.locator("#archive h1").wait_for()
    page.locator("body").evaluate("document.activeElement.blur()")
    page.keyboard.type("lamps")
    expect(page.locator("#question")).to_have_value("Who lit the lamps?")


def test_the_answer_is_announced(page: Page) -> None:
    """The live region says the answer once, without markers."""
    open_page(page)
    ask(page, LAMPS)

    expect(page.locator("#live")).to_contain_text("17 lamps, according to")
    expect(page.locator("#live")).not_to_contain_text("[1]")


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_off_when_narrow(page: Page, width: int) -> None:
    """1280 pixels at 400 % zoom are 320: the page scrolls downwards only, and the article fills it."""
    page.set_viewport_size({"width": width, "height": 640})
    open_page(page)
    view = ask(page, DEAD)
    sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

    assert page.evaluate(sideways) == 0
    view.locator(".marker").first.click()
    expect(page.locator("#reader mark")).to_be_in_viewport()
    assert page.evaluate("document.getElementById('reader').getBoundingClientRect().width") == width
    expect(page.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    page.goto("/#/archive")
    page.locator(".article-list li").first.wait_for()
    assert page.evaluate(sideways) == 0


def test_the_history_opens_and_closes_on_a_phone(page: Page) -> None:
    """A button shows it, Escape hides it, arrows move within it."""
    page.set_viewport_size({"width": 390, "height": 800})
    open_page(page)
    ask(page, LAMPS)
    page.goto("/#/")
    ask(page, DEAD)

    page.click("#history-toggle")
    entries = page.locator("#history-list a")
    expect(entries).to_have_count(2)
    entries.first.focus()
    page.keyboard.press("ArrowDown")
    expect(entries.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#history")).to_be_hidden()
    expect(page.locator("#history-toggle")).to_be_focused()


def test_right_to_left_text_runs_right_to_left(page: Page) -> None:
    """An article in Hebrew is read from the right, beside the answer and on its own page; so is a question."""
    page.goto("/#/archive")
    page.locator(".article-list a", has_text="פנסים חדשים").click()

    text = page.locator("#reader .text")
    expect(text).to_have_text(RIGHT_TO_LEFT)
    direction = "element => getComputedStyle(element).direction"
    assert text.evaluate(direction) == "rtl"
    page.goto("/")
    page.fill("#question", "כמה פנסים יש ברציף הצפוני?")
    assert page.locator("#question").evaluate(direction) == "rtl"
