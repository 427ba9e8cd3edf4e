"""A run for people: summary.md for a pull request, report.html for reading every failing case."""

import json
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from eval import failing, plots
from eval.judge import Judgement
from eval.metrics.catalogue import BY_NAME
from eval.runs import Run
from eval.statistics import Estimate
from eval.summary import Summary

_TEMPLATE = Path(__file__).parent / "report.html.j2"
_STYLE = Path(__file__).parent / "report.css"
_MARKDOWN_FAILING = 20


def write_reports(folder: Path, run: Run, judgement: Judgement | None = None) -> None:
    """Write ``summary.md`` and ``report.html`` beside the run's files."""
    (folder / "summary.md").write_text(summary_markdown(run.summary, run.config), encoding="utf-8")
    (folder / "report.html").write_text(report_html(run, judgement), encoding="utf-8")


def report_html(run: Run, judgement: Judgement | None = None) -> str:
    """One page that needs nothing else: no script, no address of any other host, every text escaped."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"number": number, "interval": interval, "shade": shade, "value": figure_value}
    environment.globals |= {
        "bar": plots.bar,
        "about": about,
        "must": fails_a_case,
        "gold_figures": failing.gold_figures,
        "evidence": failing.is_evidence,
        "holds": failing.holds_gold,
        "marked": failing.with_gold_marked,
        "missed": failing.by_missed_metric,
        "article": failing.article_name,
    }
    replies = [result.reply for result in run.results if result.reply]
    expenses = run.summary.expenses
    marks = [(name, expenses[f"ask_ms_{name}"].value or 0.0) for name in ("p50", "p95")]
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
        css=Markup(_STYLE.read_text(encoding="utf-8")),  # our own file  # noqa: S704
        config=run.config,
        config_text=json.dumps(run.config, indent=2, ensure_ascii=False),
        summary=run.summary,
        groups=by_group(run.summary.metrics),
        columns=[name for name in run.summary.metrics if any(name in row for row in run.summary.slices.values())],
        curve=plots.curve(run.summary.curve),
        latency=plots.histogram([reply.ask_ms for reply in replies], marks),
        failing=[result for result in run.results if result.failing],
        unscored=sum(result.reply is None for result in run.results),
        judgement=judgement,
    )


def summary_markdown(summary: Summary, config: Mapping[str, Any]) -> str:
    """The numbers as Markdown tables, and the first failing cases."""
    commit = (config.get("commit") or "unknown")[:10] + (" (dirty)" if config.get("dirty") else "")
    lines = [
        f"## {summary.dataset}: {summary.cases} cases, {len(summary.failing)} failing",
        "",
        f"Commit {commit}, writer {config.get('writer') or 'default'}, seed {config.get('seed')}. "
        "Means with 95 % bootstrap intervals.",
        "",
        "| metric | value | 95 % interval | n | unscored |",
        "|---|---|---|---|---|",
        *(_markdown_row(name, estimate) for name, estimate in {**summary.metrics, **summary.expenses}.items()),
        "",
    ]
    shown = list(summary.failing.items())[:_MARKDOWN_FAILING]
    lines += [f"- `{case_id}`: {', '.join(names)}" for case_id, names in shown]
    if len(summary.failing) > len(shown):
        lines.append(f"- and {len(summary.failing) - len(shown)} more; see report.html")
    return "\n".join(lines) + "\n"


def by_group(metrics: Mapping[str, Estimate]) -> list[tuple[str, list[tuple[str, Estimate]]]]:
    """Metrics under their group, in the catalogue's order."""
    groups = groupby(metrics.items(), key=lambda row: BY_NAME[row[0]].group)
    return [(group, list(rows)) for group, rows in groups]


def number(value: float | None) -> str:
    """Shares with three decimals, larger numbers with one, tiny costs with two digits; "not measured" is a dash."""
    if value is None:
        return "–"
    if 0 < abs(value) < 0.001:
        return f"{value:.2g}"
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:,.1f}"


def figure_value(value: float) -> str:
    """A figure as newspapers print it: 12,000 and 6.75."""
    return f"{value:,.12g}"


def interval(estimate: Estimate) -> str:
    """Low and high end; a dash below two cases."""
    return "–" if estimate.low is None else f"{number(estimate.low)} to {number(estimate.high)}"


def shade(value: float | None) -> str:
    """CSS class of a table cell, from ``bad`` over ``fair`` to ``good``."""
    if value is None:
        return ""
    return "good" if value >= 0.95 else "fair" if value >= 0.8 else "bad"


def about(metric: str) -> str:
    """What a metric counts."""
    return BY_NAME[metric].about


def fails_a_case(metric: str) -> bool:
    """Whether missing the metric lists a case as failing."""
    return BY_NAME[metric].must


def _markdown_row(name: str, estimate: Estimate) -> str:
    return f"| {name} | {number(estimate.value)} | {interval(estimate)} | {estimate.n} | {estimate.unscored} |"
