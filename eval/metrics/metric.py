"""What a metric is: which cases it concerns, how it is measured, and whether missing it fails a case.

A metric gives a tuple of observations for one case and reply. An empty tuple means that the reply had nothing to
measure (no citation, say) and is left out of n. A case it concerns without a reply is *unscored*, never 0.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from eval.cases import Case
from eval.replies import Reply

Group = Literal["figures", "attribution", "answer", "citations", "abstention", "retrieval", "determinism"]
Observations = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric; values are in [0, 1], higher is better.

    Args:
        about: what is counted, as a reader of the report sees it.
        concerns: whether the case's gold allows this metric, known before anybody is asked.
        measure: observations of one reply.
        must: a case with an observation below 1 is listed as failing.
    """

    name: str
    group: Group
    about: str
    concerns: Callable[[Case], bool]
    measure: Callable[[Case, Reply], Observations]
    must: bool = False


def one(value: float) -> Observations:
    """A single observation."""
    return (float(value),)


def unless_refused(reply: Reply, values: Observations) -> Observations:
    """The observations of an answer; none of a refusal."""
    return () if reply.refused else values
