"""Retrieval metrics."""

import math

import pytest

from eval.metrics import retrieval
from tests.unit.eval.builders import case, passage

GOLD = case(citations=[{"article_id": "a"}, {"article_id": "b"}])


def ranking(*articles: str) -> list:
    return [passage(article, text=f"{article} says 40 posts") for article in articles]


@pytest.mark.parametrize(
    ("articles", "recall_at_2", "mrr", "ndcg"),
    [
        (["a", "b"], 1.0, 1.0, 1.0),
        (["x", "a", "b"], 0.5, 0.5, (1 / math.log2(3) + 0.5) / (1 + 1 / math.log2(3))),
        (["a", "a", "a", "b"], 0.5, 1.0, (1 + 1 / math.log2(5)) / (1 + 1 / math.log2(3))),
        (["x", "y"], 0.0, 0.0, 0.0),
        ([], 0.0, 0.0, 0.0),
    ],
)
def test_rankings_score_as_computed_by_hand(articles: list[str], recall_at_2: float, mrr: float, ndcg: float) -> None:
    """Two gold articles; an article counts at its first passage."""
    found = ranking(*articles)
    assert retrieval.recall_at(GOLD, found, 2) == recall_at_2
    assert retrieval.reciprocal_rank(GOLD, found) == mrr
    assert retrieval.ndcg_at(GOLD, found, 10) == pytest.approx(ndcg)


def test_recall_is_capped_at_k() -> None:
    """One place cannot hold two articles, and need not."""
    assert retrieval.recall_at(GOLD, ranking("b", "x"), 1) == 1.0


@pytest.mark.parametrize(
    ("texts", "budget", "hit"),
    [
        ([("a", "one two 40 posts")], 3, 1.0),
        ([("a", "one two 40 posts")], 2, 0.0),
        ([("x", "1 2 3"), ("a", "40")], 4, 1.0),
        ([("x", "1 2 3"), ("a", "40")], 3, 0.0),
        ([("x", "40")], 100, 0.0),
        ([], 100, 0.0),
    ],
)
def test_a_hit_needs_the_answer_from_a_gold_article_within_the_words(
    texts: list[tuple[str, str]], budget: int, hit: float
) -> None:
    """Words of other articles use up the budget too."""
    found = [passage(article, text=text) for article, text in texts]
    assert retrieval.hit_within_words(GOLD, found, budget) == hit
