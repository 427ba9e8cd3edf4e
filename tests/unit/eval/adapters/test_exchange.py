"""Formats of other tools."""

import json
from pathlib import Path

import pytest

from app.errors import EvalError
from eval.adapters import EXPORTS, export_cases, import_cases
from eval.adapters.squad import squad_articles
from tests.unit.eval.builders import QUOTE, case, reply

GOLD = case("c1", question="How many posts?", citations=[{"article_id": "posts", "quote": QUOTE}])
NONE = case("c2", question="Who sang?", answers=(), answerable=False)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["azure", "ragas", "deepeval", "ragchecker"])
def test_export_and_import_keep_question_and_answer(tmp_path: Path, form: str) -> None:
    """And that the other question has none."""
    again = import_cases(written(tmp_path, "x.json", export_cases([GOLD, NONE], form, {})), form)
    assert [(c.question, c.answers, c.answerable) for c in again] == [
        ("How many posts?", ("40",), True),
        ("Who sang?", (), False),
    ]


@pytest.mark.parametrize(("form", "kept"), [("azure", "article_id"), ("ragas", "quote"), ("deepeval", "quote")])
def test_export_and_import_keep_what_evidence_the_format_has(tmp_path: Path, form: str, kept: str) -> None:
    """Azure names articles, the others carry text."""
    again = import_cases(written(tmp_path, "x.json", export_cases([GOLD], form, {})), form)[0]
    assert getattr(again.citations[0], kept) == getattr(GOLD.citations[0], kept)


def test_azure_marks_become_citations(tmp_path: Path) -> None:
    """Pages of one file are one article."""
    row = {"question": "Q?", "truth": "Both plans cover it [plan.pdf#page=2][plan.pdf#page=3] [other.pdf]."}
    found = import_cases(written(tmp_path, "qa.jsonl", json.dumps(row) + "\n"), "azure")[0]
    assert found.answers == ("Both plans cover it.",)
    assert found.gold_articles == ("plan.pdf", "other.pdf")


def test_older_ragas_names_are_read(tmp_path: Path) -> None:
    """question and ground_truth."""
    path = written(tmp_path, "r.json", '[{"question": "Q?", "ground_truth": "A", "contexts": ["x"], "answer": "B"}]')
    assert import_cases(path, "ragas")[0].answers == ("A",)


def test_a_run_fills_in_responses_and_contexts() -> None:
    """What the other tool judges."""
    replies = {"c1": reply()}
    ragas = json.loads(export_cases([GOLD], "ragas", replies))
    deepeval = json.loads(export_cases([GOLD], "deepeval", replies))[0]
    checker = json.loads(export_cases([GOLD, NONE], "ragchecker", replies))["results"]
    assert ragas["response"] == deepeval["actual_output"] == checker[0]["response"] == "40 [1]."
    assert len(ragas["retrieved_contexts"]) == len(deepeval["retrieval_context"]) == 1
    assert checker[0]["retrieved_context"][0]["doc_id"] == "posts"
    assert checker[1]["retrieved_context"] == []


def test_qrels_are_read_with_their_topics(tmp_path: Path) -> None:
    """Relevance 0 is judged, not relevant."""
    qrels = written(tmp_path, "qrels.txt", "q1 0 posts 1\nq1 0 snow 0\nq1 0 old 2\n\nq2 0 snow 1\n")
    topics = written(tmp_path, "topics.tsv", "q1\tHow many posts?\nq2\tWhere did it snow?\n")
    found = import_cases(qrels, "trec", topics=topics)
    assert [(c.id, c.question, c.gold_articles) for c in found] == [
        ("q1", "How many posts?", ("posts", "old")),
        ("q2", "Where did it snow?", ("snow",)),
    ]
    assert export_cases(found, "trec", {}) == "q1 0 posts 1\nq1 0 old 1\nq2 0 snow 1\n"


def test_a_run_is_exported_as_a_trec_run_file() -> None:
    """Each article once, the best first."""
    assert export_cases([GOLD], "trec", {"c1": reply()}) == "c1 Q0 posts 1 1 dateline\n"


@pytest.mark.parametrize(
    ("qrels", "topics", "message"),
    [
        ("q1 posts 1\n", "q1\tQ?\n", r"qrels\.txt:1: expected"),
        ("q1 0 posts one\n", "q1\tQ?\n", r"qrels\.txt:1: expected"),
        ("q1 0 posts 1\n", "q2\tQ?\n", r"topics\.tsv has no question for q1"),
        ("q1 0 posts 1\n", "q1 Q?\n", r"topics\.tsv:1: expected"),
    ],
)
def test_faults_in_trec_files_are_named(tmp_path: Path, qrels: str, topics: str, message: str) -> None:
    """With file and line."""
    given = written(tmp_path, "qrels.txt", qrels), written(tmp_path, "topics.tsv", topics)
    with pytest.raises(EvalError, match=message):
        import_cases(given[0], "trec", topics=given[1])


def test_qrels_need_topics(tmp_path: Path) -> None:
    """They hold no questions."""
    with pytest.raises(EvalError, match="no questions"):
        import_cases(written(tmp_path, "qrels.txt", "q1 0 a 1\n"), "trec")


def test_an_article_id_with_spaces_is_no_trec_column() -> None:
    """It would read as two columns."""
    with pytest.raises(EvalError, match="has spaces"):
        export_cases([case(citations=[{"article_id": "a b"}])], "trec", {})


SQUAD = {
    "data": [
        {
            "title": "Posts",
            "paragraphs": [
                {
                    "context": "There are 40 posts.",
                    "qas": [
                        {"id": "s1", "question": "How many?", "answers": [{"text": "40", "answer_start": 10}] * 2},
                        {"id": "s2", "question": "Who?", "answers": [], "is_impossible": True},
                    ],
                }
            ],
        }
    ]
}


def test_squad_paragraphs_are_articles_and_their_questions_cases(tmp_path: Path) -> None:
    """The citation names the paragraph's address."""
    path = written(tmp_path, "dev.json", json.dumps(SQUAD))
    first, second = import_cases(path, "squad")
    article = json.loads(squad_articles(path))
    assert (first.answers, first.gold_articles) == (("40",), (article["url"],))
    assert (second.id, second.answerable) == ("s2", False)
    assert (article["title"], article["text"]) == ("Posts", "There are 40 posts.")


@pytest.mark.parametrize(
    ("form", "text", "message"),
    [
        ("azure", '{"question": "Q?"}\n', r"x\.json, row 1: the field 'truth' is missing"),
        ("azure", '{"question": "Q?", "truth": "A"}\n{\n', r"x\.json:2: not JSON"),
        ("azure", '"text"', r"holds no list of objects"),
        ("ragas", '[{"user_input": "", "reference": "A"}]', r"row 1: question"),
        ("squad", "[]", r"is not a SQuAD file"),
        ("folder", "[]", r"holds no questions\.jsonl"),
        ("bleu", "[]", r"No import format is called 'bleu'"),
    ],
)
def test_faults_are_named(tmp_path: Path, form: str, text: str, message: str) -> None:
    """With file and row."""
    with pytest.raises(EvalError, match=message):
        import_cases(written(tmp_path, "x.json", text), form)


def test_an_unknown_export_names_the_known_ones() -> None:
    """In the hint."""
    with pytest.raises(EvalError, match=EXPORTS[0]):
        export_cases([GOLD], "bleu", {})
