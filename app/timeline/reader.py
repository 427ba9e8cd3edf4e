"""From a question to its timeline: the answer's reading of the question, and more articles than an answer needs."""

from __future__ import annotations

from dataclasses import replace

from app.answering.answerer import Answerer
from app.answering.composing import Retriever
from app.answering.spelling import spelled
from app.answering.writers import EXTRACTIVE
from app.figures.asked.form import counting_form
from app.figures.matching.resolve import resolve
from app.models import Ask
from app.retrieval.question import analyse
from app.timeline.series import Timeline, points_of

_PASSAGES, _MOST_ARTICLES = 100, 30
"""A timeline wants every count of a thing, an answer only those around the newest; beyond thirty articles counts of
other events in the same words come in."""


class TimelineReader:
    """Reads timelines; the same question on the same archive gives the same one.

    Args:
        answerer: understands the question and says whether figures answer it.
        retriever: finds the articles.
    """

    def __init__(self, answerer: Answerer, retriever: Retriever) -> None:
        self._answerer = answerer
        self._archive = answerer.archive
        self._retriever = retriever

    def read(self, ask: Ask) -> Timeline:
        """The figures that answer the question over time; none when the archive gives none.

        Raises:
            QuestionError: the question is empty or too long, or a filter's day is none.
        """
        answer = self._answerer.answer(replace(ask, writer=EXTRACTIVE), record=False)
        question, filters = answer.standalone_question, replace(ask.filters, as_of=answer.as_of)
        nothing = Timeline(question, "not_in_archive", answer.as_of, (), (), answer.archive_version)
        if not answer.figures:
            return nothing
        analysed = analyse(question, known_sources=self._archive.sources())
        passages = self._retriever.search(analysed, filters=filters, top_k=_PASSAGES)
        keys = list(dict.fromkeys((passage.article_id, passage.version) for passage in passages))[:_MOST_ARTICLES]
        articles = {key: self._archive.article(*key) for key in keys}
        counted = spelled(counting_form(question), passages)
        found = resolve(counted, self._archive.figures.for_articles(keys), articles, today=answer.as_of)
        if found is None:
            return nothing
        points, citations = points_of(found, articles)
        return replace(nothing, status=found.status, points=points, citations=citations)
