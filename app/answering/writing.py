"""Which way a question is answered: by resolved figures where it counts something, else by extracts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from app.answering.draft import Draft
from app.answering.evidence import sentences_of
from app.answering.extractive import Reading, read, write_extract
from app.answering.figure_text import write_figures
from app.answering.focus import focus_of
from app.answering.support import names_the_asked
from app.figures.records import FigureAnswer, FigureRecord
from app.figures.resolve import resolve
from app.models import Article, Passage
from app.retrieval.times import asked_days

ArticleKey = tuple[str, int]

_MONEY = re.compile(r"[$£€¥]|\b(?:dollars?|euros?|pounds?|lira|roubles?|rubles?|cents?|yuan|yen)\b", re.IGNORECASE)
_FULL_DAY = len("2020-02-28")
_TRUST_SHARE = 0.4


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
    keys = list(dict.fromkeys((passage.article_id, passage.version) for passage in passages))
    articles = {key: article_of(*key) for key in keys}
    found = None
    if focus.kind == "number":
        found = resolve(question, figures_of(keys), articles, today=as_of)
        passages = [*passages, *_passages_of(found, passages)]
    sentences = sentences_of(passages, lambda passage: articles[passage.article_id, passage.version])
    reading = read(focus, sentences, as_of=as_of)
    if found is not None and _is_trusted(found.headline.record, articles, reading):
        return write_figures(found, articles)
    return write_extract(reading, today=as_of or today)


def _passages_of(found: FigureAnswer | None, passages: Sequence[Passage]) -> list[Passage]:
    """The headline's sentence as a passage of its article, so that it is read like the others."""
    if found is None:
        return []
    record = found.headline.record
    best = max((p for p in passages if p.article_id == record.article_id), key=lambda p: p.score)
    return [replace(best, start=record.sentence.start, end=record.sentence.end)]


def _is_trusted(record: FigureRecord, articles: Mapping[ArticleKey, Article], reading: Reading) -> bool:
    """Whether the headline stands about as near to the question as the best number found by reading.

    A record is bound to its noun and verb; a sentence is judged by all the words of the question. Where the record's
    sentence is far from the question and another sentence with a number is near, the sentence is right more often.
    """
    article = articles[record.article_id, record.version]
    if reading.focus.wants_money and not _MONEY.search(
        article.text[max(0, record.span.start - 2) : record.span.end + 12]
    ):
        return False
    headline = reading.at(article, record.sentence)
    if headline is None:
        return False
    if not _names_a_day(reading.focus.text) and not names_the_asked(reading.focus, headline.sentence):
        return False
    if reading.answer is None:
        return True
    rivals = (reading.at(sentence.article, sentence.span) for sentence in reading.answer.mentions)
    return headline.score >= _TRUST_SHARE * max(rival.score for rival in rivals if rival)


def _names_a_day(question: str) -> bool:
    """Whether the question pins its event to a day; then the day that a record is bound to tells the event."""
    return any(len(day) == _FULL_DAY for day in asked_days(question)[0])
