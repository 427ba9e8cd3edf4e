"""One question in, one checked answer out: understand, retrieve, write, verify, record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.answering.acceptance import require_question
from app.answering.composing import Composer, Order, Retriever
from app.answering.differences import differences
from app.answering.events import Answered, AnswerEvent, events_of
from app.answering.stopwatch import Stopwatch
from app.answering.understanding import Understanding
from app.answering.writers import EXTRACTIVE, Writers
from app.archive.archive import Archive
from app.errors import AnswerNotFound
from app.models import Answer, Ask
from app.receipt import Receipt, Replay


class Answerer:
    """Answers questions from one archive; safe to call from several threads.

    Args:
        archive: where articles, figures, conversations and receipts live.
        retriever: finds passages.
        max_question_chars: longer questions are refused.
        top_k: passages read for an answer when the question does not say.
        writers: who writes; extracts alone when not given.
        keep_days: answers older than this are forgotten whenever one is given; 0 keeps all.
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
        keep_days: int = 0,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self.archive = archive
        self._composer = Composer(archive, retriever)
        self._max_question_chars = max_question_chars
        self._top_k = top_k
        self._writers = writers or Writers()
        self._understanding = Understanding(archive, self._writers, self.answer)
        self._keep_days = keep_days
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
        watch = Stopwatch()
        last_row = self.archive.catalogue.last_row
        with watch.step("analyse"):
            understood = self._understanding.of(ask)
        order = Order(ask.question, understood, ask.writer, ask.top_k or self._top_k, self._today().isoformat())
        receipt = yield from self._composer.receipt(order, self._writers, watch)
        answer = receipt.answer
        if record:
            with watch.step("record"):
                self._record(ask, receipt)
                self._watch(answer, replace(ask, filters=understood.filters), last_row)
        watch.stop(_facts(answer))
        yield from events_of(replace(answer, timings_ms=dict(watch.timings_ms)))

    def receipt(self, answer_id: str) -> Receipt:
        """An answer given earlier and how it came about.

        Raises:
            AnswerNotFound: no answer was given under that id.
        """
        return Receipt(self.archive.receipts.get(answer_id), self.archive.workings.get(answer_id))

    def replay(self, answer_id: str, *, ask_model: bool = False) -> Replay:
        """Give an answer again, from the archive as it is now, and say what came out otherwise.

        Args:
            ask_model: ask the chat model anew instead of reading its reply of then.

        Raises:
            AnswerNotFound: no answer was given under that id, or its working was not kept.
        """
        before = self.receipt(answer_id)
        working = before.working
        if working is None:
            raise AnswerNotFound(f"The working of the answer {answer_id!r} was not kept.", hint="Ask it again.")
        understood = self._understanding.again(before, working.filters, working.previous_id)
        writers = self._writers if ask_model else self._writers.retelling(before)
        writer = working.writer if ask_model or working.exchange else EXTRACTIVE
        order = Order(before.answer.question, understood, writer, working.top_k, working.today)
        after = self._again(order, before, writers)
        return Replay(after.answer, differences(before, after))

    def _again(self, order: Order, before: Receipt, writers: Writers) -> Receipt:
        steps = self._composer.receipt(order, writers, Stopwatch())
        while True:
            try:
                next(steps)
            except StopIteration as end:
                again: Receipt = end.value
                return replace(again, answer=replace(again.answer, id=before.answer.id))

    def validate(self, ask: Ask) -> None:
        """Refuse what cannot be a question.

        Raises:
            QuestionError: see ``require_question``.
        """
        require_question(ask, max_chars=self._max_question_chars)

    def _record(self, ask: Ask, receipt: Receipt) -> None:
        answer = receipt.answer
        if self._keep_days:
            self.archive.receipts.forget(timedelta(days=self._keep_days))
        self.archive.receipts.save(answer)
        if receipt.working is not None:
            self.archive.workings.save(answer.id, receipt.working)
        if ask.conversation_id:
            self.archive.conversations.append(
                ask.conversation_id, answer.question, answer.standalone_question, answer.id
            )

    def _watch(self, answer: Answer, ask: Ask, last_row: int) -> None:
        if answer.figures:
            again = Ask(answer.standalone_question, filters=ask.filters, writer=EXTRACTIVE, top_k=ask.top_k)
            self.archive.watched.add(answer, again, last_row)


def _facts(answer: Answer) -> dict[str, str | int]:
    """What a trace tells about an answer: how it was made, never what was asked."""
    used = answer.usage
    tokens = {"prompt_tokens": used.prompt_tokens, "completion_tokens": used.completion_tokens} if used else {}
    return {"answer_id": answer.id, "status": answer.status, "writer": answer.writer, **tokens}
