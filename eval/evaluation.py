"""One dataset asked of one desk: from cases to a run."""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import EvalError
from eval import provenance
from eval.dataset import Dataset
from eval.metrics.cost import Price
from eval.opening import Opened
from eval.replies import Failure, Outcome, Reply
from eval.respondents import DEPTH, reply_to
from eval.runner import ReplyCache, run_cases
from eval.runs import POOLED, Run
from eval.statistics import RESAMPLES
from eval.summary import scored, summarise


@dataclass(frozen=True, slots=True)
class Plan:
    """How a dataset is asked.

    Args:
        writer: extractive or generative; None leaves it to the settings.
        twice: ask every question a second time, to see whether the answer is the same.
        fresh: ask everything again instead of using the replies of finished runs.
    """

    writer: str | None = None
    workers: int = 2
    twice: bool = False
    fresh: bool = False
    seed: int = 0
    price: Price | None = None


def evaluate(dataset: Dataset, opened: Opened, plan: Plan, *, cache_folder: Path, on_done: Callable[[], None]) -> Run:
    """The run, in memory; see ``eval.runs`` for writing it. Replies are kept in ``cache_folder`` as they come.

    Raises:
        EvalError: not a single case could be asked; carries the first reason.
    """
    terms = provenance.fingerprint(
        {"facts": opened.facts, "label": opened.label, "writer": plan.writer, "twice": plan.twice}
    )
    kept = cache_folder / f"{dataset.name}-{terms}.jsonl"
    unfinished = kept.with_suffix(".fresh.jsonl") if plan.fresh else kept
    started_at, started = dt.datetime.now(dt.UTC), time.perf_counter()
    outcomes = run_cases(
        dataset.cases,
        lambda case: reply_to(case, opened.desk, writer=plan.writer, twice=plan.twice),
        cache=ReplyCache(unfinished, terms=terms),
        workers=plan.workers,
        on_done=on_done,
    )
    _require_some(outcomes)
    if opened.lasting:
        unfinished.replace(kept)
    else:
        unfinished.unlink()
    results = tuple(scored(case, outcome) for case, outcome in zip(dataset.cases, outcomes, strict=True))
    config = _config(dataset, opened, plan, outcomes) | {
        "started_at": started_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "seconds": round(time.perf_counter() - started, 1),
    }
    return Run(config, results, summarise(dataset.name, results, price=plan.price, seed=plan.seed))


def pooled(runs: Sequence[Run], plan: Plan) -> Run:
    """The cases of several datasets as one run, called "all": what a refusal is worth needs both kinds of questions."""
    results = tuple(result for run in runs for result in run.results)
    parts = {run.summary.dataset: run.config["dataset"]["sha256"] for run in runs}
    dataset = {"name": POOLED, "sha256": provenance.fingerprint(parts), "cases": len(results), "parts": parts}
    config = {**runs[0].config, "dataset": dataset, "seconds": round(sum(run.config["seconds"] for run in runs), 1)}
    return Run(config, results, summarise(POOLED, results, price=plan.price, seed=plan.seed))


def rescored(run: Run) -> Run:
    """The same replies under today's metrics; nobody is asked."""
    results = tuple(scored(result.case, result.outcome) for result in run.results)
    config = dict(run.config) | {"rescored_with": provenance.commit()[0]}
    price = Price(*run.config["price"]) if run.config.get("price") else None
    return Run(config, results, summarise(run.summary.dataset, results, price=price, seed=run.config.get("seed", 0)))


def _require_some(outcomes: Sequence[Outcome]) -> None:
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    if failures and len(failures) == len(outcomes):
        raise EvalError(f"No case was answered. The first reason: {failures[0].reason}", hint="Nothing was written.")


def _config(dataset: Dataset, opened: Opened, plan: Plan, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    commit, dirty = provenance.commit()
    answers = [outcome.answer for outcome in outcomes if isinstance(outcome, Reply)]
    return {
        "dataset": {"name": dataset.name, "sha256": dataset.sha256, "cases": len(dataset.cases)},
        "asked": opened.label,
        "writer": plan.writer,
        "writers_seen": sorted({answer.writer for answer in answers}),
        "models_seen": sorted({answer.model for answer in answers if answer.model}),
        "prompts_seen": sorted({answer.prompt for answer in answers if answer.prompt}),
        "commit": commit,
        "dirty": dirty,
        **opened.facts,
        "versions": provenance.versions(),
        "seed": plan.seed,
        "resamples": RESAMPLES,
        "retrieved": DEPTH,
        "workers": plan.workers,
        "twice": plan.twice,
        "price": plan.price and list(plan.price),
    }
