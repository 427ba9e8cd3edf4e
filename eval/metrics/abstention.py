"""Abstention: does it refuse what the archive does not say, and only that?

Abstention precision = refused and unanswerable / refused. Abstention recall = refused and unanswerable /
unanswerable. Coverage = answered / answerable. Both are means over the cases they concern, so they get intervals like
any other metric. Unanswerable questions follow SQuAD 2.0 (Rajpurkar et al. 2018).
"""

from collections.abc import Sequence
from typing import NamedTuple

from eval.metrics import concerns
from eval.metrics.metric import Metric, one


class Ranked(NamedTuple):
    """A case for the coverage-accuracy curve; ``confidence`` orders cases, higher is surer."""

    confidence: float
    answered: bool
    right: bool


class CurvePoint(NamedTuple):
    """Both in [0, 1]."""

    coverage: float
    accuracy: float


def coverage_accuracy(cases: Sequence[Ranked]) -> list[CurvePoint]:
    """Accuracy among the surest answers, for every coverage that can be reached.

    Answered cases are taken from the surest down; after k of them coverage is k / all cases and accuracy is right /
    k. Ties in confidence make one point. A refused case is never covered. Empty without an answered case. Source:
    El-Yaniv & Wiener 2010 (risk-coverage curve), with accuracy for risk.
    """
    answered = sorted((c for c in cases if c.answered), key=lambda c: -c.confidence)
    points: list[CurvePoint] = []
    right = 0
    for k, case in enumerate(answered, start=1):
        right += case.right
        if k == len(answered) or answered[k].confidence != case.confidence:
            points.append(CurvePoint(k / len(cases), right / k))
    return points


METRICS: Sequence[Metric] = (
    Metric(
        "answered",
        "abstention",
        "an answerable question is answered (coverage)",
        concerns.answerable,
        lambda c, r: one(not r.refused),
        must=True,
    ),
    Metric(
        "abstention_precision",
        "abstention",
        "a refused question is unanswerable",
        concerns.every,
        lambda c, r: one(not c.answerable) if r.refused else (),
    ),
    Metric(
        "abstention_recall",
        "abstention",
        "an unanswerable question is refused",
        concerns.unanswerable,
        lambda c, r: one(r.refused),
        must=True,
    ),
)
"""Abstention, in the order of the report."""
