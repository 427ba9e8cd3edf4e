"""Every metric of the catalogue on answers scored by hand: by its name, as reports and thresholds call it."""

import math

import pytest

from eval.cases import Case
from eval.metrics.catalogue import BY_NAME
from eval.replies import Reply
from tests.unit.eval.builders import QUOTE, answer, case, citation, claim, figure, passage, refusal, reply

OLD = "The army used to have 12 observation outposts."
EVIDENCE = [{"article_id": "posts", "quote": QUOTE}, {"article_id": "old", "quote": "Twelve posts stood there."}]
UPDATED = case(
    answers=("40", "40 observation posts"),
    citations=EVIDENCE,
    figures=[
        {"value": 40, "said_by": "Al-Mayadeen TV", "article_id": "posts"},
        {"value": 12, "status": "earlier", "article_id": "old"},
    ],
)
CONFLICT = case(figures=[{"value": 58, "status": "conflicting"}, {"value": 70, "status": "conflicting"}])
AGREED = case(figures=[{"value": 40}])
NOTHING = case(answers=(), answerable=False)

RIGHT = reply(
    answer(
        "40",
        answer="40 observation posts [1]. It used to be 12 [2].",
        figures=(figure(40), figure(12, status="earlier", said_by=None, citation=2)),
        citations=(citation(1), citation(2, quote=OLD)),
        claims=(claim("It has 40 observation posts."), claim("It used to have 12 outposts.", (2,))),
    ),
    passages=(passage("snow", "Snow fell on the hills."), passage("posts")),
    same_again=True,
)
"""The current figure is right in all; the earlier one cites "posts" though the gold has it from "old"."""
WRONG = reply(
    answer(
        "12 or 99 posts",
        answer="12 or 99 posts [1].",
        status="conflicting",
        figures=(figure(12, said_by="the ministry"), figure(99)),
        citations=(citation(quote="It had 99 sheds."), citation(2, quote="")),
        claims=(claim("It had 12 posts.", verdict="unsupported"),),
    ),
    passages=(),
    cited_text=("It had 99 sheds.", "x"),
    same_again=False,
)
REFUSED = reply(refusal())

