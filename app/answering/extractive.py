"""The extractive writer: a short answer and the verbatim sentences it rests on, with outlet and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.answering.draft import NOTHING, Draft, Quote, Statement, origin_of
from app.answering.evidence import Sentence
from app.answering.focus import Focus
from app.answering.markers import numbers_in
from app.answering.offices import asked_office, office_is_known
from app.answering.roles import asks_holder
from app.answering.said_by import asks_who_said, reason_in, write_said
from app.answering.sentences import Ranked, rank_sentences, term_weights
from app.answering.short_answer import ShortAnswer, short_answers
from app.answering.support import coverage, first_supported, first_supported_sentence, is_covered, supported
from app.answering.trimming import balanced, is_dateline, main_clause, shown_span
from app.models import Article, Span

_WORD_BUDGET = 75
_MOST_OTHERS = 2
_MOST_CONFIRMATIONS = 1
_LEAST_SHARE = 0.5
_SURE_OF_THINGS = 0.9
"""Share of the question's words around a sentence from which it needs no company."""
_LOOKED_AT = 3
_SENTENCE_WORDS = 26
_LEAST_SENTENCE_WORDS = 6
_SAME_SHARE = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The sentences found for one question, ranked, and the short answer they support best; None when they do not."""

    focus: Focus
    weights: Mapping[str, float]
    ranked: Sequence[Ranked]
    answer: ShortAnswer | None

    def at(self, article: Article, span: Span) -> Ranked | None:
        """The sentence read inside the span that is nearest to the question; None when none was read there."""
        for entry in self.ranked:
            sentence = entry.sentence
            same = sentence.article.article_id == article.article_id
            if same and sentence.span.start < span.end and span.start < sentence.span.end:
                return entry
        return None


def read(focus: Focus, sentences: Sequence[Sentence], *, as_of: str | None) -> Reading:
    """Rank the sentences and pick the short answer.

    Args:
        as_of: the day asked about, None when no day was given.
    """
    sentences = [sentence for sentence in sentences if not is_dateline(sentence.text)]
    weights = term_weights(focus, sentences)
    ranked = rank_sentences(focus, sentences, weights, as_of=as_of)
    return Reading(focus, weights, ranked, first_supported(focus, short_answers(focus, ranked, weights), weights))


def write_extract(reading: Reading, *, today: str) -> Draft:
    """An answer from the sentences found; ``NOTHING`` when none of them is about the question.

    Args:
        today: the day that "is" means in a question on who holds an office.
    """
    focus, answer, ranked = reading.focus, reading.answer, reading.ranked
    first = reason_in(focus, ranked, reading.weights)
    first = first or first_supported_sentence(focus, ranked[:_LOOKED_AT], reading.weights)
    said = write_said(first) if first and asks_who_said(focus) else None
    if said:
        return said
    if answer is None and (focus.kind == "number" or asks_holder(focus) or first is None):
        return NOTHING
    office = asked_office(focus.ask)
    if office and not (answer and office_is_known(office, answer, today)):
        return NOTHING
    if answer and (first is None or focus.kind != "thing"):
        return _answered(answer, reading)
    return _told(first, reading) if first else NOTHING


def _answered(answer: ShortAnswer, reading: Reading) -> Draft:
    """The short answer first, then the sentence that gives it; others where they confirm it or where it is unsure."""
    sentence = answer.sentence
    lead = Statement(
        f"{answer.text[:1].upper()}{answer.text[1:]}.",
        (Quote(sentence.article, sentence.span),),
        origin_of(sentence.article),
    )
    sure = is_covered(sentence, reading.weights)
    others = _confirmations(answer, reading) if sure else _others(reading.ranked, [sentence])
    told = _statements([sentence, *others], {sentence.key: answer.span}, len(lead.shown.split()), sentence)
    return Draft(answer.text, (lead, *told))


def _confirmations(answer: ShortAnswer, reading: Reading) -> list[Sentence]:
    """Sentences of other articles that give the same answer to the same question."""
    own = answer.sentence.article.article_id
    return [
        sentence
        for sentence in answer.mentions
        if sentence.article.article_id != own
        and len(sentence.words) >= _LEAST_SENTENCE_WORDS
        and not numbers_in(sentence.text)
        and not _alike(sentence, answer.sentence)
        and is_covered(sentence, reading.weights)
        and supported(reading.focus, sentence, reading.weights)
    ][:_MOST_CONFIRMATIONS]


def _told(nearest: Sentence, reading: Reading) -> Draft:
    """The nearest sentences, for a question whose answer is no name, number or day."""
    answer = reading.answer
    sure = bool(reading.focus.named_thing) or coverage(nearest, reading.weights) >= _SURE_OF_THINGS
    chosen = [nearest, *([] if sure else _others(reading.ranked, [nearest]))]
    told = _statements(chosen, {}, 0, None)
    first = told[0].text
    return Draft(answer.text if answer and answer.text in first else first.rstrip("."), tuple(told))


def _others(ranked: Sequence[Ranked], chosen: list[Sentence]) -> list[Sentence]:
    """The next sentences that say something else and are sentences, best first."""
    found: list[Sentence] = []
    least = _LEAST_SHARE * max(entry.score for entry in ranked)
    for entry in ranked:
        sentence = entry.sentence
        if len(found) >= _MOST_OTHERS or entry.score < least:
            break
        if numbers_in(sentence.text):  # "[2]" of the article itself would read as our marker
            continue
        if len(sentence.words) < _LEAST_SENTENCE_WORDS or any(_alike(sentence, other) for other in (*chosen, *found)):
            continue
        found.append(sentence)
    return found


def _alike(left: Sentence, right: Sentence) -> bool:
    if left.key == right.key:
        return True
    return len(left.stems & right.stems) > _SAME_SHARE * min(len(left.stems), len(right.stems))


def _statements(
    chosen: Sequence[Sentence], keep: Mapping[tuple[str, int], Span], words: int, led_by: Sentence | None
) -> list[Statement]:
    """Sentences as statements until the word budget is spent; each names its outlet unless the one before did."""
    statements: list[Statement] = []
    article = led_by.article if led_by else None
    for sentence in chosen:
        kept = keep.get(sentence.key)
        text = _shown(sentence, kept)
        if statements and words + len(text.split()) > _WORD_BUDGET:
            continue
        origin = "" if sentence.article is article else origin_of(sentence.article)
        article = sentence.article
        statements.append(Statement(text, (Quote(sentence.article, sentence.span),), origin))
        words += len(statements[-1].shown.split())
    return statements


def _shown(sentence: Sentence, kept: Span | None) -> str:
    body = sentence.article.text
    span = shown_span(body, sentence.span)
    keep = Span(kept.start + sentence.span.start, kept.end + sentence.span.start) if kept else None
    span = main_clause(body, span, keep, _SENTENCE_WORDS)
    text = balanced(" ".join(body[span.start : span.end].split()))
    return text if text.endswith((".", "!", "?", "”", '"', "…", ":")) else f"{text}."
