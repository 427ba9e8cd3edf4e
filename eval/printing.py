"""What the eval commands print: tables for people, JSON for programs."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pydantic_core import to_jsonable_python
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from eval.compare import Comparison, Flip
from eval.report import interval, number
from eval.summary import Summary


def print_json(values: Any) -> None:
    """One JSON document on standard output."""
    document = to_jsonable_python(values)
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


_OTHER_ARTICLES = (
    "No gold article was found: does this archive hold the articles of these questions? "
    "Those shipped are asked of the sample: --corpus ingest/sample."
)
_AT_A_GLANCE = ("figure_value", "answer_contains", "span_precision", "abstention_recall")


@contextmanager
def progress_bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error with time left; call what it yields once a case."""
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task(label, total=total)
        yield lambda: progress.advance(task)


def print_summaries(summaries: Sequence[Summary]) -> None:
    """Every metric of the last summary with interval and n; one line for each dataset before it.

    Of several datasets the last is over all of them; the reports have each one's metrics.
    """
    *datasets, last = summaries
    if datasets:
        _print_datasets(datasets)
    _print_summary(last)


def _print_datasets(summaries: Sequence[Summary]) -> None:
    table = _table("", "dataset", "cases", "fail", *(name.replace("_", " ") for name in _AT_A_GLANCE))
    for summary in summaries:
        values = [summary.metrics[name].value if name in summary.metrics else None for name in _AT_A_GLANCE]
        shown = ["" if value is None else number(value) for value in values]
        table.add_row(summary.dataset, str(summary.cases), str(len(summary.failing)), *shown)
    console = Console(highlight=False)
    console.print(table)
    console.print()


def _print_summary(summary: Summary) -> None:
    table = _table(f"{summary.dataset}: {summary.cases} cases", "metric", "value", "95 % interval", "n", "unscored")
    for name, estimate in (*summary.metrics.items(), *summary.expenses.items()):
        unscored = str(estimate.unscored) if estimate.unscored else ""
        table.add_row(name, number(estimate.value), interval(estimate), str(estimate.n), unscored)
    console = Console(highlight=False)
    console.print(table)
    console.print(f"{len(summary.failing)} of {summary.cases} cases fail.")
    found = summary.metrics.get("recall_at_10")
    if found and found.value == 0:
        console.print(_OTHER_ARTICLES)


def print_comparison(comparison: Comparison, *, flips: int = 20) -> None:
    """Paired differences, then the cases that broke and mended, at most ``flips`` of each."""
    title = f"{comparison.cases} cases in both; {comparison.identical} answers identical"
    table = _table(title, "metric", "second - first", "95 % interval", "cases", "")
    for name, estimate in comparison.differences.items():
        if estimate.value is None:
            continue
        real = estimate.low is not None and estimate.high is not None and not estimate.low <= 0 <= estimate.high
        verdict = ("[green]better[/]" if estimate.value > 0 else "[red]worse[/]") if real else ""
        table.add_row(name, f"{estimate.value:+.3f}", interval(estimate), str(estimate.cases), verdict)
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    if comparison.only_before or comparison.only_after:
        console.print(
            f"Left out: {comparison.only_before} only in the first, {comparison.only_after} only in the second."
        )
    for label, rows in (("Broken", comparison.broken), ("Mended", comparison.mended)):
        console.print(f"{label}: {len(rows)}")
        for flip in rows[:flips]:
            _print_flip(console, flip)


def _print_flip(console: Console, flip: Flip) -> None:
    console.print(f"  [bold]{escape(flip.case_id)}[/] {escape(flip.question)}  [dim]{', '.join(flip.metrics)}[/]")
    console.print(f"    before: {escape(flip.before)}")
    console.print(f"    after:  {escape(flip.after)}")


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table
