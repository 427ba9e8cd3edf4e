"""Every metric by name, in the order of the report. The others stand beside their formulas."""

from collections.abc import Callable, Mapping, Sequence

from eval.cases import Case
from eval.metrics import abstention, citations, concerns, figures, retrieval, text
from eval.metrics.metric import Metric, one
from eval.replies import Reply

_GLANCE_WORDS = 60


def best(compare: Callable[[str, str], float], said: str, case: Case) -> float:
    """The best score of ``said`` against any gold answer."""
    return max(compare(said, gold) for gold in case.answers)


def _glance(reply: Reply) -> str:
    """The first 60 words of the answer: what is read without scrolling."""
    return " ".join(reply.answer.answer.split()[:_GLANCE_WORDS])


METRICS: Sequence[Metric] = (
    *figures.METRICS,
    Metric(
        "answer_contains",
        "answer",
        "a gold answer stands in the first 60 words",
        concerns.has_answers,
        lambda c, r: one(best(text.contains, _glance(r), c)),
        must=True,
    ),
    Metric(
        "short_contains",
        "answer",
        "a gold answer stands in the short answer",
        concerns.has_answers,
        lambda c, r: one(best(text.contains, r.answer.short_answer, c)),
    ),
    Metric(
        "exact_match",
        "answer",
        "the short answer equals a gold answer",
        concerns.has_answers,
        lambda c, r: one(best(text.exact_match, r.answer.short_answer, c)),
    ),
    Metric(
        "token_f1",
        "answer",
        "words shared by the short and a gold answer",
        concerns.has_answers,
        lambda c, r: one(best(text.token_f1, r.answer.short_answer, c)),
    ),
    *citations.METRICS,
    *abstention.METRICS,
    *retrieval.METRICS,
    Metric(
        "same_again",
        "determinism",
        "asked twice, the answer is the same byte for byte",
        concerns.every,
        lambda c, r: () if r.same_again is None else one(r.same_again),
        must=True,
    ),
)

BY_NAME: Mapping[str, Metric] = {metric.name: metric for metric in METRICS}
