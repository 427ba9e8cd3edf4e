"""What a chat model gets to read of the passages found: the sentences nearest to the question, within a word budget.

Small models lose the answer in long prompts, and every model is paid or waited for by the word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from app.answering.extractive.reading import read
from app.answering.reading.evidence import Sentence, sentences_of
from app.answering.reading.focus import focus_of
from app.models import Article, ArticleKey, Passage, Span

_BETWEEN_CHARS = 3
"""Excerpts of one article that stand so near to one another are one."""


def excerpts(
    question: str,
    passages: Sequence[Passage],
    article_of: Callable[[str, int], Article],
    *,
    as_of: str | None,
    most_words: int,
) -> list[Passage]:
    """Verbatim slices around the nearest sentences, nearest first, each sentence with the one before it.

    Args:
        passages: best first; at least one.
        as_of: the day asked about, None when no day was given.
        most_words: of all slices together; the first one is given whatever its length.
    """
    sentences = sentences_of(passages, lambda passage: article_of(passage.article_id, passage.version))
    before = _sentences_before(sentences)
    chosen: list[tuple[ArticleKey, Span]] = []
    for sentence in _nearest(question, sentences, as_of):
        key, first = _key(sentence), before.get(sentence.key, sentence)
        grown = _with(chosen, key, Span(first.span.start, sentence.span.end))
        if chosen and sum(_words(article_of(*key), span) for key, span in grown) > most_words:
            break
        chosen = grown
    origin = {(passage.article_id, passage.version): passage for passage in reversed(passages)}
    return [_slice(origin[key], article_of(*key), span) for key, span in chosen] or list(passages[:1])


def _nearest(question: str, sentences: Sequence[Sentence], as_of: str | None) -> list[Sentence]:
    """All sentences, nearest first; the one that holds the best short answer leads."""
    reading = read(focus_of(question), sentences, as_of=as_of)
    leading = [reading.answer.sentence] if reading.answer else []
    return [*leading, *(entry.sentence for entry in reading.ranked)]


def _sentences_before(sentences: Sequence[Sentence]) -> dict[tuple[str, int], Sentence]:
    """For each sentence that has one, the sentence that leads up to it in the same paragraph."""
    ordered = sorted(sentences, key=lambda sentence: (sentence.key, sentence.span.end))
    return {
        later.key: earlier
        for earlier, later in pairwise(ordered)
        if _key(earlier) == _key(later)
        and earlier.article.text[earlier.span.end : later.span.start].isspace()
        and "\n" not in earlier.article.text[earlier.span.end : later.span.start]
    }


def _with(chosen: Sequence[tuple[ArticleKey, Span]], key: ArticleKey, span: Span) -> list[tuple[ArticleKey, Span]]:
    """The slices with one more; those of the same article that it touches become one in the place of the first."""
    near = [other for other in chosen if other[0] == key and _touch(other[1], span)]
    joined = Span(
        min(s.start for s in (span, *(o[1] for o in near))), max(s.end for s in (span, *(o[1] for o in near)))
    )
    if not near:
        return [*chosen, (key, span)]
    return [(key, joined) if other is near[0] else other for other in chosen if other not in near[1:]]


def _touch(left: Span, right: Span) -> bool:
    return left.start <= right.end + _BETWEEN_CHARS and right.start <= left.end + _BETWEEN_CHARS


def _words(article: Article, span: Span) -> int:
    return len(article.text[span.start : span.end].split())


def _key(sentence: Sentence) -> ArticleKey:
    return sentence.article.article_id, sentence.article.version


def _slice(passage: Passage, article: Article, span: Span) -> Passage:
    return replace(passage, start=span.start, end=span.end, text=article.text[span.start : span.end])
