"""The metrics agree with the outside scorer on every metric they share, where that scorer is at hand."""

import importlib
import random
import sys
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest

from app.models import Answer
from eval.adapters import import_cases
from eval.adapters.rows import read_rows
from eval.cases import Case
from eval.metrics.retrieval import hit_within_words
from eval.metrics.text import contains, exact_match, normalised, numbers_in, token_f1
from eval.replies import Reply
from eval.summary import scored, summarise
from tests.unit.eval.builders import answer, citation, claim, figure, passage, refusal, reply

SHARED = Path(__file__).parents[4] / "shared"
OUTSIDE = SHARED / "bench"
DATA = SHARED / "data"

SAME = {
    "value_right": "figure_value",
    "values_found": "figures_found",
    "values_right": "figures_right",
    "conflict_shown": "conflict_shown",
    "latest_first": "latest_first",
    "earlier_shown": "earlier_shown",
    "no_false_conflict": "no_false_conflict",
    "figure_cites_gold_article": "figure_cites_gold",
    "said_by_right": "said_by",
    "short_contains": "short_contains",
    "answer_contains": "answer_contains",
    "short_em": "exact_match",
    "short_f1": "token_f1",
    "evidence_cited": "evidence_cited",
    "answered": "answered",
    "refused_when_unanswerable": "abstention_recall",
    "no_citation_under_refusal": "no_citation_under_refusal",
    "has_citation": "has_citation",
    "markers_match": "markers_match",
    "claims_supported": "claims_supported",
    "quote_verbatim": "quote_verbatim",
}
TEXTS = [
    "The U.S. Army’s 1,200 posts, 3.5% of “all”",
    "Vladimir Putin and Recep Tayyip Erdogan",
    "over 200",
    "$1.5 billion.",
    "An a the",
    "",
    "twelve to twenty-two, 7,000 and 1,2",
    "re-opened—at last… 5.",
]


cases_of = lru_cache(import_cases)


@pytest.fixture(scope="module")
def outside() -> ModuleType:
    if not (OUTSIDE / "ask_set.py").exists():
        pytest.skip("the outside scorer is not on this machine")
    sys.path.insert(0, str(OUTSIDE))
    try:
        return importlib.import_module("ask_set")
    finally:
        sys.path.remove(str(OUTSIDE))


@pytest.mark.parametrize("said", TEXTS)
def test_text_scores_agree(outside: ModuleType, said: str) -> None:
    """On every pair of awkward texts."""
    assert normalised(said) == outside.S.norm(said)
    assert numbers_in(said) == outside.to_numbers(said)
    for gold in TEXTS:
        assert exact_match(said, gold) == outside.S.em(said, gold)
        assert token_f1(said, gold) == outside.S.f1(said, gold)
        assert contains(said, gold) == outside.S.contains(outside.S.norm(said), outside.S.norm(gold))


@pytest.mark.parametrize("name", ["seed", "figures", "realtimeqa-dev"])
def test_scores_of_a_whole_set_agree(outside: ModuleType, name: str) -> None:
    """Answers are made from the gold, partly spoilt, and scored by both."""
    folder = DATA / name
    if not folder.exists():
        pytest.skip("the set is not on this machine")
    cases = {c.id: c for c in cases_of(folder, "folder")}
    rows = {row["id"]: row for row in read_rows(next(folder.glob("questions.jsonl*"))) if row["id"] in cases}
    chance, tally = random.Random(7), outside.Tally()  # noqa: S311  # a fixed sequence is the point
    replies = {case_id: reply(spoilt(case, chance)) for case_id, case in cases.items()}
    for case_id, row in rows.items():
        _score_outside(outside, row, replies[case_id], tally)
    metrics = summarise(name, [scored(cases[i], replies[i]) for i in rows]).metrics
    for theirs, told in tally.report().items():
        estimate = metrics[SAME[theirs]]
        assert (round(estimate.value or 0.0, 4), estimate.n) == (told["mean"], told["n"]), theirs


def test_hits_within_a_word_budget_agree(outside: ModuleType) -> None:
    """On rankings of whole and cut pages, own and foreign; the same questions are kept."""
    folder = DATA / "realtimeqa-dev"
    if not folder.exists():
        pytest.skip("the set is not on this machine")
    pages = {row["url"]: outside.flat(row["text"]) for row in read_rows(folder / "articles.jsonl.gz")}
    rows = outside.S.answerable(read_rows(folder / "questions.jsonl.gz"), pages)
    cases = cases_of(folder, "folder")
    assert [c.id for c in cases] == [row["id"] for row in rows]
    chance = random.Random(7)  # noqa: S311  # a fixed sequence is the point
    for case, row in zip(cases[:60], rows[:60], strict=True):
        urls = chance.sample(row["pages"], min(3, len(row["pages"]))) + chance.sample(list(pages), 2)
        ranking = [(" ".join(pages[url].split()[: chance.randint(20, 400)]), url) for url in urls]
        found = [passage(url, text) for text, url in ranking]
        for budget in (300, 1000):
            assert hit_within_words(case, found, budget) == outside.S.hit(row, ranking, budget)


def spoilt(case: Case, chance: random.Random) -> Answer:
    """An answer made from the gold: often right, sometimes short of a figure, a speaker, a marker or everything."""
    if chance.random() < 0.2:
        return refusal()
    figures = tuple(
        figure(
            gold.value if chance.random() < 0.8 else gold.value + 1,
            status=chance.choice(["current", "earlier"]),
            said_by=chance.choice([gold.said_by, None, "the ministry"]),
            citation=chance.choice([1, 1, 2]),
        )
        for gold in case.figures
        if chance.random() < 0.7
    )
    golds = [*case.answers, *(f"{f.value:g} people" for f in case.figures)] or ["nothing"]
    short = chance.choice([*golds, f"about {golds[0]}", "", "forty"])
    evidence = [c.quote for c in case.quotes] or ["Nothing of the kind."]
    article = chance.choice([*case.gold_articles, "elsewhere"])
    cited = tuple(
        citation(i, quote=chance.choice(evidence), url=f"https://x.example/{article}")
        for i in (1, 2)[: chance.randint(1, 2)]
    )
    return answer(
        short,
        answer=f"{short} [1]" + chance.choice(["", " and more [2]"]),
        status=chance.choice(["answered", "answered", "conflicting"]),
        figures=figures,
        citations=cited,
        claims=(claim(verdict=chance.choice(["supported", "partly"])),),
    )


def _score_outside(outside: ModuleType, row: dict, given: Reply, tally: object) -> None:
    """As the outside scorer does for one question, without its server."""
    body = asdict(given.answer)
    refused = body["status"] == "not_in_archive"
    if row["answers"]:
        tally.add("answered", not refused)  # type: ignore[attr-defined]
        score = outside.score_figure if row.get("type") == "figure" else outside.score_text
        score(row, body, tally)
    else:
        tally.add("refused_when_unanswerable", refused)  # type: ignore[attr-defined]
    texts = {c.url: outside.flat(" ".join(d.quote for d in given.answer.citations)) for c in given.answer.citations}
    outside.check_citations(body, texts, tally)
