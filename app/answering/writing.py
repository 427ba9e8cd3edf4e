"""Which way a question is answered: by resolved figures where it counts something, else by extracts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from app.answering.draft import Draft
from app.answering.evidence import Sentence, sentences_of
from app.answering.extractive import write_extract
from app.answering.figure_text import write_figures
from app.answering.focus import focus_of
from app.figures.records import FigureRecord
from app.figures.resolve import resolve
from app.models import Article, Passage

ArticleKey = tuple[str, int]


def write_answer(
    question: str,
    passages: Sequence[Passage],
    article_of: Callable[[str, int], Article],
    figures_of: Callable[[Iterable[ArticleKey]], Sequence[FigureRecord]],
    *,
    as_of: str | None,
    today: str,
) -> Draft:
    """A draft from the passages; without statements when they do not answer.

    Args:
        question: standing alone.
        passages: best first.
        article_of: an article version by id and number.
        figures_of: the figure records of article versions.
        as_of: the day asked for, None when the question means now.
        today: what "now" is.
    """
    focus = focus_of(question)
    if focus.kind == "number":
        keys = list(dict.fromkeys((passage.article_id, passage.version) for passage in passages))
        found = resolve(question, figures_of(keys), {key: article_of(*key) for key in keys}, today=as_of)
        if found is not None:
            return write_figures(found, {key: article_of(*key) for key in keys})
    sentences: list[Sentence] = sentences_of(passages, lambda passage: article_of(passage.article_id, passage.version))
    return write_extract(focus, sentences, today=as_of or today, as_of=as_of)
