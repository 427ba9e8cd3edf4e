"""``dateline eval …``: the commands only translate; ``eval.evaluation`` does the work."""

import datetime as dt
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from app.chat.protocol import ChatModel
from app.errors import EvalError
from app.models import WriterName
from app.settings import Settings, load_settings
from eval import exchange_commands
from eval.adapters import IMPORTS
from eval.compare import compare
from eval.dataset import Dataset
from eval.evaluation import Plan, evaluate, pooled, rescored
from eval.finding import find_datasets
from eval.gate import Thresholds, read_thresholds, refusals, require_thresholds
from eval.judge import judge, read_judgement, write_judgement
from eval.metrics.cost import Price
from eval.opening import Opened, open_corpus, open_judge, open_local, open_server
from eval.pairing import comparable
from eval.printing import print_comparison, print_json, print_summaries, progress_bar
from eval.report import write_reports
from eval.runs import POOLED, Run, read_run, write_baseline, write_run
from eval.summary import Summary

_SAMPLE = Path(__file__).parent.parent / "ingest" / "sample"

GateOption = Annotated[
    bool,
    typer.Option("--gate", help="Exit 1 below eval/thresholds.toml. Asks twice, of the sample articles by default."),
]
PriceOption = Annotated[
    tuple[float, float] | None,
    typer.Option(help="Of a million tokens read and written, instead of the settings'.", show_default=False),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
_RUN_EXAMPLES = """Examples:

    dateline eval run idlib.v1

    dateline eval run eval/datasets --gate

    dateline eval run eval/datasets --gate --baselines eval/baselines

    dateline eval run ./questions --server http://127.0.0.1:8000 --limit 50 --workers 4

    DATELINE_CHAT_BASE_URL=http://127.0.0.1:8080 dateline eval run idlib.v1 --judge --judge-repeats 3
"""
_COMPARE_EXAMPLES = """Examples:

    dateline eval compare eval/baselines runs

    dateline eval compare eval/baselines/idlib.v1 runs/idlib.v1

    dateline eval compare runs/idlib.v1/monday runs/idlib.v1/tuesday --json
"""
_REPORT_EXAMPLES = """Examples:

    dateline eval report runs/idlib.v1/20260301-101500

    dateline eval report runs/idlib.v1/20260301-101500 --rescore
"""

app = typer.Typer(name="eval", help="Measure answers on fixed questions.", no_args_is_help=True)
exchange_commands.add_commands(app)


@dataclass(frozen=True, slots=True)
class _Judging:
    """Which chat model judges a run, and how often it is asked a case."""

    model: ChatModel
    repeats: int


@app.command("run", epilog=_RUN_EXAMPLES)
def run(
    dataset: Annotated[list[str], typer.Argument(help="Shipped name, .jsonl file, folder of them, or question set.")],
    server: Annotated[str | None, typer.Option(help="Ask this server instead of the archive here.")] = None,
    corpus: Annotated[list[str] | None, typer.Option(help="Ask a fresh archive of these articles.")] = None,
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive to ask.")] = None,
    writer: Annotated[WriterName | None, typer.Option(help="Who writes; default: as configured.")] = None,
    gate: GateOption = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first cases of each dataset.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Questions asked at a time.")] = 2,
    form: Annotated[str | None, typer.Option("--format", help=f"Read DATASET as {', '.join(IMPORTS)}.")] = None,
    topics: exchange_commands.TopicsOption = None,
    twice: Annotated[bool, typer.Option("--twice", help="Ask again: is the answer the same?")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Use no replies of finished runs.")] = False,
    seed: Annotated[int, typer.Option(help="Of the bootstrap.")] = 0,
    price: PriceOption = None,
    judged: Annotated[bool, typer.Option("--judge", help="Also ask the configured chat model for a verdict.")] = False,
    judge_repeats: Annotated[int, typer.Option(min=1, max=20, help="Times the judge is asked a case.")] = 1,
    out: Annotated[Path, typer.Option(help="Folder for runs.")] = Path("runs"),
    baselines: Annotated[Path | None, typer.Option(help="Also keep each run there, small enough to commit.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Ask every question, measure the answers, write a report. After Ctrl-C the same command goes on."""
    datasets = [found.first(limit) for found in find_datasets(dataset, form=form, topics=topics)]
    thresholds = read_thresholds() if gate else {}
    if gate:
        require_thresholds((found.name for found in datasets), thresholds)
    plan = Plan(writer, workers, twice or gate, fresh or gate, seed, Price(*price) if price else None)
    settings = load_settings(archive=archive)
    judging = _Judging(open_judge(settings), judge_repeats) if judged else None
    sources = corpus or ([str(_SAMPLE)] if gate and not (archive or server) else [])
    with _opened(settings, server, sources) as opened:
        runs = [_run_one(found, opened, plan, out, judging) for found in datasets]
    if baselines:
        for done in runs:
            write_baseline(baselines / done.summary.dataset, done)
    if len(runs) > 1:
        runs.append(pooled(runs, plan))
        _keep(runs[-1], out)
    summaries = [done.summary for done in runs]
    print_json(summaries) if as_json else print_summaries(summaries)
    if gate:
        _refuse(summaries, thresholds)


@app.command("compare", epilog=_COMPARE_EXAMPLES)
def compare_runs(
    run_a: Annotated[Path, typer.Argument(help="The run before, a baseline, or a folder of them.")],
    run_b: Annotated[Path, typer.Argument(help="The run after, or a folder of runs: the newest of each dataset.")],
    as_json: JsonOption = False,
) -> None:
    """Show what changed between two runs: paired differences with intervals, and the cases that flipped."""
    comparison = compare(*comparable(run_a, run_b))
    print_json(comparison) if as_json else print_comparison(comparison)


@app.command("report", epilog=_REPORT_EXAMPLES)
def report(
    run_folder: Annotated[Path, typer.Argument(metavar="RUN", help="A folder that `eval run` wrote.")],
    rescore: Annotated[bool, typer.Option("--rescore", help="Measure the kept answers with today's metrics.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write a run's summary.md and report.html again; nobody is asked."""
    shown = read_run(run_folder)
    if rescore:
        shown = rescored(shown)
        write_run(run_folder, shown)
    write_reports(run_folder, shown, read_judgement(run_folder))
    print_json(shown.summary) if as_json else print_summaries([shown.summary])
    _tell(f"Report: {run_folder / 'report.html'}")


def _opened(settings: Settings, server: str | None, sources: list[str]) -> AbstractContextManager[Opened]:
    if server and sources:
        raise EvalError("--server and --corpus exclude each other.", hint="A server answers from its own archive.")
    if server:
        return open_server(server, settings)
    return open_corpus(settings, sources) if sources else open_local(settings)


def _run_one(dataset: Dataset, opened: Opened, plan: Plan, out: Path, judging: _Judging | None) -> Run:
    """Ask one dataset and keep its run."""
    try:
        with progress_bar(dataset.name, len(dataset.cases)) as on_done:
            done = evaluate(dataset, opened, plan, cache_folder=out / "cache", on_done=on_done)
    except KeyboardInterrupt:
        _tell("Stopped. The answers so far are kept: the same command carries on.")
        raise typer.Exit(130) from None
    folder = _keep(done, out)
    if judging:
        _judge_run(done, folder, judging)
    return done


def _keep(done: Run, out: Path) -> Path:
    """Write a run and its reports to ``<out>/<dataset>/<UTC time>``, and say where."""
    folder = out / done.summary.dataset / f"{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}"
    write_run(folder, done)
    write_reports(folder, done)
    _tell(f"Report: {folder / 'report.html'}")
    return folder


def _judge_run(done: Run, folder: Path, judging: _Judging) -> None:
    with progress_bar(f"judge of {done.summary.dataset}", len(done.results)) as on_done:
        seed = done.config["seed"]
        judgement = judge(done.results, judging.model, repeats=judging.repeats, seed=seed, on_done=on_done)
    write_judgement(folder, judgement)
    write_reports(folder, done, judgement)


def _refuse(summaries: list[Summary], thresholds: Thresholds) -> None:
    """Exit 1 with a sentence for each threshold that is not met; "all" counts only with every dataset in it."""
    asked = {summary.dataset for summary in summaries}
    whole = thresholds.keys() - {POOLED} <= asked
    gated = [summary for summary in summaries if summary.dataset != POOLED or whole]
    sentences = [sentence for summary in gated for sentence in refusals(summary, thresholds)]
    for sentence in sentences:
        _tell(sentence)
    if sentences:
        raise typer.Exit(1)


def _tell(sentence: str) -> None:
    """One line on standard error, so that --json stays readable."""
    Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print(sentence)
