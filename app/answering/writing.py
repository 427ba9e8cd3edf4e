"""Which way a question is answered: by resolved figures where it counts something, else by extracts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from app.answering.draft import NOTHING, Draft
from app.answering.extractive.difference import write_difference
from app.answering.extractive.figure_text import write_figures
from app.answering.extractive.mentions import counts_articles
from app.answering.extractive.overview import topic_of, write_overview
from app.answering.extractive.writer import Reading, read, write_extract
from app.answering.reading.evidence import Sentence, sentences_of
from app.answering.reading.focus import focus_of
from app.answering.reading.meaning import Likeness
from app.answering.reading.words import STOPWORDS, is_verb_form
from app.answering.trust import is_surely_right, is_trusted, needs_a_figure
from app.figures.asked.form import counting_form
from app.figures.asked.quantity import read_asked
from app.figures.asked.window import ANY_DAY
from app.figures.differences import asked_difference
from app.figures.matching.event_fit import is_strange
from app.figures.matching.resolve import resolve
from app.figures.nouns import is_known
from app.figures.predicates import predicate_class
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Article, Passage
from app.retrieval.demonyms import place_of
from app.retrieval.spelling import corrections, with_capitals

ArticleKey = tuple[str, int]

_MOST_ARTICLES = 15


def write_answer(
    question: str,
    passages: Sequence[Passage],
    article_of: Callable[[str, int], Article],
    figures_of: Callable[[Iterable[ArticleKey]], Sequence[FigureRecord]],
    *,
    as_of: str | None,
    today: str,
    shown: int | None = None,
    likeness: Likeness | None = None,
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
        likeness: compares phrases in meaning.
    """
    topic, difference = topic_of(question), asked_difference(question)
    question = difference.counted if difference else question
    counting = counts_something(question)
    question = spelled(counting_form(question), passages) if counting else spelled(question, passages[:shown])
    told = _of_the_time(question, passages, as_of) if counting else passages[:shown]
    articles = _articles_of(told, article_of, most=_MOST_ARTICLES if counting else None)
    records = figures_of(articles) if counting else ()
    found = resolve(question, records, articles, today=as_of) if counting else None
    read_from = [
        *(passage for passage in passages[:shown] if _key(passage) in articles),
        *_passages_of(found, passages),
    ]
    if topic is not None:
        return write_overview(topic, _sentences(read_from, articles))
    focus = focus_of(question)
    surely = found and is_surely_right(focus, found, articles, lambda: _sentences(read_from[-1:], articles))
    reading = None if surely else read(focus, _sentences(read_from, articles), as_of=as_of, likeness=likeness)
    if found is not None and (reading is None or is_trusted(found.headline.record, articles, reading)):
        if difference:
            return write_difference(difference, found, articles, as_of=as_of)
        return write_figures(found, articles)
    if reading is None or difference or (counting and found is None and needs_a_figure(question, reading)):
        return NOTHING
    return _with_record(question, write_extract(reading, today=as_of or today), reading, records)


def _of_the_time(question: str, passages: Sequence[Passage], as_of: str | None) -> Sequence[Passage]:
    """The passages of articles that may tell of the days asked about: those printed before tell of other events."""
    asked = read_asked(question, today=as_of)
    first = asked.first if asked and asked.first else ANY_DAY
    told = [passage for passage in passages if not passage.published_at or passage.published_at[:10] >= first]
    return told or passages


def _with_record(question: str, draft: Draft, reading: Reading, records: Sequence[FigureRecord]) -> Draft:
    """The draft with the stored figure whose number it leads with, if one is stored: its speaker, day and unit.

    A figure of another place, owner or building than the question's answers nothing, found by reading or not.
    """
    answer = reading.answer
    if answer is None or not draft.statements or draft.short_answer != answer.text:
        return draft
    start = answer.sentence.span.start + answer.span.start
    own = [
        record
        for record in records
        if record.article_id == answer.sentence.article.article_id and record.span.start <= start < record.span.end
    ]
    if not own:
        return draft
    asked = read_asked(question)
    if asked is not None and is_strange(asked, own[0], answer.sentence.article):
        return NOTHING
    lead = replace(draft.statements[0], figure=ResolvedFigure(own[0], "current"))
    return replace(draft, statements=(lead, *draft.statements[1:]))


def _articles_of(
    passages: Sequence[Passage], article_of: Callable[[str, int], Article], *, most: int | None
) -> dict[ArticleKey, Article]:
    keys = list(dict.fromkeys(map(_key, passages)))[:most]
    return {key: article_of(*key) for key in keys}


def _key(passage: Passage) -> ArticleKey:
    return passage.article_id, passage.version


def _sentences(passages: Sequence[Passage], articles: Mapping[ArticleKey, Article]) -> list[Sentence]:
    return sentences_of(passages, lambda passage: articles[_key(passage)])


def is_computed(question: str) -> bool:
    """Whether the answer is computed from what the archive knows; a chat model is then not asked."""
    return counts_articles(question) is not None or asked_difference(question) is not None


def counts_something(question: str) -> bool:
    """Whether a figure answers the question."""
    return read_asked(question) is not None or focus_of(question).kind == "number"


def spelled(question: str, passages: Sequence[Passage]) -> str:
    """The question with mistyped words as the passages spell them, and names typed in lower case as they print them."""
    texts = [f"{passage.title} {passage.text}" for passage in passages]
    words = {word.lower(): word for word in re.findall(r"[^\W\d_]+", question)}
    doubtful = [word for word in words if _may_be_a_slip(word)]
    for wrong, right in corrections(doubtful, texts).items():
        printed = right.capitalize() if words[wrong][0].isupper() else right
        question = re.sub(rf"\b{words[wrong]}\b", printed, question)
    return with_capitals(question, texts)


def _may_be_a_slip(word: str) -> bool:
    known = is_known(word) or is_verb_form(word) or word in STOPWORDS
    return not known and predicate_class(word) is None and place_of(word) is None


def _passages_of(found: FigureAnswer | None, passages: Sequence[Passage]) -> list[Passage]:
    """The headline's sentence as a passage of its article, so that it is read like the others."""
    if found is None:
        return []
    record = found.headline.record
    best = max((p for p in passages if p.article_id == record.article_id), key=lambda p: p.score)
    return [replace(best, start=record.sentence.start, end=record.sentence.end)]
