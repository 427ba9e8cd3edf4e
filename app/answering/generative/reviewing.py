"""What checking leaves of a chat model's reply: supported claims with their spans, figures, and a short answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from app.answering.checking.claimed_figures import misapplied, with_figures
from app.answering.checking.grounding import Acceptance, Claimed, Grounded, claims_in, ground
from app.answering.checking.markers import mark
from app.answering.checking.overstatement import says_more
from app.answering.checking.statements import REFUSED, Checked, figures_in, judgement
from app.answering.checking.wording import changes_subject
from app.answering.draft import Statement
from app.answering.generative.context import dated, in_own_words, said_once, with_context
from app.answering.generative.relevance import Relevance, is_bare, repeats
from app.answering.generative.reply import Reply
from app.answering.generative.short_form import as_printed, as_sentence, says, short_form
from app.answering.generative.task import Task
from app.answering.reading.evidence import Sentence, sentences_of
from app.models import Passage, Verdict

_LEANS_BACK = re.compile(r"(?:It|He|She|They|This|These|Those|His|Her|Its|Their)\b")


class Entailment(Protocol):
    """A model that judges whether a text supports a claim."""

    def score(self, text: str, claim: str) -> float:
        """How surely the text supports the claim, in [0, 1]."""
        ...


class Reviewer:
    """Holds a model's words against the archive.

    Args:
        keep_unsupported: keep claims that the archive does not support, with their verdict, instead of dropping them.
        entailment: has the last word on claims that are supported by their words; None leaves it to the words.
        least_entailment: a claim with a lower score is not supported.
    """

    def __init__(
        self, *, keep_unsupported: bool = False, entailment: Entailment | None = None, least_entailment: float = 0.5
    ) -> None:
        self._keep_unsupported = keep_unsupported
        self._entailment = entailment
        self._least_entailment = least_entailment

    def review(self, reply: Reply, task: Task, shown: Sequence[Passage]) -> Checked:
        """The checked answer; a refusal when nothing supported answers the question.

        Args:
            shown: the passages as the model saw them, numbered from 1.
        """
        sentences = sentences_of(task.passages, lambda passage: task.article_of(passage.article_id, passage.version))
        relevance = Relevance(task.question, sentences)
        grounded = self._grounded(reply, task, sentences, shown, relevance) if reply.supported else []
        judged = tuple(judgement(*one) for one in grounded)
        supported = [one.statement for one in grounded if one.verdict == "supported"]
        if not relevance.answers(supported, reply.short_answer):
            return replace(REFUSED, judged=judged)
        return replace(self._told(reply, task, grounded, sentences), judged=judged)

    def _grounded(
        self, reply: Reply, task: Task, sentences: Sequence[Sentence], shown: Sequence[Passage], relevance: Relevance
    ) -> list[Grounded]:
        """Every claim judged; the short answer leads as a claim of its own where no supported claim says it.

        Where only a failed claim says it, the bare name of that claim is told if extracts would name the same.
        """
        accepts = partial(self._accepts, task, relevance)
        judge = partial(ground, passages=shown, question=task.question, accepts=accepts)
        grounded: list[Grounded] = []
        for claim in claims_in(reply.answer, reply.citations, len(shown)):
            grounded.append(judge(claim, _readable(claim, grounded, sentences)))
        own_words = partial(
            in_own_words,
            sentences=sentences,
            short_answer=reply.short_answer,
            today=task.asked_day,
            stands_alone=relevance.is_of_the_asked,
        )
        told = own_words(grounded)
        named = next(iter(claims_in(as_sentence(reply.short_answer), reply.citations, len(shown))), None)
        if named is None or any(one.verdict == "supported" and says(one.statement, reply.short_answer) for one in told):
            return told
        said = [one for one in grounded if says(one.statement, reply.short_answer)]
        failed = any(not is_bare(one.statement.text) and one.verdict != "supported" for one in said)
        if failed and not relevance.is_read(reply.short_answer, as_of=task.as_of):
            return told
        short = judge(named, sentences)
        if short.verdict == "supported":
            printed = as_printed(reply.short_answer, task.question, [short.statement])
            whole = judge(Claimed(as_sentence(printed), named.cited), sentences)
            short = whole if whole.verdict == "supported" else short
        return own_words([short, *(one for one in grounded if one.statement.text != short.statement.text)])

    def _accepts(self, task: Task, relevance: Relevance, statement: Statement) -> Acceptance:
        if changes_subject(statement) or not relevance.is_timely(statement, task.asked_day):
            return Acceptance(False)
        keys = [(quote.article.article_id, quote.article.version) for quote in statement.quotes]
        if misapplied(statement.text, statement.quotes, task.records_of(keys)):
            return Acceptance(False)
        quotes = [quote.text for quote in statement.quotes]
        if is_bare(statement.text):
            if repeats(statement.text, task.question) or not relevance.is_about(statement):
                return Acceptance(False)
        elif says_more(statement, task.question, task.today):
            return Acceptance(False)
        if self._entailment is None:
            return Acceptance(True)
        score = self._entailment.score(" ".join(quotes), statement.text)
        return Acceptance(score >= self._least_entailment, round(score, 4))

    def _told(self, reply: Reply, task: Task, grounded: Sequence[Grounded], sentences: Sequence[Sentence]) -> Checked:
        """The claims in the model's order, with the figures that code resolved for the same question."""
        kept = said_once(
            [one for one in grounded if one.verdict == "supported" or self._keep_unsupported], task.figures
        )
        if not task.figures:
            kept = with_context(kept, sentences)
        told = with_figures(dated([one.statement for one in kept], task.today), task.figures)
        statements = [*told.leading, *told.claims, *told.closing]
        verdicts: list[Verdict] = ["supported"] * len(statements)
        verdicts[len(told.leading) : len(told.leading) + len(kept)] = [one.verdict for one in kept]
        marked = mark(statements, verdicts)
        return Checked(
            status="conflicting" if any(map(_disagrees, task.figures)) else "answered",
            short_answer=self._short(reply, task, grounded, sentences),
            text=marked.text,
            claims=marked.claims,
            citations=marked.citations,
            figures=figures_in(statements),
        )

    def _short(self, reply: Reply, task: Task, grounded: Sequence[Grounded], sentences: Sequence[Sentence]) -> str:
        """The current figure as code read it; for other questions the model's own words where a quote has them."""
        if task.figures:
            return task.draft().short_answer
        supported = [one.statement for one in grounded if one.verdict == "supported"]
        return short_form(task.question, reply.short_answer, supported, sentences)


def _readable(claim: Claimed, before: Sequence[Grounded], sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Where a claim may stand: "It …" only in the articles of the claim before, nowhere when that one is dropped."""
    if not before or not _LEANS_BACK.match(claim.text):
        return sentences
    own = (
        {quote.article.article_id for quote in before[-1].statement.quotes} if before[-1].verdict == "supported" else ()
    )
    return [sentence for sentence in sentences if sentence.article.article_id in own]


def _disagrees(figure: Statement) -> bool:
    return figure.figure is not None and figure.figure.status == "conflicting"
