"""Every metric by name, in the order of the report. Formulas are in the modules beside this one."""

from collections.abc import Callable, Mapping, Sequence

from eval.cases import Case
from eval.metrics import citations, concerns, figures, retrieval, text
from eval.metrics.metric import Metric, Observations
from eval.replies import Reply

_GLANCE_WORDS = 60


def best(compare: Callable[[str, str], float], said: str, case: Case) -> float:
    """The best score of ``said`` against any gold answer."""
    return max(compare(said, gold) for gold in case.answers)


def _glance(reply: Reply) -> str:
    """The first 60 words of the answer: what is read without scrolling."""
    return " ".join(reply.answer.answer.split()[:_GLANCE_WORDS])


def _one(value: float) -> Observations:
    return (float(value),)


def _answered(reply: Reply, values: Observations) -> Observations:
    return () if reply.refused else values


METRICS: Sequence[Metric] = (
    Metric(
        "figure_value",
        "figures",
        "the short answer states a current value",
        concerns.has_figures,
        lambda c, r: _one(figures.value_right(c, r.answer)),
        must=True,
    ),
    Metric(
        "figures_right",
        "figures",
        "share of the listed values that are gold",
        concerns.has_figures,
        lambda c, r: _one(figures.values_right(c, r.answer)),
    ),
    Metric(
        "figures_found",
        "figures",
        "share of the gold values that are listed",
        concerns.has_figures,
        lambda c, r: _one(figures.values_found(c, r.answer)),
    ),
    Metric(
        "latest_first",
        "figures",
        "of updated figures: the latest is stated, no older one",
        concerns.updated,
        lambda c, r: _one(figures.latest_first(c, r.answer)),
        must=True,
    ),
    Metric(
        "earlier_shown",
        "figures",
        "of updated figures: an older value is listed as earlier",
        concerns.updated,
        lambda c, r: _one(figures.earlier_shown(c, r.answer)),
    ),
    Metric(
        "conflict_shown",
        "figures",
        "sources disagree, and the answer says so",
        concerns.conflicts,
        lambda c, r: _one(figures.conflict_shown(c, r.answer)),
        must=True,
    ),
    Metric(
        "no_false_conflict",
        "figures",
        "sources agree, and the answer claims no conflict",
        concerns.agreed,
        lambda c, r: _one(r.answer.status != "conflicting"),
        must=True,
    ),
    Metric(
        "figure_cites_gold",
        "figures",
        "a right value is cited from an article that has it",
        concerns.has_figures,
        lambda c, r: figures.cites_gold_article(c, r.answer),
    ),
    Metric(
        "said_by",
        "attribution",
        "a right value is given to the right speaker",
        concerns.has_figures,
        lambda c, r: figures.said_by_right(c, r.answer),
        must=True,
    ),
    Metric(
        "answer_contains",
        "answer",
        "a gold answer stands in the first 60 words",
        concerns.has_answers,
        lambda c, r: _one(best(text.contains, _glance(r), c)),
        must=True,
    ),
    Metric(
        "short_contains",
        "answer",
        "a gold answer stands in the short answer",
        concerns.has_answers,
        lambda c, r: _one(best(text.contains, r.answer.short_answer, c)),
    ),
    Metric(
        "exact_match",
        "answer",
        "the short answer equals a gold answer",
        concerns.has_answers,
        lambda c, r: _one(best(text.exact_match, r.answer.short_answer, c)),
    ),
    Metric(
        "token_f1",
        "answer",
        "words shared by the short and a gold answer",
        concerns.has_answers,
        lambda c, r: _one(best(text.token_f1, r.answer.short_answer, c)),
    ),
    Metric(
        "has_citation",
        "citations",
        "an answer cites something",
        concerns.every,
        lambda c, r: _answered(r, _one(bool(r.answer.citations))),
    ),
    Metric(
        "quote_verbatim",
        "citations",
        "a quote equals the stored text at its span",
        concerns.every,
        lambda c, r: citations.quote_verbatim(r),
        must=True,
    ),
    Metric(
        "markers_match",
        "citations",
        "the [n] marks are exactly the citations",
        concerns.every,
        lambda c, r: _answered(r, _one(citations.markers_match(r.answer))),
        must=True,
    ),
    Metric(
        "evidence_cited",
        "citations",
        "a citation holds one of the gold quotes",
        concerns.has_quotes,
        lambda c, r: _one(citations.evidence_cited(c, r.answer)),
    ),
    Metric(
        "span_precision",
        "citations",
        "a citation stands on a gold quote",
        concerns.has_quotes,
        lambda c, r: citations.span_precision(c, r.answer),
    ),
    Metric(
        "span_recall",
        "citations",
        "share of the gold quotes that are cited",
        concerns.has_quotes,
        lambda c, r: _one(citations.span_recall(c, r.answer)),
    ),
    Metric(
        "claim_recall",
        "citations",
        "a claim is carried by its citations (ALCE, by words)",
        concerns.every,
        lambda c, r: citations.claim_recall(r.answer),
    ),
    Metric(
        "claim_precision",
        "citations",
        "a claim's citation is needed (ALCE, by words)",
        concerns.every,
        lambda c, r: citations.claim_precision(r.answer),
    ),
    Metric(
        "claims_supported",
        "citations",
        "the answerer's own verdict on a claim is supported",
        concerns.every,
        lambda c, r: _answered(r, tuple(float(claim.verdict == "supported") for claim in r.answer.claims)),
    ),
    Metric(
        "no_citation_under_refusal",
        "citations",
        "a refusal cites nothing",
        concerns.every,
        lambda c, r: _one(not r.answer.citations) if r.refused else (),
        must=True,
    ),
    Metric(
        "answered",
        "abstention",
        "an answerable question is answered (coverage)",
        concerns.answerable,
        lambda c, r: _one(not r.refused),
        must=True,
    ),
    Metric(
        "abstention_precision",
        "abstention",
        "a refused question is unanswerable",
        concerns.every,
        lambda c, r: _one(not c.answerable) if r.refused else (),
    ),
    Metric(
        "abstention_recall",
        "abstention",
        "an unanswerable question is refused",
        concerns.unanswerable,
        lambda c, r: _one(r.refused),
        must=True,
    ),
    Metric(
        "recall_at_10",
        "retrieval",
        "share of the gold articles in the first 10 passages",
        concerns.has_articles,
        lambda c, r: _one(retrieval.recall_at(c, r.passages, 10)),
    ),
    Metric(
        "mrr",
        "retrieval",
        "one over the rank of the first gold article",
        concerns.has_articles,
        lambda c, r: _one(retrieval.reciprocal_rank(c, r.passages)),
    ),
    Metric(
        "ndcg_at_10",
        "retrieval",
        "gold articles near the top of the first 10 passages",
        concerns.has_articles,
        lambda c, r: _one(retrieval.ndcg_at(c, r.passages, 10)),
    ),
    Metric(
        "hit_300w",
        "retrieval",
        "the answer is in the first 300 words retrieved",
        concerns.findable,
        lambda c, r: _one(retrieval.hit_within_words(c, r.passages, 300)),
    ),
    Metric(
        "hit_1000w",
        "retrieval",
        "the answer is in the first 1,000 words retrieved",
        concerns.findable,
        lambda c, r: _one(retrieval.hit_within_words(c, r.passages, 1000)),
    ),
    Metric(
        "same_again",
        "determinism",
        "asked twice, the answer is the same byte for byte",
        concerns.every,
        lambda c, r: () if r.same_again is None else _one(r.same_again),
        must=True,
    ),
)

BY_NAME: Mapping[str, Metric] = {metric.name: metric for metric in METRICS}
