"""Sentences that may carry an answer: those of the passages found, and their neighbours in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.answering.words import Word, words_of
from app.archive.sentences import sentence_spans
from app.models import Article, Passage, Span

_WINDOW = 600
"""Code points read on each side of a passage for its neighbours: two to four sentences of news."""
_NEIGHBOUR_SHARE = 0.8
_BEFORE, _AFTER = 2, 1


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a stored article, with what stands around it.

    Attributes:
        span: its place in ``article.text``.
        score: of the passage it comes from, the best passage being 1; a little less for a neighbour.
        order: its place among the sentences read from its article.
        around: stems of the two sentences before and of the one after.
    """

    article: Article
    span: Span
    text: str
    words: tuple[Word, ...]
    stems: frozenset[str]
    around: frozenset[str]
    score: float
    order: int

    @property
    def key(self) -> tuple[str, int]:
        return self.article.article_id, self.span.start


@dataclass(frozen=True, slots=True)
class _Read:
    """The part of an article read around one passage, cut into sentences."""

    spans: tuple[Span, ...]
    words: tuple[tuple[Word, ...], ...]


def sentences_of(passages: Sequence[Passage], article_of: Callable[[Passage], Article]) -> list[Sentence]:
    """All sentences of the passages and their neighbours, each once, in order of their passages.

    Args:
        passages: best first; scores at or above 0.
        article_of: the article version that a passage comes from.
    """
    best = max((passage.score for passage in passages), default=0.0)
    found: dict[tuple[str, int], Sentence] = {}
    for passage in passages:
        share = passage.score / best if best > 0 else 1.0
        for sentence in _sentences_around(passage, article_of(passage), share):
            known = found.get(sentence.key)
            if known is None or known.score < sentence.score:
                found[sentence.key] = sentence
    return list(found.values())


def _sentences_around(passage: Passage, article: Article, share: float) -> Iterable[Sentence]:
    read = _read(article, passage)
    stems = [frozenset(word.stem for word in words) for words in read.words]
    inside = [place for place, span in enumerate(read.spans) if span.start < passage.end and span.end > passage.start]
    if not inside:
        return
    for place in range(max(0, inside[0] - 1), min(len(read.spans), inside[-1] + 2)):
        span = read.spans[place]
        near = [*range(max(0, place - _BEFORE), place), *range(place + 1, min(len(stems), place + 1 + _AFTER))]
        yield Sentence(
            article=article,
            span=span,
            text=article.text[span.start : span.end],
            words=read.words[place],
            stems=stems[place],
            around=frozenset().union(*(stems[other] for other in near)),
            score=share if place in inside else share * _NEIGHBOUR_SHARE,
            order=span.start,
        )


def _read(article: Article, passage: Passage) -> _Read:
    """Whole lines around the passage, so that its sentences are cut as in the whole article."""
    start = article.text.rfind("\n", 0, max(0, passage.start - _WINDOW)) + 1
    end = article.text.find("\n", min(len(article.text), passage.end + _WINDOW))
    window = article.text[start : end if end >= 0 else len(article.text)]
    spans = tuple(Span(span.start + start, span.end + start) for span in sentence_spans(window))
    return _Read(spans, tuple(words_of(article.text[span.start : span.end]) for span in spans))
