"""Progress bars for long work; drawn on standard error, and only where someone can see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from ingest.pipeline import IngestProgress


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        rate = task.fields.get("rate") or task.speed
        return Text(f"{rate:.1f}/s" if rate else "-/s", style="dim")


@contextmanager
def ingest_bar(*, quiet: bool = False) -> Iterator[Callable[[IngestProgress], None]]:
    """A bar with rate and time left, fed by ``Ingester.ingest``."""
    with _bar("Ingesting", quiet=quiet) as (progress, task):

        def on_progress(now: IngestProgress) -> None:
            progress.update(task, completed=now.done, total=now.total, rate=now.rate)

        yield on_progress


@contextmanager
def reindex_bar(*, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """A bar fed with how much is done and in all, of one step after the other."""
    with _bar("Reindexing", quiet=quiet) as (progress, task):

        def on_progress(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield on_progress


@contextmanager
def _bar(label: str, *, quiet: bool) -> Iterator[tuple[Progress, TaskID]]:
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as progress:
        yield progress, progress.add_task(label, total=None)
