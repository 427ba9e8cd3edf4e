"""Sentences of articles as statements of an answer: shortened to their main clause, with outlet and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.answering.checking.markers import numbers_in
from app.answering.draft import Draft, Quote, Statement, origin_of
from app.answering.reading.evidence import Sentence
from app.answering.reading.trimming import balanced, main_clause, shown_span
from app.models import Span

_WORD_BUDGET = 75
_SENTENCE_WORDS = 26
_LEAST_SENTENCE_WORDS = 6
_SAME_SHARE = 0.6


def is_tellable(sentence: Sentence) -> bool:
    """Whether it can stand in an answer: long enough, and no "[2]" of its own that would read as our marker."""
    return len(sentence.words) >= _LEAST_SENTENCE_WORDS and not numbers_in(sentence.text)


def alike(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences are one, or say much the same in much the same words."""
    if left.key == right.key:
        return True
    return len(left.stems & right.stems) > _SAME_SHARE * min(len(left.stems), len(right.stems))


def told_alone(sentence: Sentence) -> Draft:
    """One sentence as the whole answer."""
    told = statements_of([sentence])
    return Draft(told[0].text.rstrip("."), tuple(told))


def statements_of(
    chosen: Sequence[Sentence],
    keep: Mapping[tuple[str, int], Span] | None = None,
    *,
    words: int = 0,
    led_by: Sentence | None = None,
) -> list[Statement]:
    """Sentences as statements until the word budget is spent; each names its outlet unless the one before did.

    Args:
        keep: the span of a sentence that must survive its shortening, by ``Sentence.key``.
        words: how many of the budget are spent already.
        led_by: the sentence that stands in front of them.
    """
    keep = keep or {}
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
