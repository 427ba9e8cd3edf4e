"""Which way a question is answered: by resolved figures where it counts something, else by extracts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from app.answering.difference import write_difference
from app.answering.draft import NOTHING, Draft
from app.answering.evidence import sentences_of
from app.answering.extractive import Reading, read, write_extract
from app.answering.figure_text import write_figures
from app.answering.focus import focus_of
from app.answering.mentions import counts_articles
from app.answering.overview import topic_of, write_overview
from app.answering.predicates import is_such
from app.answering.support import is_covered, names_the_asked
from app.figures.asked import read_asked
from app.figures.asked_form import counting_form
from app.figures.asked_sides import sides_of
from app.figures.differences import asked_difference
from app.figures.predicates import predicate_class
from app.figures.records import FigureAnswer, FigureRecord
from app.figures.resolve import resolve
from app.models import Article, Passage
from app.retrieval.spelling import corrections
from app.retrieval.times import asked_days

ArticleKey = tuple[str, int]

_MONEY = re.compile(r"[$£€¥]|\b(?:dollars?|euros?|pounds?|lira|roubles?|rubles?|cents?|yuan|yen)\b", re.IGNORECASE)
_FULL_DAY = len("2020-02-28")
_TRUST_SHARE = 0.4
_MOST_ARTICLES = 15
_SURELY_READ = frozenset({"killed", "wounded", "executed", "displaced", "missing", "has"})


def write_answer(
    question: str,
    passages: Sequence[Passage],
    article_of: Callable[[str, int], Article],
    figures_of: Callable[[Iterable[ArticleKey]], Sequence[FigureRecord]],
    *,
    as_of: str | None,
    today: str,
    shown: int | None = None,
) -> Draft:
    """A draft from the passages; without statements when they do not answer.

    Args:
        question: standing alone.
        passages: best first.
        article_of: an article version by id and number.
        figures_of: the figure records of article versions.
        as_of: the day asked for, None when the question means now.
        today: what "now" is.
        shown: how many of the passages extracts are made from; figures are resolved from all of them.
    """
    difference = asked_difference(question)
    question = difference.counted if difference else question
    keys = list(dict.fromkeys((passage.article_id, passage.version) for passage in passages))[:_MOST_ARTICLES]
    found, further = None, passages
    passages = passages[:shown]
    counting = counts_something(question)
    if not counting:
        keys = list(dict.fromkeys((passage.article_id, passage.version) for passage in passages))
    articles = {key: article_of(*key) for key in keys}
    if counting:
        question = spelled(counting_form(question), further)
        found = resolve(question, figures_of(keys), articles, today=as_of)
        passages = [*passages, *_passages_of(found, further)]
    passages = [passage for passage in passages if (passage.article_id, passage.version) in articles]
    sentences = sentences_of(passages, lambda passage: articles[passage.article_id, passage.version])
    topic = topic_of(question)
    if topic is not None:
        return write_overview(topic, sentences)
    focus = focus_of(question)
    reading = read(focus, sentences, as_of=as_of)
    if found is not None and _compares(question, found):
        return write_figures(found, articles)
    if found is not None and _is_trusted(found.headline.record, articles, reading):
        if difference:
            return write_difference(difference, found, articles, as_of=as_of)
        return write_figures(found, articles)
    if difference:
        return NOTHING
    if counting and found is None and _binds(question) and not _is_surely_read(reading):
        return NOTHING
    return write_extract(reading, today=as_of or today)


def is_computed(question: str) -> bool:
    """Whether the answer is computed from what the archive knows; a chat model is then not asked."""
    return counts_articles(question) is not None or asked_difference(question) is not None


def counts_something(question: str) -> bool:
    """Whether a figure answers the question."""
    return read_asked(question) is not None or focus_of(question).kind == "number"


def spelled(question: str, passages: Sequence[Passage]) -> str:
    """The question with mistyped words as the passages spell them."""
    texts = [f"{passage.title} {passage.text}" for passage in passages]
    words = {word.lower(): word for word in re.findall(r"[^\W\d_]+", question)}
    doubtful = [word for word in words if predicate_class(word) is None]
    for wrong, right in corrections(doubtful, texts).items():
        printed = right.capitalize() if words[wrong][0].isupper() else right
        question = re.sub(rf"\b{words[wrong]}\b", printed, question)
    return question


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
    if headline is None or not is_such(reading.focus, headline.sentence):
        return False
    if _is_bound(reading.focus.text, record):
        return True
    if not _names_a_day(reading.focus.text) and not names_the_asked(reading.focus, headline.sentence):
        return False
    if reading.answer is None:
        return True
    rivals = (reading.at(sentence.article, sentence.span) for sentence in reading.answer.mentions)
    return headline.score >= _TRUST_SHARE * max(rival.score for rival in rivals if rival)


def _compares(question: str, found: FigureAnswer) -> bool:
    """Whether the sources that the question compares were both heard."""
    return len(found.figures) > 1 and bool(sides_of(question))


def _binds(question: str) -> bool:
    """Whether the question ties what it counts to a known predicate, so that no other number answers it."""
    asked = read_asked(question)
    return asked is not None and asked.measure == "count" and asked.predicate in _SURELY_READ


def _is_surely_read(reading: Reading) -> bool:
    """Whether the number read stands among nearly all the words of the question."""
    return reading.answer is not None and is_covered(reading.answer.sentence, reading.weights)


def _is_bound(question: str, record: FigureRecord) -> bool:
    """Whether the very predicate asked about, or the level asked for, ties the record to the question."""
    asked = read_asked(question)
    if asked is None:
        return False
    return asked.measure == "level" or (asked.predicate == record.predicate and record.predicate is not None)


def _names_a_day(question: str) -> bool:
    """Whether the question pins its event to a day; then the day that a record is bound to tells the event."""
    return any(len(day) == _FULL_DAY for day in asked_days(question)[0])
