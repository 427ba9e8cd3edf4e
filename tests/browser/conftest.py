"""A real Chromium over a real server; the tests are skipped, with the reason, where there is no Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import httpx
import pytest

from tests.browser.faltering import FalteringAnswerer
from tests.browser.stories import STORIES
from tests.integration.chat.newsroom import opened, served

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")

BINARIES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[sync_api.Browser]:
    """Chromium as the system has it."""
    binary = next(filter(None, map(shutil.which, BINARIES)), None)
    if binary is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=binary, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Base URL of a server over a small archive; questions to its answerer may be slow or fail when they ask for it."""
    with opened(tmp_path_factory.mktemp("browser")) as dateline:
        answerer = FalteringAnswerer.of(dateline)
        with served(answerer.over(dateline)) as url:
            stored = httpx.post(f"{url}/v1/articles", json={"articles": STORIES}).raise_for_status().json()
            assert not stored["refused"]
            yield url
            answerer.released.set()


@pytest.fixture
def page(browser: sync_api.Browser, site: str) -> Iterator[sync_api.Page]:
    """A fresh page with an empty history; a script error or a broken security rule fails the test."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(20_000)
    opened_page = context.new_page()
    errors: list[str] = []
    opened_page.on("pageerror", lambda error: errors.append(str(error)))
    opened_page.on("console", lambda said: errors.append(said.text) if "Security Policy" in said.text else None)
    yield opened_page
    context.close()
    assert not errors
