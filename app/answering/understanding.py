"""A question as it is meant: standing alone, with the limits that it names itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from app.answering.conversation.follow_up import FollowUp, asks_speaker, stand_alone, stand_alone_in
from app.answering.writers import EXTRACTIVE, Writers
from app.archive.archive import Archive
from app.models import Answer, Ask, SearchFilters
from app.receipt import Receipt
from app.retrieval.outlets import named_outlets
from app.retrieval.question import Question, analyse

_LIMIT = re.compile(r"[\s,]*\b(?:as of|as at)\s+[^,?]*?(?:19|20)\d\d(?:-\d\d-\d\d)?", re.IGNORECASE)
"""What limits a question to a day is no part of what is asked."""
_REPORTER = re.compile(
    r"\b(?:did|does|has|have)\s+(?:the\s+)?(?P<who>[^,?]+?)\s+(?:report|write|print|publish)(?:ed|ten)?\b",
    re.IGNORECASE,
)
"""What an outlet is asked to have reported stands in that outlet."""
_CONTRACTED = re.compile(r"\b(?P<word>what|who|where|when|how)['’]?s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question ready for retrieval; ``previous`` is the answer of the turn before, None when there is none."""

    follow_up: FollowUp
    question: Question
    filters: SearchFilters
    previous: Answer | None


class Understanding:
    """Reads questions in the light of their conversations.

    Args:
        archive: keeps conversations and receipts.
        writers: may reword follow-up questions.
        answer: answers the question before "who said so?" when its conversation is not kept here.
    """

    def __init__(self, archive: Archive, writers: Writers, answer: Callable[[Ask], Answer]) -> None:
        self._archive = archive
        self._writers = writers
        self._answer = answer

    def of(self, ask: Ask) -> Understood:
        """The question of an ``Ask``."""
        turns = self._archive.conversations.turns(ask.conversation_id) if ask.conversation_id else []
        asked = [turn.standalone_question for turn in turns if not asks_speaker(turn.question)]
        if not turns:
            asked = stand_alone_in(ask.history, partial(self._short_answer, ask, {}))
        kept = {turn.standalone_question: turn.answer_id for turn in turns if turn.answer_id}
        last = asked[-1] if asked else None
        follow_up = stand_alone(ask.question, last, partial(self._short_answer, ask, kept, last or ""))
        previous = self._receipt(turns[-1].answer_id) if turns and follow_up.asks_speaker else None
        if follow_up.asks_speaker and not turns and asked:
            previous = self._answer(replace(ask, question=asked[-1], history=(), writer=EXTRACTIVE))
        elif asked and not follow_up.asks_speaker:
            condensed = self._writers.condensed(ask.writer, ask.question, asked)
            follow_up = FollowUp(condensed) if condensed else follow_up
        return self._limited(follow_up, ask.filters, previous)

    def _short_answer(self, ask: Ask, kept: Mapping[str, str], question: str) -> str | None:
        """What the archive answers to an earlier question of the conversation; None when it does not.

        Args:
            kept: the receipts of this conversation, by standalone question.
        """
        known = self._receipt(kept.get(question))
        alone = replace(ask, question=question, history=(), conversation_id=None, writer=EXTRACTIVE)
        answer = known or self._answer(alone)
        return answer.short_answer if answer.citations else None

    def again(self, receipt: Receipt, filters: SearchFilters, previous_id: str | None) -> Understood:
        """The question of an answer given before, as it was understood then."""
        previous = self._receipt(previous_id)
        follow_up = FollowUp(receipt.answer.standalone_question, asks_speaker=previous is not None)
        return self._limited(follow_up, filters, previous)

    def _limited(self, follow_up: FollowUp, filters: SearchFilters, previous: Answer | None) -> Understood:
        asked = _CONTRACTED.sub(r"\g<word> is", follow_up.standalone)
        question = analyse(asked, known_sources=self._archive.sources())
        if question.as_of:
            filters = replace(filters, as_of=min(filters.as_of or question.as_of, question.as_of))
            question = analyse(_LIMIT.sub("", question.text), known_sources=question.sources)
        reporter = _REPORTER.search(question.text)
        outlets = named_outlets(reporter["who"], question.sources) if reporter else ()
        if outlets and not filters.sources:
            filters = replace(filters, sources=outlets)
            question = analyse(_REPORTER.sub("", question.text, count=1))
        return Understood(follow_up, question, filters, previous)

    def _receipt(self, answer_id: str | None) -> Answer | None:
        """None, too, when it was forgotten: the follow-up is then answered like any other question."""
        return self._archive.receipts.find(answer_id) if answer_id else None
