"""Sentences that may carry an answer: those of the passages found, and their neighbours in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.answering.reading.words import Word, all_stems_of, words_of
from app.archive.sentences import sentence_spans
from app.models import Article, Passage, Span

_WINDOW = 300
"""Code points read on each side of a passage for its neighbours: about two sentences of news."""
_NEIGHBOUR_SHARE = 0.8
_LEAST_SHARE = 0.1
_BEFORE, _AFTER = 2, 1


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a stored article, with what stands around it.

    Attributes:
        span: its place in ``article.text``.
        score: of the passage it comes from, the best passage being 1; a little less for a neighbour.
        around: stems of the two sentences before and of the one after.
    """

    article: Article
    span: Span
    text: str
    stems: frozenset[str]
    around: frozenset[str]
    score: float

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words with their places in ``text``."""
        return words_of(self.text)

    @property
    def key(self) -> tuple[str, int]:
        return self.article.article_id, self.span.start


def sentences_of(passages: Sequence[Passage], article_of: Callable[[Passage], Article]) -> list[Sentence]:
    """All sentences of the passages and their neighbours, each once, in order of their passages.

    Args:
        passages: best first; scores at or above 0.
        article_of: the article version that a passage comes from.
    """
    best = max((passage.score for passage in passages), default=0.0)
    readers: dict[tuple[str, int], _Reader] = {}
    found: dict[tuple[str, int], Sentence] = {}
    for passage in passages:
        key = (passage.article_id, passage.version)
        reader = readers.setdefault(key, _Reader(article_of(passage)))
        for sentence in reader.around(passage, max(_LEAST_SHARE, passage.score / best) if best > 0 else 1.0):
            known = found.get(sentence.key)
            if known is None or known.score < sentence.score:
                found[sentence.key] = sentence
    return list(found.values())


class _Reader:
    """One article, cut into sentences and words only where passages were found."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._stems: dict[Span, frozenset[str]] = {}

    def around(self, passage: Passage, share: float) -> Iterator[Sentence]:
        """The sentences that the passage touches, the one before and the one after."""
        spans = self._spans(passage)
        inside = [place for place, span in enumerate(spans) if span.start < passage.end and span.end > passage.start]
        if not inside:
            return
        for place in range(max(0, inside[0] - 1), min(len(spans), inside[-1] + 2)):
            yield self._sentence(spans, place, share if place in inside else share * _NEIGHBOUR_SHARE)

    def _spans(self, passage: Passage) -> list[Span]:
        """Sentences of the whole lines around the passage, so that they are cut as in the whole article."""
        text = self._article.text
        start = text.rfind("\n", 0, max(0, passage.start - _WINDOW)) + 1
        end = text.find("\n", min(len(text), passage.end + _WINDOW))
        window = text[start : end if end >= 0 else len(text)]
        return [Span(span.start + start, span.end + start) for span in sentence_spans(window)]

    def _sentence(self, spans: Sequence[Span], place: int, score: float) -> Sentence:
        near = (*spans[max(0, place - _BEFORE) : place], *spans[place + 1 : place + 1 + _AFTER])
        span = spans[place]
        stems = self._stems_at(span)
        return Sentence(
            article=self._article,
            span=span,
            text=self._article.text[span.start : span.end],
            stems=stems,
            around=frozenset().union(*(self._stems_at(other) for other in near)),
            score=score,
        )

    def _stems_at(self, span: Span) -> frozenset[str]:
        if span not in self._stems:
            self._stems[span] = all_stems_of(self._article.text[span.start : span.end])
        return self._stems[span]
