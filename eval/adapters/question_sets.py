"""Question-set folders: ``questions.jsonl`` beside ``articles.jsonl``, each plain or gzipped, read where they lie.

Three shapes are told apart by their fields: RealTimeQA (``pages``), figures (``type``) and plain text (the rest).
"""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from app.errors import EvalError
from eval.adapters.rows import Row, cases_from, read_rows
from eval.cases import Case, GoldCitation, GoldFigure
from eval.metrics.text import contains, normalised, numbers_in

_QUIZ_PHRASES = frozenset({"true", "false", "yes", "no", "all of the above", "none of the above", "both", "neither"})


def is_question_set(folder: Path) -> bool:
    """Whether a folder holds a ``questions.jsonl``, plain or gzipped."""
    return folder.is_dir() and _find(folder, "questions.jsonl") is not None


def read_question_set(folder: Path) -> list[Case]:
    """The folder's cases. RealTimeQA questions that its pages cannot answer are left out, see ``_quizzable``.

    Raises:
        EvalError: no questions there, or a row that does not fit.
    """
    path = _find(folder, "questions.jsonl")
    if path is None:
        raise EvalError(f"{folder} holds no questions.jsonl.", hint="Give a dataset file or a question-set folder.")
    rows = read_rows(path)
    if rows and "pages" in rows[0]:
        return _realtimeqa(rows, folder, path.name)
    read = _figures_case if rows and "type" in rows[0] else _text_case
    return cases_from(rows, read, path.name)


def _realtimeqa(rows: list[Row], folder: Path, name: str) -> list[Case]:
    articles = _find(folder, "articles.jsonl")
    if articles is None:
        raise EvalError(f"{folder} holds no articles.jsonl.", hint="RealTimeQA questions are checked against pages.")
    pages = {str(row["url"]): str(row["text"]) for row in read_rows(articles)}
    cases = cases_from(rows, lambda row, _: _quiz_case(row, pages), name)
    return [case for row, case in zip(rows, cases, strict=True) if case.citations and _quizzable(row)]


def _quizzable(row: Row) -> bool:
    """One gold answer that is no quiz phrase, and no "except" question: such gold can be looked for in a text."""
    answers = row["answers"]
    return len(answers) == 1 and normalised(answers[0]) not in _QUIZ_PHRASES and "except" not in row["question"].lower()


def _quiz_case(row: Row, pages: Mapping[str, str]) -> Case:
    """Cites those of the question's own pages that hold the answer."""
    holding = [url for url in row["pages"] if any(contains(pages.get(url, ""), answer) for answer in row["answers"])]
    return Case(
        id=str(row["id"]),
        question=row["question"],
        answers=tuple(row["answers"]),
        citations=tuple(GoldCitation(article_id=url) for url in dict.fromkeys(holding)),
        as_of=row["date"],
        origin="RealTimeQA",
    )


def _figures_case(row: Row, number: int) -> Case:
    golds, counts = row["answers"], row["type"] == "figure"
    citations = (GoldCitation(article_id=str(gold["article_id"]), quote=gold["quote"]) for gold in golds)
    return Case(
        id=row["id"],
        question=row["question"],
        answers=() if counts else tuple(dict.fromkeys(gold["text"] for gold in golds)),
        citations=tuple(dict.fromkeys(citations)),
        figures=tuple(_gold_figure(gold) for gold in golds) if counts else (),
        answerable=bool(golds),
        tags=(row["kind"],),
        origin="figures",
    )


def _gold_figure(gold: Row) -> GoldFigure:
    return GoldFigure(
        value=gold["value"],
        qualifier=gold["qualifier"],
        said_by=gold["said_by"],
        as_of=_day(gold.get("date_in_text")),
        status=gold["status"],
        article_id=str(gold["article_id"]),
    )


def _text_case(row: Row, number: int) -> Case:
    """Evidence quotes hold in any article; a speaker or an earlier value makes the answer a figure too.

    The speaker is the current figure's; who gave the earlier one is left open.
    """
    return Case(
        id=row["id"],
        question=row["question"],
        answers=tuple(row["answers"]),
        citations=tuple(GoldCitation(quote=quote) for quote in row.get("evidence", ())),
        figures=_text_figures(row),
        answerable=bool(row["answers"]),
        origin="text",
    )


def _text_figures(row: Row) -> tuple[GoldFigure, ...]:
    if not ("said_by" in row or "earlier" in row):
        return ()
    current = [value for answer in row["answers"] for value in numbers_in(answer)]
    earlier = [value for answer in row.get("earlier", ()) for value in numbers_in(answer)]
    said_by = row.get("said_by")
    return (
        *(GoldFigure(value=value, said_by=said_by) for value in dict.fromkeys(current)),
        *(GoldFigure(value=value, status="earlier") for value in dict.fromkeys(earlier)),
    )


def _day(text: str | None) -> str | None:
    try:
        return dt.date.fromisoformat(text or "").isoformat()
    except ValueError:
        return None


def _find(folder: Path, name: str) -> Path | None:
    return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)
