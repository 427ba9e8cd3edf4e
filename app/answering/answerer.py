"""One question in, one checked answer out: understand, retrieve, write, verify, record."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Protocol

from app.answering.checking import Checked, check
from app.answering.draft import Draft
from app.answering.events import Answered, AnswerEvent, Retrieved, events_of
from app.answering.follow_up import FollowUp, asks_speaker, stand_alone
from app.answering.refusal import refusal_text, related_articles
from app.answering.speaker import write_speaker
from app.answering.writing import write_answer
from app.archive.archive import Archive
from app.errors import ArticleNotFound, QuestionError
from app.models import Answer, Article, Ask, Passage, SearchFilters
from app.retrieval.question import Question, analyse

EXTRACTIVE = "extractive"
_LIMIT = re.compile(r"[\s,]*\b(?:as of|as at)\s+[^,?]*?(?:19|20)\d\d(?:-\d\d-\d\d)?", re.IGNORECASE)
"""What limits a question to a day is no part of what is asked."""


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
        today: the day that "now" means when a question has no ``as_of``.
    """

    def __init__(
        self,
        archive: Archive,
        retriever: Retriever,
        *,
        max_question_chars: int = 2_000,
        top_k: int = 10,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self.archive = archive
        self._retriever = retriever
        self._max_question_chars = max_question_chars
        self._top_k = top_k
        self._today = today

    def answer(self, ask: Ask) -> Answer:
        """The checked answer; a refusal is an answer too.

        Raises:
            QuestionError: the question is empty or too long, or a filter's day is none.
        """
        return next(event.answer for event in self.stream(ask) if isinstance(event, Answered))

    def stream(self, ask: Ask) -> Iterator[AnswerEvent]:
        """The same answer as it comes about, ``Answered`` last.

        Raises:
            QuestionError: at once, not at the first event.
        """
        self.validate(ask)
        return self._events(ask)

    def _events(self, ask: Ask) -> Iterator[AnswerEvent]:
        watch = _Stopwatch()
        with watch.step("analyse"):
            understood = self._understand(ask)
        with watch.step("retrieve"):
            passages = self._retrieve(understood, ask.top_k or self._top_k)
        yield Retrieved(tuple(passages))
        with watch.step("write"):
            draft = self._write(understood, passages)
        with watch.step("verify"):
            checked = check(draft)
        answer = self._assemble(ask, understood, passages, checked, watch.timings_ms)
        with watch.step("record"):
            self._record(ask, answer)
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

    def _understand(self, ask: Ask) -> Understood:
        turns = self.archive.conversations.turns(ask.conversation_id) if ask.conversation_id else []
        asked = [turn.standalone_question for turn in turns if not asks_speaker(turn.question)]
        follow_up = stand_alone(ask.question, asked[-1] if asked else None)
        previous = self._receipt(turns[-1].answer_id) if turns and follow_up.asks_speaker else None
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
        return self._retriever.search(understood.question, filters=understood.filters, top_k=top_k)

    def _write(self, understood: Understood, passages: Sequence[Passage]) -> Draft:
        articles: dict[tuple[str, int], Article] = {}

        def article_of(article_id: str, version: int) -> Article:
            if (article_id, version) not in articles:
                articles[article_id, version] = self.archive.article(article_id, version)
            return articles[article_id, version]

        if understood.previous is not None:
            return write_speaker(understood.previous, article_of)
        return write_answer(
            understood.question.text,
            passages,
            article_of,
            self.archive.figures.for_articles,
            as_of=understood.filters.as_of,
            today=self._today().isoformat(),
        )

    def _assemble(
        self,
        ask: Ask,
        understood: Understood,
        passages: Sequence[Passage],
        checked: Checked,
        timings_ms: dict[str, float],
    ) -> Answer:
        refused = checked.status == "not_in_archive"
        related = related_articles(passages) if refused else ()
        return Answer(
            id=uuid.uuid4().hex,
            question=ask.question,
            standalone_question=understood.follow_up.standalone,
            status=checked.status,
            short_answer=checked.short_answer,
            answer=refusal_text(understood.filters, has_related=bool(related)) if refused else checked.text,
            claims=checked.claims,
            citations=checked.citations,
            figures=checked.figures,
            related=related,
            as_of=understood.filters.as_of,
            writer=EXTRACTIVE,
            model=None,
            prompt=None,
            archive_version=self.archive.version,
            timings_ms=timings_ms,
        )

    def _record(self, ask: Ask, answer: Answer) -> None:
        self.archive.receipts.save(answer)
        if ask.conversation_id:
            self.archive.conversations.append(
                ask.conversation_id, answer.question, answer.standalone_question, answer.id
            )


def _require_day(name: str, day: str | None) -> None:
    if day is None:
        return
    try:
        date.fromisoformat(day[:10])
    except ValueError as error:
        raise QuestionError(f"{name} is {day!r}, which is no day.", hint="Write it like 2020-02-28.") from error
