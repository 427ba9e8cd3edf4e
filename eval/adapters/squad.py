"""SQuAD-style files (1.1 and 2.0): paragraphs become articles, their questions become cases."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from app.errors import EvalError
from eval.adapters.rows import Row, cases_from, read_text
from eval.cases import Case, GoldCitation

_SITE = "https://squad.example"


class _Paragraph(NamedTuple):
    url: str
    title: str
    text: str
    questions: list[Row]


def read_squad(path: Path) -> list[Case]:
    """A case per question; its citation is the answer in its paragraph's URL, see ``squad_articles``.

    Raises:
        EvalError: the file is not SQuAD's JSON, or a question lacks a field.
    """
    rows = [{**row, "url": paragraph.url} for paragraph in _paragraphs(path) for row in paragraph.questions]
    return cases_from(rows, _case, path.name)


def squad_articles(path: Path) -> str:
    """The paragraphs as JSON Lines that ``dateline ingest`` takes."""
    rows = ({"url": p.url, "title": p.title, "text": p.text, "source": "squad"} for p in _paragraphs(path))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _case(row: Row, number: int) -> Case:
    texts = tuple(dict.fromkeys(str(answer["text"]) for answer in row["answers"]))
    return Case(
        id=str(row["id"]),
        question=row["question"],
        answers=texts,
        citations=tuple(GoldCitation(article_id=row["url"], quote=text) for text in texts),
        answerable=not row.get("is_impossible", False),
        origin="squad",
    )


def _paragraphs(path: Path) -> Iterator[_Paragraph]:
    try:
        whole: dict[str, Any] = json.loads(read_text(path))
        for i, document in enumerate(whole["data"]):
            for j, paragraph in enumerate(document["paragraphs"]):
                url, title = f"{_SITE}/{i}-{j}", str(document.get("title", ""))
                yield _Paragraph(url, title, paragraph["context"], paragraph["qas"])
    except (ValueError, KeyError, TypeError) as error:
        raise EvalError(
            f"{path.name} is not a SQuAD file: {error!r}.", hint='It has {"data": [{"paragraphs": …}]}.'
        ) from error
