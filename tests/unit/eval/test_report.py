"""Reports for people."""

import re
from pathlib import Path

import pytest

from eval import plots
from eval.failing import article_name, by_missed_metric, with_gold_marked
from eval.metrics.abstention import CurvePoint
from eval.replies import Failure, Reply
from eval.report import figure_value, interval, number, report_html, shade, summary_markdown, write_reports
from eval.runs import Run
from eval.statistics import Estimate
from eval.summary import scored, summarise
from tests.unit.eval.builders import QUOTE, answer, case, figure, passage, refusal, reply

EVIL = '<script>alert("x")</script>'


def run_with(*outcomes: Reply | Failure) -> Run:
    cases = [
        case(f"c{i}", tags=("idlib", EVIL), citations=[{"article_id": "posts", "quote": QUOTE}])
        for i in range(len(outcomes))
    ]
    results = tuple(scored(c, outcome) for c, outcome in zip(cases, outcomes, strict=True))
    config = {"commit": "abc", "dirty": True, "writer": None, "seed": 0, "started_at": "2026-01-01", "asked": EVIL}
    return Run(config, results, summarise("set.v1", results))


def test_a_failing_case_is_shown_with_everything_beside_it() -> None:
    """Question, answer, citation, gold and retrieved passages."""
    html = report_html(run_with(reply(answer("12", figures=(figure(12),)), passages=(passage("snow", "Snow fell."),))))
    failing = html[html.index("Failing cases (1)") :]
    for shown in ("How many posts, c0?", "12 [1].", QUOTE, "Snow fell.", "answer_contains", "Levant Ledger"):
        assert shown in failing


def test_texts_of_others_are_escaped() -> None:
    """Question, answer, passage, tag and configuration alike."""
    html = report_html(run_with(reply(answer(EVIL, answer=EVIL), passages=(passage("a", EVIL),)), Failure(EVIL)))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") > 4


def test_the_page_needs_nothing_else() -> None:
    """No address of any host, no script, no import; links stay on the page and lead somewhere."""
    html = report_html(run_with(reply(), reply(refusal()), Failure("down")))
    assert not re.search(r"\b(src|@import|url)\b|https?://", html)
    targets = re.findall(r'href="(.*?)"', html)
    assert "#c1" in targets
    assert all(f'id="{target.removeprefix("#")}"' in html for target in targets)


def test_gold_is_marked_where_it_stands_in_a_passage() -> None:
    """Signs of the text stay text."""
    case_with_quote = case(citations=[{"article_id": "posts", "quote": "4 < 40 posts & more."}])
    shown = with_gold_marked("It said: 4 < 40 posts & more. <b>", case_with_quote)
    assert shown == "It said: <mark>4 &lt; 40 posts &amp; more.</mark> &lt;b&gt;"


def test_failing_cases_are_listed_by_the_metric_they_miss() -> None:
    """The most frequent first, each case with a link."""
    run = run_with(reply(answer("12")), reply(), Failure("down"), reply(answer("13")))
    missed = by_missed_metric([result for result in run.results if result.failing])
    assert missed == [("answer_contains", ["c0", "c3"]), ("unscored", ["c2"])]


def test_a_gold_article_is_named_by_its_title_where_the_reply_tells_it() -> None:
    """Else by its id."""
    run = run_with(reply(), Failure("down"))
    names = [article_name(result, result.case.citations[0]) for result in run.results]
    assert names == ["Posts in Idlib · Levant Ledger · 2020-02-28", "posts"]


def test_a_run_without_failing_cases_says_so() -> None:
    """A page of praise is short."""
    assert "Failing cases (0)" in report_html(run_with(reply()))


def test_everything_unscored_still_makes_a_report() -> None:
    """Nothing is drawn, and the reason is shown."""
    html = report_html(run_with(Failure("the server fell over")))
    assert "Unscored: the server fell over" in html
    assert "No answer to draw." in html


def test_both_reports_are_written(tmp_path: Path) -> None:
    """Beside each other."""
    write_reports(tmp_path, run_with(reply()))
    assert {path.name for path in tmp_path.iterdir()} == {"report.html", "summary.md"}


def test_markdown_lists_metrics_and_failing_cases() -> None:
    """As a pull request shows them."""
    run = run_with(reply(), reply(answer("12")))
    text = summary_markdown(run.summary, run.config)
    assert "## set.v1: 2 cases, 1 failing" in text
    assert "| answer_contains | 0.500 | 0.000 to 1.000 | 2 | 0 |" in text
    assert "- `c1`: answer_contains" in text


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), (0.5, "0.500"), (1, "1.000"), (1234.56, "1,234.6"), (0.000171, "0.00017"), (0.0, "0.000")],
)
def test_numbers_are_shown_calmly(value: float | None, shown: str) -> None:
    """What was not measured is a dash, not 0."""
    assert number(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(40, "40"), (117677, "117,677"), (1e6, "1,000,000"), (6.75, "6.75")])
def test_figures_are_shown_as_newspapers_print_them(value: float, shown: str) -> None:
    """Every digit, in groups of three."""
    assert figure_value(value) == shown


def test_shades_and_missing_intervals() -> None:
    """A dash below two cases."""
    assert [shade(x) for x in (None, 0.5, 0.8, 0.95)] == ["", "bad", "fair", "good"]
    assert interval(Estimate(1.0, None, None, 1, 1)) == "–"


def test_plots_escape_and_survive_nothing() -> None:
    """One value, equal values, no value."""
    assert "No answer" in plots.histogram([], [])
    assert plots.histogram([0.0], [("p50", 0.0)]).startswith("<svg")
    assert "&lt;b&gt;" in plots.histogram([5.0] * 3, [("<b>", 5.0)])
    assert "polyline" in plots.curve([CurvePoint(0.5, 1.0)])
    assert plots.bar(Estimate(None, None, None, 0, 0)) == ""