ROWS: list[tuple[str, Case, Reply, tuple[float, ...]]] = [
    ("figure_value", UPDATED, RIGHT, (1,)),
    ("figure_value", UPDATED, WRONG, (0,)),
    ("figure_value", UPDATED, REFUSED, (0,)),
    ("figures_right", UPDATED, RIGHT, (1,)),
    ("figures_right", UPDATED, WRONG, (0.5,)),
    ("figures_found", UPDATED, RIGHT, (1,)),
    ("figures_found", UPDATED, WRONG, (0.5,)),
    ("latest_first", UPDATED, RIGHT, (1,)),
    ("latest_first", UPDATED, WRONG, (0,)),
    ("earlier_shown", UPDATED, RIGHT, (1,)),
    ("earlier_shown", UPDATED, WRONG, (0,)),
    ("conflict_shown", CONFLICT, WRONG, (1,)),
    ("conflict_shown", CONFLICT, RIGHT, (0,)),
    ("no_false_conflict", AGREED, RIGHT, (1,)),
    ("no_false_conflict", AGREED, WRONG, (0,)),
    ("figure_cites_gold", UPDATED, RIGHT, (1, 0)),
    ("figure_cites_gold", UPDATED, REFUSED, ()),
    ("said_by", UPDATED, RIGHT, (1,)),
    ("said_by", UPDATED, WRONG, ()),
    ("answer_contains", UPDATED, RIGHT, (1,)),
    ("answer_contains", UPDATED, reply(answer("?", answer="word " * 60 + "40")), (0,)),
    ("short_contains", UPDATED, RIGHT, (1,)),
    ("short_contains", UPDATED, WRONG, (0,)),
    ("exact_match", UPDATED, RIGHT, (1,)),
    ("exact_match", UPDATED, reply(answer("about 40")), (0,)),
    ("token_f1", UPDATED, RIGHT, (1,)),
    ("token_f1", UPDATED, reply(answer("about 40")), (2 / 3,)),
    ("has_citation", UPDATED, RIGHT, (1,)),
    ("has_citation", UPDATED, reply(answer(citations=())), (0,)),
    ("has_citation", UPDATED, REFUSED, ()),
    ("quote_verbatim", UPDATED, RIGHT, (1, 1)),
    ("quote_verbatim", UPDATED, WRONG, (1, 0)),
    ("markers_match", UPDATED, RIGHT, (1,)),
    ("markers_match", UPDATED, WRONG, (0,)),
    ("evidence_cited", UPDATED, RIGHT, (1,)),
    ("evidence_cited", UPDATED, WRONG, (0,)),
    ("span_precision", UPDATED, RIGHT, (1, 0)),
    ("span_precision", UPDATED, REFUSED, ()),
    ("span_recall", UPDATED, RIGHT, (0.5,)),
    ("span_recall", UPDATED, REFUSED, (0,)),
    ("claim_recall", UPDATED, RIGHT, (1, 1)),
    ("claim_recall", UPDATED, WRONG, (0,)),
    ("claim_precision", UPDATED, RIGHT, (1, 1)),
    ("claim_precision", UPDATED, WRONG, (0,)),
    ("claims_supported", UPDATED, RIGHT, (1, 1)),
    ("claims_supported", UPDATED, WRONG, (0,)),
    ("no_citation_under_refusal", NOTHING, REFUSED, (1,)),
    ("no_citation_under_refusal", NOTHING, reply(answer("", status="not_in_archive")), (0,)),
    ("no_citation_under_refusal", NOTHING, RIGHT, ()),
    ("answered", UPDATED, RIGHT, (1,)),
    ("answered", UPDATED, REFUSED, (0,)),
    ("abstention_precision", UPDATED, REFUSED, (0,)),
    ("abstention_precision", NOTHING, REFUSED, (1,)),
    ("abstention_precision", NOTHING, RIGHT, ()),
    ("abstention_recall", NOTHING, REFUSED, (1,)),
    ("abstention_recall", NOTHING, RIGHT, (0,)),
    ("recall_at_10", UPDATED, RIGHT, (0.5,)),
    ("recall_at_10", UPDATED, WRONG, (0,)),
    ("mrr", UPDATED, RIGHT, (0.5,)),
    ("mrr", UPDATED, WRONG, (0,)),
    ("ndcg_at_10", UPDATED, RIGHT, (1 / math.log2(3) / (1 + 1 / math.log2(3)),)),
    ("ndcg_at_10", UPDATED, WRONG, (0,)),
    ("hit_300w", UPDATED, RIGHT, (1,)),
    ("hit_300w", UPDATED, reply(passages=(passage("snow", "w " * 300), passage("posts"))), (0,)),
    ("hit_1000w", UPDATED, reply(passages=(passage("snow", "w " * 300), passage("posts"))), (1,)),
    ("hit_1000w", UPDATED, WRONG, (0,)),
    ("same_again", UPDATED, RIGHT, (1,)),
    ("same_again", UPDATED, WRONG, (0,)),
    ("same_again", UPDATED, REFUSED, ()),
]


@pytest.mark.parametrize(("name", "given", "said", "observed"), ROWS)
def test_a_metric_observes_what_was_counted_by_hand(
    name: str, given: Case, said: Reply, observed: tuple[float, ...]
) -> None:
    """Nothing to measure is no observation, never 0."""
    assert BY_NAME[name].concerns(given)
    assert BY_NAME[name].measure(given, said) == pytest.approx(observed)


def test_every_metric_is_in_the_table() -> None:
    """With at least two different outcomes."""
    outcomes = {name: {row[3] for row in ROWS if row[0] == name} for name in BY_NAME}
    assert [name for name, found in outcomes.items() if len(found) < 2] == []
