"""``dateline eval new | import | export``: cases from readers, and from and to other tools."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from app.errors import EvalError, reason
from app.settings import load_settings
from eval.adapters import EXPORTS, IMPORTS, export_cases, import_cases
from eval.adapters.squad import squad_articles
from eval.cases import Case
from eval.dataset import dump_cases
from eval.drafts import draft_cases
from eval.finding import find_datasets
from eval.runs import read_run

TopicsOption = Annotated[
    Path | None, typer.Option(help="Questions of a TREC qrels file: query_id, a tab, the question.")
]
OutOption = Annotated[Path | None, typer.Option(help="File to write; standard output by default.")]

_NEW_EXAMPLES = """Examples:

    dateline eval new --out drafts.jsonl

    dateline eval new --last 50 --out drafts.jsonl

    dateline eval new 4f0c2a 9b1d77 --out drafts.jsonl
"""
_IMPORT_EXAMPLES = """Examples:

    dateline eval import azure qa.jsonl --out qa.v1.jsonl

    dateline eval import trec qrels.txt --topics topics.tsv --out trec.v1.jsonl

    dateline eval import squad dev.json --out squad.v1.jsonl --articles squad-articles.jsonl
"""
_EXPORT_EXAMPLES = """Examples:

    dateline eval export ragas idlib.v1 --out idlib.ragas.jsonl

    dateline eval export ragchecker idlib.v1 --run runs/idlib.v1/20260301-101500 --out checking.json
"""


def add_commands(app: typer.Typer) -> None:
    """Register the commands of this module."""
    app.command("new", epilog=_NEW_EXAMPLES)(new)
    app.command("import", epilog=_IMPORT_EXAMPLES)(import_)
    app.command("export", epilog=_EXPORT_EXAMPLES)(export)


def new(
    answer_ids: Annotated[list[str] | None, typer.Argument(help="Logged answers; default: all with feedback.")] = None,
    last: Annotated[int, typer.Option(min=0, max=1_000, help="Also so many of the newest logged answers.")] = 0,
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive.")] = None,
    out: OutOption = None,
) -> None:
    """Turn feedback and logged answers into draft cases, for a person to complete."""
    from app.cli.desk import open_desk  # noqa: PLC0415  # the command line's package imports the eval commands

    with open_desk(load_settings(archive=archive)) as desk:
        feedback = desk.feedback()
        logged = desk.answers(last)[::-1]
        wanted = answer_ids or [row.answer_id for row in feedback]
        rated = [desk.receipt(answer_id).answer for answer_id in dict.fromkeys(wanted)]
    answers = [*logged, *rated]
    if not answers:
        raise EvalError("Nobody has rated an answer yet.", hint="Take logged ones: --last 20, or name their ids.")
    _write_cases(draft_cases(answers, feedback), out)


def import_(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(IMPORTS)}.")],
    path: Annotated[Path, typer.Argument(help="The file, or the folder of a question set.")],
    topics: TopicsOption = None,
    articles: Annotated[Path | None, typer.Option(help="Also write a SQuAD file's paragraphs here, to ingest.")] = None,
    out: OutOption = None,
) -> None:
    """Turn another tool's file into a dataset."""
    _write_cases(import_cases(path, form, topics=topics), out)
    if articles:
        if form != "squad":
            raise EvalError(f"A {form} file holds no articles.", hint="Only squad has --articles.")
        _write(squad_articles(path), articles, "articles")


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(EXPORTS)}.")],
    dataset: Annotated[str, typer.Argument(help="Shipped name or .jsonl file.")],
    run: Annotated[Path | None, typer.Option(help="Fill in the answers and passages of this run.")] = None,
    out: OutOption = None,
) -> None:
    """Write a dataset as another tool reads it."""
    cases = [case for found in find_datasets([dataset]) for case in found.cases]
    replies = {r.case.id: r.reply for r in read_run(run).results if r.reply} if run else {}
    _write(export_cases(cases, form, replies), out, f"{len(cases)} cases")


def _write_cases(cases: Sequence[Case], out: Path | None) -> None:
    _write(dump_cases(cases), out, f"{len(cases)} cases")


def _write(text: str, out: Path | None, what: str) -> None:
    if out is None:
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise EvalError(f"{out} cannot be written: {reason(error)}.", hint="Name another file with --out.") from error
    typer.echo(f"Wrote {what} to {out}.", err=True)
