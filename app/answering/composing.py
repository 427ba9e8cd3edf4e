"""From an understood question to its receipt: retrieve, write, verify."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from app import __version__
from app.answering.checking.statements import Checked, check
from app.answering.draft import Draft
from app.answering.events import AnswerEvent, Retrieved
from app.answering.extractive.mentions import count_mentions
from app.answering.extractive.speaker import write_speaker
from app.answering.generative.task import Task
from app.answering.generative.writer import Written
from app.answering.material import counts_something
from app.answering.refusal import EMPTY_ARCHIVE, refusal_text, related_articles, unknown_outlets
from app.answering.spelling import respelling
from app.answering.stopwatch import Stopwatch
from app.answering.understanding import Understood
from app.answering.writers import EXTRACTIVE, Writers
from app.answering.writing import is_computed, write_answer
from app.archive.archive import Archive
from app.models import Answer, Article, Passage, SearchFilters
from app.receipt import Found, Receipt, Working
from app.retrieval.question import Question

_FIGURE_PASSAGES = 60
"""A figure is resolved from more articles than an answer is written from: other counts of the same thing matter."""


class Retriever(Protocol):
    def search(self, question: Question, *, filters: SearchFilters, top_k: int) -> list[Passage]: ...
    def likeness(self, phrase: str, others: Sequence[str]) -> list[float]: ...


@dataclass(frozen=True, slots=True)
class Order:
    """An understood question and how it is to be answered.

    Attributes:
        question: as it was asked.
        writer: the one asked for; None leaves it to the settings.
        top_k: passages given to the writer.
        today: the day that "now" means, ``YYYY-MM-DD``.
    """

    question: str
    understood: Understood
    writer: str | None
    top_k: int
    today: str


class Composer:
    """Makes answers; what becomes of them is not its business.

    Args:
        archive: where articles and figures live.
        retriever: finds passages.
    """

    def __init__(self, archive: Archive, retriever: Retriever) -> None:
        self._archive = archive
        self._retriever = retriever

    def receipt(self, order: Order, writers: Writers, watch: Stopwatch) -> Generator[AnswerEvent, None, Receipt]:
        understood = order.understood
        with watch.step("retrieve"):
            found = self._retrieve(understood, order.top_k)
        shown = found[: order.top_k]
        yield Retrieved(tuple(shown))
        written = yield from self._written(order, writers, found, watch)
        answer = self._assemble(order, found, written, watch.timings_ms)
        working = Working(
            filters=understood.filters,
            writer=order.writer,
            top_k=order.top_k,
            today=order.today,
            previous_id=understood.previous.id if understood.previous else None,
            found=tuple(map(Found.of, found)),
            exchange=written.exchange,
            judged=written.checked.judged,
            software=__version__,
        )
        return Receipt(answer, working)

    def _written(
        self, order: Order, writers: Writers, found: Sequence[Passage], watch: Stopwatch
    ) -> Generator[AnswerEvent, None, Written]:
        understood, articles = order.understood, self._article_reader()

        @cache
        def draft() -> Draft:
            with watch.step("write"):
                return self._write(order, found, articles)

        def extracted() -> Checked:
            made = draft()
            with watch.step("verify"):
                return check(made)

        task = Task(
            question=understood.question.text,
            passages=found[: order.top_k],
            article_of=articles,
            records_of=self._archive.figures.for_articles,
            draft=draft,
            as_of=understood.filters.as_of,
            today=understood.filters.as_of or order.today,
        )
        with watch.step("generate"):
            wanted = EXTRACTIVE if is_computed(understood.question.text) else order.writer
            written = yield from writers.write(wanted, task, extracted)
        if written.exchange is None:
            del watch.timings_ms["generate"]
        else:
            watch.timings_ms["verify"] = written.verify_ms
        return written

    def _retrieve(self, understood: Understood, top_k: int) -> list[Passage]:
        if understood.previous is not None:
            return []
        if counts_something(understood.question.text):
            top_k = max(top_k, _FIGURE_PASSAGES)
        return self._retriever.search(understood.question, filters=understood.filters, top_k=top_k)

    def _article_reader(self) -> Callable[[str, int], Article]:
        """Reads each article version once."""
        return lru_cache(maxsize=None)(self._archive.article)

    def _write(self, order: Order, found: Sequence[Passage], article_of: Callable[[str, int], Article]) -> Draft:
        understood = order.understood
        if understood.previous is not None:
            return write_speaker(understood.previous, article_of)
        counted = count_mentions(understood.question.text, understood.filters, self._archive)
        if counted is not None:
            return counted
        return write_answer(
            understood.question.text,
            found,
            article_of,
            self._archive.figures.for_articles,
            as_of=understood.filters.as_of,
            today=order.today,
            shown=order.top_k,
            likeness=self._retriever.likeness,
        )

    def _assemble(
        self, order: Order, found: Sequence[Passage], written: Written, timings_ms: dict[str, float]
    ) -> Answer:
        understood = order.understood
        checked = written.checked
        refused = checked.status == "not_in_archive"
        related = related_articles(found[: order.top_k]) if refused else ()
        why = self._why_nothing(understood.filters) if refused else respelling(understood.question.text, found)
        return Answer(
            id=uuid.uuid4().hex,
            question=order.question,
            standalone_question=understood.follow_up.standalone,
            status=checked.status,
            short_answer=checked.short_answer,
            answer=(checked.refusal or refusal_text(understood.filters, has_related=bool(related)))
            if refused
            else checked.text,
            claims=checked.claims,
            citations=checked.citations,
            figures=checked.figures,
            related=related,
            as_of=understood.filters.as_of,
            writer=written.writer,
            model=written.model,
            prompt=written.prompt,
            archive_version=self._archive.version,
            timings_ms=timings_ms,
            usage=written.usage,
            notice=why or written.notice,
        )

    def _why_nothing(self, filters: SearchFilters) -> str | None:
        if not self._archive.articles(limit=1):
            return EMPTY_ARCHIVE
        return unknown_outlets(filters.sources, self._archive.sources())
