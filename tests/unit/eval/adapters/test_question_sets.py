"""Question-set folders."""

import gzip
import json
from pathlib import Path

import pytest

from app.errors import EvalError
from eval.adapters import import_cases
from eval.finding import find_datasets

PAGE = {"url": "https://a.example/1", "text": "The Buffalo Bills won, 24 to 17."}


def folder_of(folder: Path, questions: list[dict], articles: list[dict] | None = None) -> Path:
    """A question set; the questions are gzipped."""
    rows = "".join(json.dumps(row) + "\n" for row in questions)
    (folder / "questions.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    if articles is not None:
        (folder / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
    return folder


def quiz(case_id: str, question: str, *answers: str) -> dict:
    return {
        "id": case_id,
        "date": "2023-01-05",
        "question": question,
        "answers": answers,
        "pages": [PAGE["url"], "https://gone.example"],
    }


def test_quiz_questions_that_no_page_answers_are_left_out(tmp_path: Path) -> None:
    """So are yes/no answers, "except" questions and several answers."""
    rows = [
        quiz("kept", "Which team won?", "Buffalo Bills"),
        quiz("absent", "Which team lost?", "Miami Dolphins"),
        quiz("phrase", "Did they win?", "Yes"),
        quiz("except", "All of these won except?", "Buffalo Bills"),
        quiz("several", "Which scores?", "24", "17"),
    ]
    found = import_cases(folder_of(tmp_path, rows, [PAGE]), "folder")
    assert [(c.id, c.as_of, c.gold_articles) for c in found] == [("kept", "2023-01-05", (PAGE["url"],))]


def test_quiz_questions_need_their_pages(tmp_path: Path) -> None:
    """They are checked against them."""
    with pytest.raises(EvalError, match=r"holds no articles\.jsonl"):
        import_cases(folder_of(tmp_path, [quiz("a", "Q?", "A")]), "folder")


def test_figure_questions_keep_every_acceptable_figure(tmp_path: Path) -> None:
    """With speaker, status and article."""
    gold = {
        "value": 58,
        "qualifier": "at least",
        "text": "58 people",
        "said_by": "the governor",
        "source": "x",
        "article_id": "77",
        "date": "2013-05-03",
        "date_in_text": "May",
        "quote": "At least 58 people were hurt",
        "status": "conflicting",
    }
    rows = [
        {
            "id": "f1",
            "type": "figure",
            "kind": "conflict",
            "question": "How many?",
            "answers": [gold, gold | {"value": 70}],
        },
        {"id": "f2", "type": "fact", "kind": "who", "question": "Who?", "answers": [gold | {"value": None}]},
        {"id": "f3", "type": "figure", "kind": "unanswerable", "question": "How?", "answers": []},
    ]
    conflict, who, none = import_cases(folder_of(tmp_path, rows), "folder")
    assert [(f.value, f.said_by, f.status, f.article_id, f.as_of) for f in conflict.figures] == [
        (58, "the governor", "conflicting", "77", None),
        (70, "the governor", "conflicting", "77", None),
    ]
    assert (conflict.tags, conflict.answers, len(conflict.citations)) == (("conflict",), (), 1)
    assert (who.answers, who.figures) == (("58 people",), ())
    assert none.answerable is False


def test_plain_questions_take_evidence_from_any_article(tmp_path: Path) -> None:
    """A speaker or an earlier value makes the answer a figure."""
    rows = [
        {
            "id": "t1",
            "question": "How many posts?",
            "answers": ["40"],
            "evidence": ["It has 40."],
            "earlier": ["12"],
            "said_by": "TASS",
        },
        {"id": "t2", "question": "Who?", "answers": ["Lavrov"], "evidence": ["Lavrov said."]},
        {"id": "t3", "question": "Which king?", "answers": [], "evidence": []},
    ]
    posts, who, king = import_cases(folder_of(tmp_path, rows), "folder")
    assert [(f.value, f.status, f.said_by) for f in posts.figures] == [(40, "current", "TASS"), (12, "earlier", None)]
    assert posts.gold_articles == ()
    assert (who.figures, king.answerable) == ((), False)


def test_a_question_set_is_found_by_its_folder(tmp_path: Path) -> None:
    """And named after it."""
    rows = [{"id": "t2", "question": "Who?", "answers": ["Lavrov"], "evidence": []}]
    found = find_datasets([str(folder_of(tmp_path, rows))])
    assert [(dataset.name, len(dataset.cases)) for dataset in found] == [(tmp_path.name, 1)]
