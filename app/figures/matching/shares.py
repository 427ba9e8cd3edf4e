"""What a percentage is of: the words that its own part of the sentence says."""

from __future__ import annotations

from collections.abc import Sequence

from app.figures.matching.candidate import Candidate
from app.figures.names import name_keys, names_it
from app.figures.reading.numbers import read_numbers
from app.models import Span

_LEADS_UP = 0.6
"""What a word in front of a share counts against one behind it."""


def nearest_shares(words: Sequence[str], found: Sequence[Candidate]) -> list[Candidate]:
    """Those beside which some of the question's ``words`` stand, of one sentence those with most of them.

    "30 percent fewer cattle and 60 percent less poultry" has one share of poultry.
    """
    said = {candidate: _said_beside(words, candidate) for candidate in found}
    if not any(said.values()):
        return list(found)
    most: dict[tuple[str, Span], float] = {}
    for candidate, count in said.items():
        most[candidate.sentence] = max(count, most.get(candidate.sentence, 0.0))
    return [candidate for candidate, count in said.items() if 0 < count == most[candidate.sentence]]


def _said_beside(words: Sequence[str], candidate: Candidate) -> float:
    """What stands behind a share counts more than what leads up to it: a share is of what follows."""
    record, text = candidate.record, candidate.article.text
    start, end = record.sentence
    shares = [reading.span for reading in read_numbers(text[start:end]) if reading.unit == "percent"]
    first = max((start + span.end for span in shares if start + span.end <= record.span.start), default=start)
    last = min((start + span.start for span in shares if start + span.start >= record.span.end), default=end)
    before, behind = name_keys(text[first : record.span.start]), name_keys(text[record.span.end : last])
    return sum(1.0 if names_it(word, behind) else _LEADS_UP * names_it(word, before) for word in words)
