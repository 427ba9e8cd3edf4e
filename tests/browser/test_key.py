"""An archive that is kept with a key."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from app.dateline import Dateline
from app.settings import Settings
from tests.browser.reading import answer_of, ask
from tests.browser.stories import LAMPS
from tests.integration.chat.newsroom import opened, served

KEY = "amber lantern"


@pytest.fixture
def keyed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that wants KEY."""
    folder = tmp_path_factory.mktemp("keyed")
    with opened(folder) as dateline, served(_with_key(dateline)) as url:
        yield url


def _with_key(dateline: Dateline) -> Dateline:
    return replace(dateline, settings=Settings(archive=dateline.settings.archive, api_key=KEY))  # type: ignore[arg-type]  # read as a secret


def test_the_page_asks_for_the_key_once(browser: Browser, keyed_site: str) -> None:
    """Nothing is shown without it; a shared citation asks too, and then opens at its words."""
    context = browser.new_context(base_url=keyed_site)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/")
    expect(page.locator(".key-form")).to_contain_text("kept with a key")
    expect(page.locator(".newest")).to_have_count(0)
    page.fill(".key-form input", "wrong")
    page.keyboard.press("Enter")
    expect(page.locator(".key-form")).to_contain_text("Request")
    page.fill(".key-form input", KEY)
    page.keyboard.press("Enter")
    view = ask(page, LAMPS)
    quote = answer_of(view)["citations"][0]["quote"]
    address = view.locator(".marker").first.get_attribute("href") or ""

    page.goto(address)
    expect(page.locator("#reader mark")).to_have_text(quote)
    stranger = browser.new_context(base_url=keyed_site).new_page()
    stranger.goto(address)
    expect(stranger.locator(".key-form")).to_be_visible()
    assert quote not in stranger.content()
    stranger.context.close()
    context.close()
