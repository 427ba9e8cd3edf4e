"""Cut an article into chunks: verbatim slices of whole sentences, small enough for the embedding model.

About 60 words find best (hit within 300 words, dense with the title in front: 0.75 against 0.70 for the usual
1,000 characters). Chunks do not overlap: every character that is not white space lies in exactly one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from app.archive.sentences import sentence_spans
from app.models import Article, Chunk, Span

__all__ = ["CHUNKER_VERSION", "chunk_article", "embedded_text", "sentence_spans"]

CHUNKER_VERSION = "sentences-60.v2"
"""Recorded with the archive: a change of chunk borders or of :func:`embedded_text` needs a new value."""

SPECIAL_TOKENS = 8
"""Room kept for the tokens a model adds at both ends and for a short prefix such as ``passage:``."""

LONGEST_TITLE = 160
"""Code points of a title that go in front of each chunk; the longest that leaves most of a window to the text."""

CountTokens = Callable[[Sequence[str]], list[int]]

_WORD = re.compile(r"\S+")


def chunk_article(
    article: Article, count_tokens: CountTokens, *, max_tokens: int = 256, target_words: int = 60
) -> list[Chunk]:
    """Chunks of about ``target_words`` words in the order of the text; none for a text of white space.

    Args:
        article: the article with its final text and version.
        count_tokens: tokens of each text without special tokens, as the embedding model counts them.
        max_tokens: the model's window. The embedded text of every chunk fits it; a chunk of a single
            character is never cut, whatever its tokens.
        target_words: where the chunk ends; a sentence of more than twice as many words is cut inside.
    """
    text = article.text
    pieces = (
        piece
        for sentence in sentence_spans(text, article.language or "en")
        for piece in _cut_by_words(text, sentence, target_words)
    )
    spans = list(_packed(text, pieces, target_words))
    room = max_tokens - SPECIAL_TOKENS - count_tokens([_front(article)])[0]
    return [
        Chunk(article.article_id, article.version, start, end, text[start:end])
        for start, end in _fitted(text, spans, count_tokens, room)
    ]


def embedded_text(article: Article, chunk: Chunk) -> str:
    """What is embedded for ``chunk``: the title in front, then the chunk as it is.

    Outlet and day are left to the word index and the filters: in front of every chunk they pull the chunks of one
    outlet together and cost hits within 300 words.
    """
    return f"{_front(article)}{chunk.text}"


def _front(article: Article) -> str:
    return f"{article.title[:LONGEST_TITLE]}\n" if article.title else ""


def _packed(text: str, pieces: Iterator[Span], target_words: int) -> Iterator[Span]:
    """Neighbouring pieces joined until one more would lead further from the target."""
    start = end = words = 0
    for piece in pieces:
        more = _count_words(text, piece)
        if words and abs(words + more - target_words) > abs(words - target_words):
            yield Span(start, end)
            words = 0
        if not words:
            start = piece.start
        end, words = piece.end, words + more
    if words:
        yield Span(start, end)


def _cut_by_words(text: str, span: Span, target_words: int) -> Iterator[Span]:
    """The span itself, or parts of equal word counts near the target if it has over twice as many."""
    words = list(_WORD.finditer(text, span.start, span.end))
    parts = round(len(words) / target_words) if len(words) > 2 * target_words else 1
    starts = [len(words) * part // parts for part in range(parts + 1)]
    for first, following in pairwise(starts):
        yield Span(words[first].start(), words[following - 1].end())


def _fitted(text: str, spans: Sequence[Span], count_tokens: CountTokens, room: int) -> Iterator[Span]:
    """The spans, with those of more than ``room`` tokens halved until they fit."""
    counts = count_tokens([text[start:end] for start, end in spans]) if spans else []
    for span, tokens in zip(spans, counts, strict=True):
        if tokens <= room or span.end - span.start == 1:
            yield span
        else:
            yield from _fitted(text, _halves(text, span), count_tokens, room)


def _halves(text: str, span: Span) -> list[Span]:
    """Two parts, cut at the sentence or else the word border nearest the middle, or inside a single word."""
    middle = (span.start + span.end) // 2
    sentences = [
        Span(span.start + start, span.start + end) for start, end in sentence_spans(text[span.start : span.end])
    ]
    words = [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]
    parts = sentences if len(sentences) > 1 else words
    if len(parts) == 1:
        return [Span(span.start, middle), Span(middle, span.end)]
    left, right = min(pairwise(parts), key=lambda pair: abs(pair[0].end + pair[1].start - 2 * middle))
    return [Span(span.start, left.end), Span(right.start, span.end)]


def _count_words(text: str, span: Span) -> int:
    return sum(1 for _ in _WORD.finditer(text, span.start, span.end))
