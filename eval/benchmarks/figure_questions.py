"""What a question for a figure costs beside a plain one, asked in turn in one process.

    python -m eval.benchmarks.figure_questions ARCHIVE QUESTIONS.jsonl [--rounds 3] [--out FILE]

A question asks for a figure when the answerer reads it so. Prints the p50 of both in milliseconds,
of every step too, and their ratio.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from app.answering.answerer import Answerer
from app.answering.material import counts_something
from app.models import Ask
from app.settings import load_settings
from app.wiring import open_dateline
from eval.adapters.rows import read_rows


def compare(answerer: Answerer, figures: Sequence[str], plain: Sequence[str], rounds: int) -> dict[str, float]:
    """The medians of both kinds, milliseconds, asked one after the other, and figure / plain."""
    for question in (*figures, *plain):  # so that neither kind pays for reading anything the first time
        answerer.answer(Ask(question), record=False)
    took: dict[str, list[float]] = {"figure": [], "plain": []}
    longest = rounds * max(len(figures), len(plain))
    for pair in islice(zip(cycle(figures), cycle(plain), strict=False), longest):
        for kind, question in zip(took, pair, strict=True):
            started = time.perf_counter()
            answerer.answer(Ask(question), record=False)
            took[kind].append(1000 * (time.perf_counter() - started))
    figure, other = (statistics.median(took[kind]) for kind in took)
    return {"figure_ms": round(figure, 1), "plain_ms": round(other, 1), "ratio": round(figure / other, 2)}


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("archive", type=Path)
    arguments.add_argument("questions", type=Path)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--out", type=Path)
    given = arguments.parse_args()
    asked = [str(row["question"]) for row in read_rows(given.questions)]
    figures = [question for question in asked if counts_something(question)]
    plain = [question for question in asked if not counts_something(question)]
    with open_dateline(load_settings(archive=given.archive)) as dateline:
        found = compare(dateline.answerer, figures, plain, given.rounds)
    told = json.dumps({**found, "figure_questions": len(figures), "plain_questions": len(plain)}, indent=1)
    print(told)
    if given.out:
        given.out.write_text(f"{told}\n")


if __name__ == "__main__":
    main()
