"""One question in, one checked answer out: understand, retrieve, write, verify, record."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Protocol

from app.answering.checking import Checked, check
from app.answering.draft import Draft
from app.answering.events import Answered, AnswerEvent, Retrieved, events_of
from app.answering.follow_up import FollowUp, asks_speaker, stand_alone, stand_alone_in
from app.answering.generative import Task, Written
from app.answering.mentions import count_mentions
from app.answering.refusal import EMPTY_ARCHIVE, refusal_text, related_articles
from app.answering.speaker import write_speaker
from app.answering.writers import EXTRACTIVE, Writers
from app.answering.writing import counts_something, is_computed, write_answer
from app.archive.archive import Archive
from app.errors import ArticleNotFound, QuestionError
from app.models import Answer, Article, Ask, Passage, SearchFilters
from app.retrieval.question import Question, analyse

_LIMIT = re.compile(r"[\s,]*\b(?:as of|as at)\s+[^,?]*?(?:19|20)\d\d(?:-\d\d-\d\d)?", re.IGNORECASE)
"""What limits a question to a day is no part of what is asked."""
_FIGURE_PASSAGES = 40
"""A figure is resolved from more articles than an answer is written from: other counts of the same thing matter."""


class Retriever(Protocol):
    def search(self, question: Question, *, filters: SearchFilters, top_k: int) -> list[Passage]: ...


@dataclass(frozen=True, slots=True)
class Understood:
    """A question ready for retrieval; ``previous`` is the answer of the turn before, None when there is none."""

    follow_up: FollowUp
    question: Question
    filters: SearchFilters
    previous: Answer | None


@dataclass(slots=True)
class _Stopwatch:
    """Milliseconds spent in each step."""

    timings_ms: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.timings_ms[name] = round(1000 * (time.perf_counter() - started), 2)


class Answerer:
    """Answers questions from one archive; safe to call from several threads.

    Args:
        archive: where articles, figures, conversations and receipts live.
        retriever: finds passages.
        max_question_chars: longer questions are refused.
        top_k: passages read for an answer when the question does not say.
        writers: who writes; extracts alone when not given.
        today: the day that "now" means when a question has no ``as_of``.
    """

    def __init__(
        self,
        archive: Archive,
        retriever: Retriever,
        *,
        max_question_chars: int = 2_000,
        top_k: int = 15,
        writers: Writers | None = None,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self.archive = archive
        self._retriever = retriever
        self._max_question_chars = max_question_chars
        self._top_k = top_k
        self._writers = writers or Writers()
        self._today = today

    def answer(self, ask: Ask, *, record: bool = True) -> Answer:
        """The checked answer; a refusal is an answer too.

        Args:
            record: keep a receipt; without one the answer leaves no trace in the archive.

        Raises:
            QuestionError: the question is empty or too long, or a filter's day is none.
        """
        return next(event.answer for event in self.stream(ask, record=record) if isinstance(event, Answered))

    def stream(self, ask: Ask, *, record: bool = True) -> Iterator[AnswerEvent]:
        """The same answer as it comes about, ``Answered`` last.

        Raises:
            QuestionError: at once, not at the first event.
        """
        self.validate(ask)
        return self._events(ask, record=record)

    def _events(self, ask: Ask, *, record: bool) -> Iterator[AnswerEvent]:
        watch = _Stopwatch()
        last_row = self.archive.catalogue.last_row
        with watch.step("analyse"):
            understood = self._understand(ask)
        with watch.step("retrieve"):
            top_k = ask.top_k or self._top_k
            found = self._retrieve(understood, top_k)
            passages = found[:top_k]
        yield Retrieved(tuple(passages))
        written = yield from self._written(ask, understood, found, len(passages), watch)
        answer = self._assemble(ask, understood, passages, written, watch.timings_ms)
        if record:
            with watch.step("record"):
                self._record(ask, answer)
                self._watch(answer, replace(ask, filters=understood.filters), last_row)
        yield from events_of(replace(answer, timings_ms=dict(watch.timings_ms)))

    def validate(self, ask: Ask) -> None:
        """Refuse what cannot be a question.

        Raises:
            QuestionError: the question is empty or too long, or a filter's day is none.
        """
        text = ask.question.strip()
        if not text:
            raise QuestionError(
                "The question is empty.", hint="Ask something, for example: How many posts are in Idlib?"
            )
        if len(text) > self._max_question_chars:
            raise QuestionError(
                f"The question has {len(text):,} characters; at most {self._max_question_chars:,} are accepted.",
                hint="Shorten it, or raise DATELINE_MAX_QUESTION_CHARS.",
            )
        filters = ask.filters
        for name in ("as_of", "published_after", "published_before"):
            _require_day(name, getattr(filters, name))

    def _written(
        self, ask: Ask, understood: Understood, found: Sequence[Passage], shown: int, watch: _Stopwatch
    ) -> Generator[AnswerEvent, None, Written]:
        articles = self._article_reader()

        def extracted() -> Checked:
            with watch.step("write"):
                draft = self._write(understood, found, shown, articles)
            with watch.step("verify"):
                return check(draft)

        today = understood.filters.as_of or self._today().isoformat()
        task = Task(understood.question.text, found[:shown], articles, today)
        with watch.step("generate"):
            wanted = EXTRACTIVE if is_computed(understood.question.text) else ask.writer
            written = yield from self._writers.write(wanted, task, extracted)
        if written.writer == EXTRACTIVE:
            del watch.timings_ms["generate"]
        else:
            watch.timings_ms["verify"] = written.verify_ms
        return written

    def _understand(self, ask: Ask) -> Understood:
        turns = self.archive.conversations.turns(ask.conversation_id) if ask.conversation_id else []
        asked = [turn.standalone_question for turn in turns if not asks_speaker(turn.question)]
        if not turns:
            asked = stand_alone_in(ask.history)
        follow_up = stand_alone(ask.question, asked[-1] if asked else None)
        previous = self._receipt(turns[-1].answer_id) if turns and follow_up.asks_speaker else None
        if follow_up.asks_speaker and not turns and asked:
            previous = self.answer(replace(ask, question=asked[-1], history=(), writer=EXTRACTIVE))
        elif asked and not follow_up.asks_speaker:
            condensed = self._writers.condensed(ask.writer, ask.question, asked)
            follow_up = FollowUp(condensed) if condensed else follow_up
        question = analyse(follow_up.standalone, known_sources=self.archive.sources())
        filters = ask.filters
        if question.as_of:
            filters = replace(filters, as_of=min(filters.as_of or question.as_of, question.as_of))
            question = analyse(_LIMIT.sub("", question.text), known_sources=question.sources)
        return Understood(follow_up, question, filters, previous)

    def _receipt(self, answer_id: str | None) -> Answer | None:
        try:
            return self.archive.receipts.get(answer_id) if answer_id else None
        except ArticleNotFound:  # the receipt was deleted; the follow-up is then answered like any other question
            return None

    def _retrieve(self, understood: Understood, top_k: int) -> list[Passage]:
        if understood.previous is not None:
            return []
        if counts_something(understood.question.text):
            top_k = max(top_k, _FIGURE_PASSAGES)
        return self._retriever.search(understood.question, filters=understood.filters, top_k=top_k)

    def _article_reader(self) -> Callable[[str, int], Article]:
        """Reads each article version once."""
        return lru_cache(maxsize=None)(self.archive.article)

    def _write(
        self, understood: Understood, found: Sequence[Passage], shown: int, article_of: Callable[[str, int], Article]
    ) -> Draft:
        if understood.previous is not None:
            return write_speaker(understood.previous, article_of)
        counted = count_mentions(understood.question.text, understood.filters, self.archive)
        if counted is not None:
            return counted
        return write_answer(
            understood.question.text,
            found,
            article_of,
            self.archive.figures.for_articles,
            as_of=understood.filters.as_of,
            today=self._today().isoformat(),
            shown=shown,
        )

    def _assemble(
        self,
        ask: Ask,
        understood: Understood,
        passages: Sequence[Passage],
        written: Written,
        timings_ms: dict[str, float],
    ) -> Answer:
        checked = written.checked
        refused = checked.status == "not_in_archive"
        related = related_articles(passages) if refused else ()
        return Answer(
            id=uuid.uuid4().hex,
            question=ask.question,
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
            archive_version=self.archive.version,
            timings_ms=timings_ms,
            usage=written.usage,
            notice=EMPTY_ARCHIVE if refused and not self.archive.articles(limit=1) else written.notice,
        )

    def _record(self, ask: Ask, answer: Answer) -> None:
        self.archive.receipts.save(answer)
        if ask.conversation_id:
            self.archive.conversations.append(
                ask.conversation_id, answer.question, answer.standalone_question, answer.id
            )

    def _watch(self, answer: Answer, ask: Ask, last_row: int) -> None:
        if answer.figures:
            again = Ask(answer.standalone_question, filters=ask.filters, writer=EXTRACTIVE, top_k=ask.top_k)
            self.archive.watched.add(answer, again, last_row)


def _require_day(name: str, day: str | None) -> None:
    if day is None:
        return
    try:
        date.fromisoformat(day[:10])
    except ValueError as error:
        raise QuestionError(f"{name} is {day!r}, which is no day.", hint="Write it like 2020-02-28.") from error
