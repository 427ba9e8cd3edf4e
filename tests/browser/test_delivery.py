"""How the page arrives, and what leaves it: weight, rules, hosts, copies, receipts."""

import json
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import answer_of, ask, open_page
from tests.browser.stories import LAMPS

HEAVIEST_BYTES = 60_000
STATIC = Path(__file__).parents[2] / "app" / "web" / "static"


def test_the_reference_of_routes_needs_no_other_host(page: Page, site: str) -> None:
    """/docs lists every route on a machine without a network."""
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(httpx.URL(request.url).netloc.decode()))

    page.goto("/docs")

    expect(page.locator(".opblock-summary-path", has_text="/v1/timeline")).to_be_visible()
    assert hosts - {""} == {httpx.URL(site).netloc.decode()}


@pytest.mark.parametrize("address", ["/articles/nope", "/articles/nope?highlight=3-9#cited"])
def test_the_address_of_a_deleted_article_says_so(page: Page, address: str) -> None:
    """A person who follows an old link reads a sentence, not JSON."""
    reply = page.goto(address)

    assert reply is not None
    assert reply.status == 404
    expect(page.locator("#reader h2")).to_have_text("This article cannot be shown")
    expect(page.locator("#reader")).to_contain_text("The article nope is not in the archive.")


def test_the_page_is_light_and_comes_from_one_host(page: Page, site: str) -> None:
    """All files of a first visit together, as they are transferred."""
    sizes: list[int] = []
    hosts: set[str] = set()

    def weigh(request: object) -> None:
        hosts.add(httpx.URL(request.url).netloc.decode())  # type: ignore[attr-defined]
        sizes.append(request.sizes()["responseBodySize"])  # type: ignore[attr-defined]

    page.on("requestfinished", weigh)
    open_page(page)
    page.locator(".newest li").first.wait_for()

    assert hosts == {httpx.URL(site).netloc.decode()}
    assert 10_000 < sum(sizes) <= HEAVIEST_BYTES


def test_every_module_is_announced(site: str) -> None:
    """The browser fetches all modules at once instead of finding them one by one."""
    index = httpx.get(site).text

    assert not [file.name for file in STATIC.glob("*.js") if f'"/static/{file.name}"' not in index]


@pytest.mark.parametrize("path", ["/", "/static/main.js", "/static/base.css"])
def test_strict_rules_are_sent(site: str, path: str) -> None:
    """No inline script or style, no other host, no string ever parsed as HTML."""
    policy = httpx.get(site + path).raise_for_status().headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "require-trusted-types-for 'script'" in policy


def test_no_script_parses_text_as_html() -> None:
    """The habit behind the rule: elements are built, never written."""
    forbidden = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "eval(",
        "http://",
        "https://",
    )

    found = [
        (file.name, word)
        for file in STATIC.glob("*.js")
        for word in forbidden
        if word in file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    ]

    assert not found


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("Text", "[1] Zebra quay opens with more lamps, Coast Courier, 2 March 2020: “"),
        ("Markdown", "1. [Zebra quay opens with more lamps]("),
        ("HTML", '<sup><a href="'),
    ],
)
def test_an_answer_is_copied_with_its_references(page: Page, site: str, kind: str, told: str) -> None:
    """Each copy carries the answer, every quote and addresses that lead back here."""
    open_page(page)
    view = ask(page, LAMPS)

    view.get_by_role("button", name=kind, exact=True).click()
    expect(view.locator(".told")).to_contain_text(f"Copied as {kind}")
    copied = page.evaluate("navigator.clipboard.readText()")

    assert told in copied
    assert f"{site}/articles/" in copied
    for citation in answer_of(view)["citations"]:
        assert citation["quote"] in copied


def test_the_receipt_is_the_answer_as_it_was_given(page: Page) -> None:
    """The download is the stored answer, with a name of its own."""
    open_page(page)
    view = ask(page, LAMPS)
    answer = answer_of(view)

    with page.expect_download() as download:
        view.get_by_role("button", name="Receipt").click()

    assert download.value.suggested_filename == f"dateline-{answer['id']}.json"
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["answer"] == answer["answer"]


def test_an_answer_can_be_judged_and_shared(page: Page, site: str) -> None:
    """The verdict is kept and shown; the answer's address shows the same answer to someone else."""
    open_page(page)
    view = ask(page, LAMPS)

    view.get_by_role("button", name="Not right").click()
    expect(view.locator("[data-rating=down]")).to_have_attribute("aria-pressed", "true")
    view.get_by_role("button", name="Link").click()
    address = page.evaluate("navigator.clipboard.readText()")
    words = view.locator(".statements").inner_text()

    assert address == f"{site}/#/answer/{answer_of(view)['id']}"
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".statements")).to_have_text(words)
