"""What was read for one question: the sentences nearest to it and the short answer they support."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.meaning import Likeness
from app.answering.reading.predicates import names_what_is_done_to, says_the_deed
from app.answering.reading.sentences import Ranked, rank_sentences, term_weights
from app.answering.reading.short_answer import ShortAnswer, short_answers
from app.answering.reading.support import first_supported, is_covered, tells_the_deed
from app.answering.reading.trimming import is_dateline
from app.figures.records import FigureRecord
from app.models import Article, Span

_LOOKED_AT = 3
"""Sentences, best first, that may tell the deed asked about without a day."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The sentences found for one question, ranked, and the short answer they support best; None when they do not.

    ``phrases`` are the best phrases of the asked kind, whether they are supported or not.
    """

    focus: Focus
    weights: Mapping[str, float]
    ranked: Sequence[Ranked]
    answer: ShortAnswer | None
    phrases: Sequence[ShortAnswer]

    def leads_with(self, record: FigureRecord) -> bool:
        """Whether the short answer is the number of the record."""
        if self.answer is None or self.answer.sentence.article.article_id != record.article_id:
            return False
        return record.span.start <= self.answer.sentence.span.start + self.answer.span.start < record.span.end

    def at(self, article: Article, span: Span) -> Ranked | None:
        """The sentence read inside the span that is nearest to the question; None when none was read there."""
        for entry in self.ranked:
            sentence = entry.sentence
            same = sentence.article.article_id == article.article_id
            if same and sentence.span.start < span.end and span.start < sentence.span.end:
                return entry
        return None


def read(
    focus: Focus, sentences: Sequence[Sentence], *, as_of: str | None, likeness: Likeness | None = None
) -> Reading:
    """Rank the sentences and pick the short answer.

    Args:
        as_of: the day asked about, None when no day was given.
        likeness: compares phrases in meaning; without it their form and place decide.
    """
    sentences = [sentence for sentence in sentences if not is_dateline(sentence.text)]
    weights = term_weights(focus, sentences)
    ranked = rank_sentences(focus, sentences, weights, as_of=as_of)
    phrases = short_answers(focus, ranked, weights, likeness=likeness)
    answer = first_supported(focus, phrases, weights) if tells_the_deed(focus, sentences) else None
    if answer and focus.kind == "date" and _is_of_another_deed(focus, answer, ranked, weights):
        answer = None
    return Reading(focus, weights, ranked, answer, phrases)


def _is_of_another_deed(
    focus: Focus, answer: ShortAnswer, ranked: Sequence[Ranked], weights: Mapping[str, float]
) -> bool:
    """Whether the day is that of something else, because the deed asked about is told elsewhere, without a day."""
    if not any(names_what_is_done_to(focus, sentence) for sentence in answer.mentions):
        return True
    if any(says_the_deed(focus, sentence) for sentence in answer.mentions):
        return False
    told = (entry.sentence for entry in ranked[:_LOOKED_AT] if says_the_deed(focus, entry.sentence))
    return any(is_covered(sentence, weights) for sentence in told)
