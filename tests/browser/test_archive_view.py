"""What the archive holds, and adding to it from the page."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.reading import ask, open_page


def open_archive(page: Page) -> None:
    page.goto("/#/archive")
    page.locator(".article-list li").first.wait_for()


def test_the_archive_is_shown_by_source_and_month(page: Page) -> None:
    """Counts, a bar for each month and source, the newest articles; a source narrows them."""
    open_archive(page)

    expect(page.locator(".facts")).to_contain_text("Articles")
    assert page.locator(".month-plot .bar").count() >= 3
    page.locator(".source-row", has_text="Coast Courier").click()
    expect(page.locator(".articles h2")).to_have_text("Articles of Coast Courier")
    origins = page.locator(".article-list .origin")
    expect(origins.filter(has_not_text="Coast Courier")).to_have_count(0)
    expect(origins).not_to_have_count(0)


def test_a_search_shows_articles_with_the_passage_found(page: Page) -> None:
    """The best article first; opening it marks the passage."""
    open_archive(page)
    page.fill("#archive-search", "fire destroyed the old library")
    page.keyboard.press("Enter")

    first = page.locator(".article-list li").first
    expect(first.locator("a")).to_have_text("Old library burns")
    first.locator("a").click()
    expect(page.locator("#reader mark")).to_contain_text("library")


def test_a_dropped_file_is_added_and_answers(page: Page, tmp_path: Path) -> None:
    """Progress, the outcome, the new counts, and an answer from the new article."""
    story = {"title": "Lighthouse", "text": "The Skerry lighthouse has 204 steps.", "source": "Skerry Mail"}
    file = tmp_path / "lighthouse.json"
    file.write_text(json.dumps(story), encoding="utf-8")
    open_archive(page)

    page.set_input_files("#add-files", file)

    expect(page.locator(".add-log li").first).to_contain_text("1 added")
    expect(page.locator(".source-plot")).to_contain_text("Skerry Mail")
    open_page(page)
    expect(ask(page, "How many steps does the Skerry lighthouse have?")).to_contain_text("204")


def test_pasted_articles_are_added_one_by_one(page: Page) -> None:
    """What cannot be read is named with its reason; the rest is stored."""
    open_archive(page)
    good = {"title": "Pier", "text": "The Skerry pier is 90 metres long.", "source": "Skerry Mail"}
    page.fill("#pasted", json.dumps([good, {"title": "No text"}]))

    page.locator(".add-form button").click()

    row = page.locator(".add-log > li").first
    expect(row).to_contain_text("1 added, 1 not read")
    expect(row.locator(".remarks")).to_contain_text("text")
    expect(page.locator("#pasted")).to_have_value("")
    page.reload()
    expect(page.locator(".last-ingest")).to_contain_text("1 added, 1 not read")


def test_an_address_that_may_not_be_fetched_says_why(page: Page) -> None:
    """A private address is refused, in the page's words and not the browser's."""
    open_archive(page)
    page.fill("#pasted", "http://127.0.0.1:9/story")

    page.locator(".add-form button").click()

    expect(page.locator(".add-log > li").first).to_contain_text("1 not read")
    expect(page.locator(".add-log .remarks")).to_contain_text("127.0.0.1")


def test_an_unknown_kind_of_file_is_refused(page: Page) -> None:
    """The kinds that are known are named."""
    open_archive(page)

    page.set_input_files("#add-files", {"name": "photo.png", "mimeType": "image/png", "buffer": b"\x89PNG"})

    expect(page.locator(".add-log .failed")).to_contain_text("photo.png has no known format")
