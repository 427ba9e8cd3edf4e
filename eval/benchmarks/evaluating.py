"""How long it takes to evaluate a thousand questions against a built archive, reports and all.

    python -m eval.benchmarks.evaluating ARCHIVE [SET ...] [--questions 1000] [--workers 2] [--out FILE]

Asks, searches, scores and writes the run with its reports, with no kept reply. SETs (default: the shipped ones) with
fewer questions are asked again, in rounds. Prints wall and processor seconds: on a busy machine the second divided by
the cores is what a quiet one would need.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from app.settings import load_settings
from eval.cases import Case
from eval.dataset import Dataset, shipped_names
from eval.evaluation import Plan, evaluate
from eval.finding import find_datasets
from eval.opening import Opened, open_local
from eval.report import write_reports
from eval.runs import Run, write_run
from eval.statistics import quantile_estimate


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    cases = tuple(case for found in find_datasets(arguments.sets) for case in found.cases)
    with open_local(load_settings(archive=arguments.archive)) as opened:
        wall, processor = time.perf_counter(), time.process_time()
        runs = evaluate_rounds(cases, opened, questions=arguments.questions, workers=arguments.workers)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        chunks = opened.facts["archive"]["chunks"]
    times = [result.reply.ask_ms for run in runs for result in run.results if result.reply]
    report = {
        "chunks": chunks,
        "questions": len(times),
        "distinct": min(len(cases), len(times)),
        "unscored": sum(len(run.results) for run in runs) - len(times),
        "wall_seconds": round(wall, 1),
        "processor_seconds": round(processor, 1),
        "cores": len(os.sched_getaffinity(0)),
        "load_average": round(os.getloadavg()[0], 1),
        "ask_ms_p50": round(quantile_estimate(times, 0.5).value or 0.0, 1),
    }
    print(json.dumps(report, indent=1))
    if arguments.out:
        arguments.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def evaluate_rounds(cases: tuple[Case, ...], opened: Opened, *, questions: int, workers: int) -> list[Run]:
    """The runs of as many rounds over the cases as make so many questions, each written as `eval run` writes it."""
    runs: list[Run] = []
    with TemporaryDirectory(prefix="dateline-evaluating-") as folder:
        for start in range(0, questions, len(cases)):
            dataset = Dataset(f"round-{len(runs) + 1}", cases[: questions - start])
            plan = Plan(workers=workers, fresh=True)
            runs.append(evaluate(dataset, opened, plan, cache_folder=Path(folder), on_done=lambda: None))
            write_run(Path(folder) / dataset.name, runs[-1])
            write_reports(Path(folder) / dataset.name, runs[-1])
    return runs


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("sets", nargs="*", default=shipped_names())
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
