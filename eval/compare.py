"""Two runs of one dataset: paired differences and the cases that flipped."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import EvalError
from eval.metrics.catalogue import METRICS
from eval.runs import Scored
from eval.statistics import Estimate, paired_difference


@dataclass(frozen=True, slots=True)
class Flip:
    """A case that one run passes and the other fails; ``metrics`` are the ones that made the difference."""

    case_id: str
    question: str
    metrics: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from the first run to the second, over the cases that both have.

    ``differences`` are second minus first, so above 0 is better. An interval that leaves out 0 is a real change.
    """

    cases: int
    only_before: int
    only_after: int
    identical: int
    differences: Mapping[str, Estimate]
    broken: tuple[Flip, ...]
    mended: tuple[Flip, ...]


def compare(before: Mapping[str, Scored], after: Mapping[str, Scored], *, seed: int = 0) -> Comparison:
    """The comparison of two runs by case id.

    Raises:
        EvalError: they share no case.
    """
    shared = [case_id for case_id in before if case_id in after]
    if not shared:
        raise EvalError("The two runs share no case.", hint="Compare runs of the same dataset.")
    pairs = [(before[case_id], after[case_id]) for case_id in shared]
    differences = {
        metric.name: paired_difference(
            [(a.observed.get(metric.name, ()), b.observed.get(metric.name, ())) for a, b in pairs], seed=seed
        )
        for metric in METRICS
    }
    return Comparison(
        cases=len(shared),
        only_before=len(before) - len(shared),
        only_after=len(after) - len(shared),
        identical=sum(a.answer_sha256 == b.answer_sha256 for a, b in pairs),
        differences={name: estimate for name, estimate in differences.items() if estimate.n},
        broken=tuple(_flip(a, b, b.failing) for a, b in pairs if b.failing and not a.failing),
        mended=tuple(_flip(a, b, a.failing) for a, b in pairs if a.failing and not b.failing),
    )


def _flip(before: Scored, after: Scored, metrics: tuple[str, ...]) -> Flip:
    return Flip(before.case_id, before.question, metrics, before.answer, after.answer)
