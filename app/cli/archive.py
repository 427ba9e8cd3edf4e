"""``dateline ingest | export | delete | reindex``."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console

from app.cli.desk import open_desk, require_archive, running_server
from app.cli.options import DAY, ArchiveOption, JsonOption, SourceOption, a_day
from app.cli.printing import print_json
from app.cli.progress import ingest_bar, reindex_bar
from app.cli.status import print_status
from app.dateline import Dateline
from app.errors import ArchiveLocked
from app.settings import Settings, load_settings
from ingest.pipeline import Ingester, IngestReport

_INGEST_EXAMPLES = """Examples:

    dateline ingest stories/ more/*.jsonl.gz

    dateline ingest wire.txt --published 2020-02-28

    dateline ingest https://example.org/feed.xml --every 15
"""
_EXPORT_EXAMPLES = """Examples:

    dateline export backup.jsonl

    dateline export --source "Levant Ledger" | gzip > ledger.jsonl.gz
"""


def add_commands(app: typer.Typer) -> None:
    """Register the commands of this module."""
    app.command("ingest", epilog=_INGEST_EXAMPLES)(ingest)
    app.command("export", epilog=_EXPORT_EXAMPLES)(export)
    app.command("delete", epilog="Example:\n\n    dateline delete 3f2a91c04b7d8e65")(delete)
    app.command("reindex", epilog="Example:\n\n    dateline reindex")(reindex)


def ingest(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, globs, feeds or article URLs.")],
    published: Annotated[
        str | None,
        typer.Option(
            parser=a_day, metavar=DAY, help="Day of publication for articles whose text does not print a year."
        ),
    ] = None,
    every: Annotated[
        int | None, typer.Option(min=1, help="Do it again after so many minutes, until stopped with Ctrl-C: for feeds.")
    ] = None,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add articles to the archive. What is already there is left alone; what cannot be read is listed.

    The exit code is 0 when everything was taken in, 3 when some articles failed, 1 when all did.
    """
    settings = load_settings(archive=archive)
    try:
        while True:
            report = _ingested(settings, sources, published, quiet=as_json)
            print_json(report.to_json()) if as_json else print_report(report)
            if every is None:
                break
            time.sleep(60 * every)
    except KeyboardInterrupt as interrupt:
        typer.echo("Interrupted. What was stored stays; the same command goes on from there.", err=True)
        raise typer.Exit(130) from interrupt
    if not report.ok:
        raise typer.Exit(3 if report.added + report.updated + report.unchanged else 1)


def _ingested(settings: Settings, sources: list[str], published: str | None, *, quiet: bool) -> IngestReport:
    with open_desk(settings, make=True) as desk, ingest_bar(quiet=quiet) as on_progress:
        ingester = Ingester(
            desk,
            allow_private_urls=settings.allow_private_urls,
            fetch_timeout_seconds=settings.fetch_timeout_seconds,
            max_article_mb=settings.max_upload_mb,
        )
        report = ingester.ingest(sources, published=published, on_progress=on_progress)
        if isinstance(desk, Dateline):
            desk.note_ingest(report.to_json())
    return report


def export(
    file: Annotated[typer.FileTextWrite, typer.Argument(encoding="utf-8", help="A file to write.")] = "-",  # type: ignore[assignment]  # standard output
    source: SourceOption = None,
    archive: ArchiveOption = None,
) -> None:
    """Write the articles as JSON lines, newest first. `dateline ingest` reads them back under the same ids."""
    with open_desk(load_settings(archive=archive)) as desk:
        for article in desk.articles(source or ()):
            file.write(json.dumps(asdict(article), ensure_ascii=False) + "\n")


def delete(
    article_ids: Annotated[list[str], typer.Argument(help="Article ids, as `dateline search` prints them.")],
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Remove articles with all their versions. The exit code is 1 when one of them was not there."""
    with open_desk(load_settings(archive=archive)) as desk:
        found = {article_id: desk.delete(article_id) for article_id in article_ids}
    if as_json:
        print_json(found)
    else:
        for article_id, was_there in found.items():
            typer.echo(f"{article_id}: {'deleted' if was_there else 'not in the archive'}")
    if not all(found.values()):
        raise typer.Exit(1)


def reindex(archive: ArchiveOption = None, as_json: JsonOption = False) -> None:
    """Rebuild both indexes from the stored articles; encodes again only when the model changed."""
    settings = load_settings(archive=archive)
    address = running_server(settings.archive)
    if address:
        raise ArchiveLocked(f"The server at {address} has this archive open.", hint="Stop it, then reindex.")
    require_archive(settings.archive)
    from app.wiring import reindex_archive  # noqa: PLC0415  # loads the model's libraries

    with reindex_bar(quiet=as_json) as on_progress:
        found = reindex_archive(settings, on_progress)
    print_json(found) if as_json else print_status(found)


def print_report(report: IngestReport) -> None:
    """Counts, then every failure and every doubt with its reason and what to do."""
    console = Console(highlight=False)
    console.print(
        f"{report.added} added, {report.updated} updated, {report.unchanged} unchanged, {report.failures} failed"
        f" · {report.chunks} chunks in {report.seconds:.1f} s"
    )
    for kind, rows, count in (("failed", report.failed, report.failures), ("doubt", report.warnings, report.doubts)):
        for row in rows:
            told = row.reason if row.reason.startswith(row.source) else f"{row.source}: {row.reason}"
            console.print(f"  {kind}: {told} {row.hint}", markup=False, soft_wrap=True)
        if count > len(rows):
            console.print(f"  and {count - len(rows)} more: {kind}")
    if report.ignored:
        console.print(f"  left out, as their names promise no article: {report.ignored}")
