"""Which sentences are nearest to a question.

A sentence earns the weight of each question word it holds, a share of it for words that only stand around it or in
its title, and all of that in proportion to the score of its passage. Weights grow with the rarity of the word among
the sentences read, because what stands in all of them tells nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.answering.evidence import Sentence
from app.answering.focus import Focus
from app.answering.words import stems_of

_AROUND_SHARE = 0.45
_TITLE_SHARE = 0.4
_PASSAGE_POWER = 3.0
_AGE_LOSS = 0.4
_UNDATED = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A sentence and how near it is to the question: ``score`` and ``own`` (its own words alone) lie in [0, 1]."""

    sentence: Sentence
    score: float
    own: float


def term_weights(focus: Focus, sentences: Sequence[Sentence]) -> dict[str, float]:
    """The weight of every question word among these sentences; they sum to 1 (or there are none)."""
    count = Counter(stem for sentence in sentences for stem in focus.weights.keys() & sentence.stems)
    total = len(sentences)
    weights = {
        stem: weight * (math.log(1 + (total + 1) / (count[stem] + 0.5)) if count[stem] else math.log(2 * total + 2) / 2)
        for stem, weight in focus.weights.items()
    }
    whole = sum(weights.values())
    return {stem: weight / whole for stem, weight in weights.items()} if whole else {}


def rank_sentences(
    focus: Focus, sentences: Sequence[Sentence], weights: Mapping[str, float], *, as_of: str | None = None
) -> list[Ranked]:
    """The sentences, nearest first; ties keep their order.

    Args:
        as_of: the day asked about; a question on "this week" then prefers articles of the weeks before it.
    """
    day = as_of if focus.about_now else None
    titles = {sentence.article.article_id: stems_of(sentence.article.title) for sentence in sentences}
    ranked = [_rank(sentence, titles[sentence.article.article_id], weights, day) for sentence in sentences]
    return sorted(ranked, key=lambda entry: -entry.score)


def _rank(sentence: Sentence, title: frozenset[str], weights: Mapping[str, float], day: str | None) -> Ranked:
    own = around = in_title = 0.0
    for stem, weight in weights.items():
        if stem in sentence.stems:
            own += weight
        elif stem in sentence.around:
            around += weight
        elif stem in title:
            in_title += weight
    near = own + _AROUND_SHARE * around + _TITLE_SHARE * in_title
    return Ranked(sentence, near * sentence.score**_PASSAGE_POWER * _freshness(sentence, day), own)


def _freshness(sentence: Sentence, day: str | None) -> float:
    """1 for an article of the day asked about, 0.6 a month before, 0.4 a year before; 1 when no day is asked about."""
    published = sentence.article.published_at
    if day is None:
        return 1.0
    if published is None:
        return _UNDATED
    weeks = max(0, (date.fromisoformat(day[:10]) - date.fromisoformat(published[:10])).days) / 7
    return 1 / (1 + _AGE_LOSS * math.log1p(weeks))
