"""Score one case with every metric that concerns it."""

from collections.abc import Mapping
from dataclasses import dataclass

from eval.cases import Case
from eval.metrics import figures, text
from eval.metrics.catalogue import METRICS, best
from eval.metrics.metric import Observations
from eval.replies import Reply


@dataclass(frozen=True, slots=True)
class Scores:
    """One case's observations by metric, and for each metric that could not be measured the reason."""

    observed: Mapping[str, Observations]
    unscored: Mapping[str, str]

    @property
    def failing(self) -> tuple[str, ...]:
        """Names of the metrics that this case must meet and does not."""
        return tuple(m.name for m in METRICS if m.must and min(self.observed.get(m.name, ()), default=1.0) < 1)


def score(case: Case, reply: Reply) -> Scores:
    """Every metric that concerns the case, measured on its reply."""
    observed = {m.name: m.measure(case, reply) for m in METRICS if m.concerns(case)}
    return Scores({name: values for name, values in observed.items() if values}, {})


def unscored(case: Case, reason: str) -> Scores:
    """Every metric that concerns a case nobody answered."""
    return Scores({}, {m.name: reason for m in METRICS if m.concerns(case)})


def right(case: Case, reply: Reply) -> bool | None:
    """Whether the answer is right: the figure where the gold has figures, else a gold answer in the answer.

    A refusal is right for an unanswerable case only. None when the gold says neither figure nor answer.
    """
    if reply.refused or not case.answerable:
        return reply.refused and not case.answerable
    if case.figures:
        return figures.value_right(case, reply.answer) == 1
    if not case.answers:
        return None
    return best(text.contains, f"{reply.answer.short_answer} {reply.answer.answer}", case) == 1
