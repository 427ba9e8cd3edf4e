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

from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.words import stems_of, word_count

_AROUND_SHARE = 0.45
_TITLE_SHARE = 0.4
_PASSAGE_POWER = 3.0
_HALF_FRESH_WEEKS = 6.0
_LEAST_FRESH = 0.15
_UNDATED_WEEKS = 52.0
_CALM = 0.25
_LONGEST_WORDS, _TOO_LONG = 70, 0.6
"""Page furniture that ran together holds many words of any question."""


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
    titles = {sentence.article.article_id: stems_of(sentence.article.title) for sentence in sentences}
    ranked = [
        _rank(sentence, titles[sentence.article.article_id], weights, _freshness(sentence, focus, as_of))
        for sentence in sentences
    ]
    return sorted(ranked, key=lambda entry: -entry.score)


def _rank(sentence: Sentence, title: frozenset[str], weights: Mapping[str, float], fresh: float) -> Ranked:
    own = around = in_title = 0.0
    for stem, weight in weights.items():
        if stem in sentence.stems:
            own += weight
        elif stem in sentence.around:
            around += weight
        elif stem in title:
            in_title += weight
    near = own + _AROUND_SHARE * around + _TITLE_SHARE * in_title
    if word_count(sentence.text) > _LONGEST_WORDS:
        near *= _TOO_LONG
    return Ranked(sentence, near * sentence.score**_PASSAGE_POWER * fresh, own)


def _freshness(sentence: Sentence, focus: Focus, as_of: str | None) -> float:
    """1 for an article of the day asked about, 0.6 a month before, 0.1 years before; milder without "this week"."""
    if as_of is None:
        return 1.0
    published = sentence.article.published_at
    age = _age_in_weeks(published, as_of) if published else _UNDATED_WEEKS
    share = max(_LEAST_FRESH, 1 / (1 + age / _HALF_FRESH_WEEKS))
    return share if focus.about_now else share**_CALM


def _age_in_weeks(published_at: str, as_of: str) -> float:
    return max(0, (date.fromisoformat(as_of[:10]) - date.fromisoformat(published_at[:10])).days) / 7
