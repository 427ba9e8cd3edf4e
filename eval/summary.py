"""From scored cases to the numbers of a run. Each metric stands alone: nothing is blended into one score."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.models import Usage
from eval.cases import Case
from eval.metrics import scoring
from eval.metrics.abstention import CurvePoint, Ranked, coverage_accuracy
from eval.metrics.catalogue import METRICS
from eval.metrics.cost import Price, cost
from eval.metrics.scoring import Scores
from eval.replies import Failure, Outcome, Reply
from eval.statistics import Estimate, mean_estimate, quantile_estimate

_QUANTILES = {"p50": 0.5, "p95": 0.95}


@dataclass(frozen=True, slots=True)
class Result:
    """One case, what came back, and how it scored."""

    case: Case
    outcome: Outcome
    scores: Scores

    @property
    def reply(self) -> Reply | None:
        return self.outcome if isinstance(self.outcome, Reply) else None

    @property
    def failing(self) -> tuple[str, ...]:
        """What this case must meet and does not; ``unscored`` when nobody answered."""
        return ("unscored",) if isinstance(self.outcome, Failure) else self.scores.failing


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers of one run on one dataset.

    ``metrics`` are shares in [0, 1]; ``expenses`` have their unit in the name. ``slices`` are the metrics that fail
    a case, by tag. ``curve`` orders answers by the score of their best passage.
    """

    dataset: str
    cases: int
    metrics: Mapping[str, Estimate]
    expenses: Mapping[str, Estimate]
    slices: Mapping[str, Mapping[str, Estimate]]
    curve: tuple[CurvePoint, ...]
    failing: Mapping[str, tuple[str, ...]]


def scored(case: Case, outcome: Outcome) -> Result:
    """The result of one case."""
    if isinstance(outcome, Failure):
        return Result(case, outcome, scoring.unscored(case, outcome.reason))
    return Result(case, outcome, scoring.score(case, outcome))


def summarise(dataset: str, results: Sequence[Result], *, price: Price | None = None, seed: int = 0) -> Summary:
    """Every metric with its interval, over all cases and by tag."""
    tags = sorted({tag for result in results for tag in result.case.tags})
    must = [metric.name for metric in METRICS if metric.must]
    return Summary(
        dataset=dataset,
        cases=len(results),
        metrics=_estimates(results, [metric.name for metric in METRICS], seed),
        expenses=_expenses(results, price, seed),
        slices={tag: _estimates([r for r in results if tag in r.case.tags], must, seed) for tag in tags},
        curve=tuple(coverage_accuracy([case for r in results if r.reply for case in _ranked(r.case, r.reply)])),
        failing={r.case.id: r.failing for r in results if r.failing},
    )


def _estimates(results: Sequence[Result], names: Sequence[str], seed: int) -> dict[str, Estimate]:
    """The metrics that concern any of the cases."""
    estimates = {name: _estimate(results, name, seed) for name in names}
    return {name: estimate for name, estimate in estimates.items() if estimate.n or estimate.unscored}


def _estimate(results: Sequence[Result], name: str, seed: int) -> Estimate:
    observed = [r.scores.observed[name] for r in results if name in r.scores.observed]
    return mean_estimate(observed, unscored=sum(name in r.scores.unscored for r in results), seed=seed)


def _expenses(results: Sequence[Result], price: Price | None, seed: int) -> dict[str, Estimate]:
    replies = [r.reply for r in results if r.reply]
    lost = len(results) - len(replies)
    times: Mapping[str, Callable[[Reply], float]] = {"ask_ms": lambda r: r.ask_ms, "search_ms": lambda r: r.search_ms}
    expenses = {
        f"{name}_{quantile}": quantile_estimate([time(r) for r in replies], share, unscored=lost, seed=seed)
        for name, time in times.items()
        for quantile, share in _QUANTILES.items()
    }
    used = [r.usage for r in replies if r.usage]
    spent: Mapping[str, Callable[[Usage], float]] = {
        "prompt_tokens": lambda u: u.prompt_tokens,
        "completion_tokens": lambda u: u.completion_tokens,
        "cost": lambda u: cost(u, price),
    }
    untold = len(results) - len(used)
    means = {
        name: mean_estimate([(of(usage),) for usage in used], unscored=untold, seed=seed) for name, of in spent.items()
    }
    return expenses | means


def _ranked(case: Case, reply: Reply) -> list[Ranked]:
    """The case for the curve; none when its gold cannot say whether the answer is right."""
    confidence = max((passage.score for passage in reply.passages), default=0.0)
    right = scoring.right(case, reply)
    return [] if right is None else [Ranked(confidence, not reply.refused, right)]
