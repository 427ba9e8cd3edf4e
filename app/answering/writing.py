"""Which way a question is answered: by resolved figures where it counts something, else by extracts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from app.answering.draft import NOTHING, Draft
from app.answering.extractive.difference import write_difference
from app.answering.extractive.figure_text import write_figures
from app.answering.extractive.mentions import counts_articles
from app.answering.extractive.overview import topic_of, write_overview
from app.answering.extractive.reading import Reading, read
from app.answering.extractive.writer import write_extract
from app.answering.material import Material, gather
from app.answering.reading.focus import focus_of
from app.answering.reading.meaning import Likeness
from app.answering.reading.rises import told_change
from app.answering.trust import is_surely_right, is_trusted, needs_a_figure
from app.figures.asked.quantity import read_asked
from app.figures.differences import Difference, asked_difference
from app.figures.matching.counted_fit import is_of_other_kind
from app.figures.matching.event_fit import is_strange
from app.figures.records import FigureAnswer, FigureRecord, ResolvedFigure
from app.models import Article, ArticleKey, Passage


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
    counted = difference.counted if difference else question
    material = gather(counted, passages, article_of, figures_of, as_of=as_of, shown=shown)
    if topic is not None:
        return write_overview(topic, material.sentences())
    focus, found = focus_of(material.question), material.found
    surely = found is not None and is_surely_right(focus, found, material.articles, material.headline_sentences)
    reading = None if surely else read(focus, material.sentences(), as_of=as_of, likeness=likeness)
    trusted = reading is None or (found and is_trusted(found, material.articles, reading))
    if difference:
        computed = _computed(difference, found if trusted else None, material, as_of)
        return computed if computed.statements else _told_change(question, material, as_of=as_of, today=today)
    if found and trusted:
        return write_figures(found, material.articles)
    if reading is None or (material.counting and found is None and needs_a_figure(material.question, reading)):
        return NOTHING
    return _with_record(material, write_extract(reading, today=as_of or today), reading)


def _computed(difference: Difference, found: FigureAnswer | None, material: Material, as_of: str | None) -> Draft:
    return write_difference(difference, found, material.articles, as_of=as_of) if found else NOTHING


def _told_change(question: str, material: Material, *, as_of: str | None, today: str) -> Draft:
    """What a text itself says of a rise or a fall, for a question whose two figures it does not give."""
    reading = read(focus_of(question), material.sentences(), as_of=as_of)
    told = told_change(reading.focus, reading.phrases, reading.weights)
    if told is None:
        return NOTHING
    reading = replace(reading, answer=told)
    return _with_record(material, write_extract(reading, today=as_of or today), reading)


def _with_record(material: Material, draft: Draft, reading: Reading) -> Draft:
    """The draft with the stored figure whose number it leads with, if one is stored: its speaker, day and unit.

    A figure of another thing, place, owner or building than the question's answers nothing, found by reading or not.
    """
    answer = reading.answer
    if answer is None or not draft.statements or draft.short_answer != answer.text:
        return draft
    own = [record for record in material.records if reading.leads_with(record)]
    if not own:
        return draft
    asked = read_asked(material.question)
    if asked is not None and (is_strange(asked, own[0], answer.sentence.article) or is_of_other_kind(asked, own[0])):
        return NOTHING
    lead = replace(draft.statements[0], figure=ResolvedFigure(own[0], "current"))
    return replace(draft, statements=(lead, *draft.statements[1:]))


def is_computed(question: str) -> bool:
    """Whether the answer is computed from what the archive knows; a chat model is then not asked."""
    return counts_articles(question) is not None or asked_difference(question) is not None
