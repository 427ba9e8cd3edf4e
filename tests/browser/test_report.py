"""The evaluation report in a real browser: offline, in both schemes, on a phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from eval.report import write_reports
from tests.browser.axe import axe_script, grave_findings
from tests.unit.eval.builders import answer, figure, passage, refusal, reply
from tests.unit.eval.test_report import run_with


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a report with right, wrong, refused and unscored cases."""
    folder = tmp_path_factory.mktemp("report")
    wrong = reply(answer("12", figures=(figure(12),)), passages=(passage("snow", "Snow fell. " * 40),) * 20)
    write_reports(folder, run_with(reply(), *[wrong] * 6, reply(refusal())))
    return (folder / "report.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_asks_nobody_and_has_no_serious_finding(
    browser: Browser, report: str, scheme: str, request: pytest.FixtureRequest
) -> None:
    """One request, for the file itself; axe-core reads every case opened."""
    cache: Path = request.config.cache.mkdir("axe-core")
    context = browser.new_context(color_scheme=scheme, offline=True)  # type: ignore[arg-type]  # two of three schemes
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(report)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert asked == [report]
    assert grave_findings(page, axe_script(cache)) == []
    context.close()


def test_a_link_to_a_failing_case_opens_it(browser: Browser, report: str) -> None:
    """From the list of missed metrics, without a script."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(report)
    last = page.locator("details.case").last
    expect(last.locator(".three")).to_be_hidden()
    page.locator(".index a", has_text="c7").first.click()
    expect(last.locator(".three")).to_be_visible()
    page.close()


def test_on_a_phone_nothing_sticks_out(browser: Browser, report: str) -> None:
    """Wide tables scroll in their panel."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(report)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
