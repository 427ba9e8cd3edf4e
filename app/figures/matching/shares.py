"""What a percentage is of: the words that its own part of the sentence says."""

from __future__ import annotations

from collections.abc import Sequence

from app.figures.matching.candidate import Candidate
from app.figures.names import name_keys, names_it
from app.figures.reading.numbers import read_numbers

_LEADS_UP = 0.6


def nearest_shares(words: Sequence[str], found: Sequence[Candidate]) -> list[Candidate]:
    """Those with the most of the question's ``words`` between the shares beside them: "60 percent less poultry"."""
    said = [_said_beside(words, candidate) for candidate in found]
    return [candidate for candidate, count in zip(found, said, strict=True) if count == max(said)]


def _said_beside(words: Sequence[str], candidate: Candidate) -> float:
    """What stands behind a share counts more than what leads up to it: a share is of what follows."""
    record, text = candidate.record, candidate.article.text
    start, end = record.sentence
    shares = [reading.span for reading in read_numbers(text[start:end]) if reading.unit == "percent"]
    first = max((start + span.end for span in shares if start + span.end <= record.span.start), default=start)
    last = min((start + span.start for span in shares if start + span.start >= record.span.end), default=end)
    before, behind = name_keys(text[first : record.span.start]), name_keys(text[record.span.end : last])
    return sum(1.0 if names_it(word, behind) else _LEADS_UP * names_it(word, before) for word in words)
