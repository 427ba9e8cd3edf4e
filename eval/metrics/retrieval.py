"""Retrieval metrics: was the evidence found, how early, and within what a reader would read?

A passage is relevant when its article is one of the gold articles. Rankings are of passages; an article counts at
its first passage, so that five passages of one article are one hit. All ranges are [0, 1], higher is better.
"""

import math
from collections.abc import Sequence

from app.models import Passage
from eval.cases import Case, same_article
from eval.metrics import concerns
from eval.metrics.metric import Metric, one
from eval.metrics.text import contains


def relevant_ranks(case: Case, passages: Sequence[Passage]) -> list[int]:
    """For each gold article that was found, the rank (from 1) of its first passage; ascending."""
    ranks = []
    for gold in case.gold_articles:
        found = (rank for rank, p in enumerate(passages, start=1) if same_article(gold, p.article_id, p.url))
        ranks.append(next(found, 0))
    return sorted(rank for rank in ranks if rank)


def recall_at(case: Case, passages: Sequence[Passage], k: int) -> float:
    """Gold articles among the first k passages / gold articles, the divisor capped at k.

    0 when nothing is found. The cap keeps 1 reachable for cases with more than k gold articles (Thakur et al. 2021,
    "capped recall"). Needs at least one gold article.
    """
    found = sum(rank <= k for rank in relevant_ranks(case, passages))
    return found / min(k, len(case.gold_articles))


def reciprocal_rank(case: Case, passages: Sequence[Passage]) -> float:
    """1 / rank of the first relevant passage; 0 when none was found. Its mean is MRR (Voorhees 1999)."""
    ranks = relevant_ranks(case, passages)
    return 1 / ranks[0] if ranks else 0.0


def ndcg_at(case: Case, passages: Sequence[Passage], k: int) -> float:
    """Discounted gain over the ideal one: sum of 1 / log2(rank + 1) for relevant ranks up to k, binary relevance.

    The ideal ranking puts every gold article first. 0 when nothing is found. Source: Järvelin & Kekäläinen 2002.
    """
    gain = sum(1 / math.log2(rank + 1) for rank in relevant_ranks(case, passages) if rank <= k)
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(k, len(case.gold_articles)) + 1))
    return gain / ideal


def hit_within_words(case: Case, passages: Sequence[Passage], budget: int) -> float:
    """1 when a gold answer stands in a gold article's passage within the first ``budget`` words, else 0.

    Words are separated by white space; the passage that crosses the budget is cut there. Comparing by words read
    is fair to any chunk size: 300 is what a reader sees at a glance, 1,000 a small model's prompt.
    """
    left = budget
    for passage in passages:
        words = passage.text.split()
        piece = " ".join(words[:left])
        left -= len(words)
        own = any(same_article(gold, passage.article_id, passage.url) for gold in case.gold_articles)
        if own and any(contains(piece, answer) for answer in case.answers):
            return 1.0
        if left <= 0:
            break
    return 0.0


METRICS: Sequence[Metric] = (
    Metric(
        "recall_at_10",
        "retrieval",
        "share of the gold articles in the first 10 passages",
        concerns.has_articles,
        lambda c, r: one(recall_at(c, r.passages, 10)),
    ),
    Metric(
        "mrr",
        "retrieval",
        "one over the rank of the first gold article",
        concerns.has_articles,
        lambda c, r: one(reciprocal_rank(c, r.passages)),
    ),
    Metric(
        "ndcg_at_10",
        "retrieval",
        "gold articles near the top of the first 10 passages",
        concerns.has_articles,
        lambda c, r: one(ndcg_at(c, r.passages, 10)),
    ),
    Metric(
        "hit_300w",
        "retrieval",
        "the answer is in the first 300 words retrieved",
        concerns.findable,
        lambda c, r: one(hit_within_words(c, r.passages, 300)),
    ),
    Metric(
        "hit_1000w",
        "retrieval",
        "the answer is in the first 1,000 words retrieved",
        concerns.findable,
        lambda c, r: one(hit_within_words(c, r.passages, 1000)),
    ),
)
"""Retrieval, in the order of the report."""
