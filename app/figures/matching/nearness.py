"""How near a record is to the event that a question asks about: what sets one attack on a city apart from the next."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from app.figures.asked.quantity import Asked
from app.figures.matching.candidate import Candidate
from app.figures.matching.event_fit import distinct_names, without_captions
from app.figures.matching.means import by_same_means
from app.figures.matching.places import clause_of
from app.figures.names import name_keys, names_it

_BEFORE = 300
"""Characters in front of a sentence that still say where and when: "The strikes killed 20" goes on from them."""


class Signs(NamedTuple):
    """What speaks for the asked event.

    Attributes:
        sureness: the candidate's score.
        kind: it counts the very kind asked about.
        names, words: the share of the asked ones in its sentence or in front of it.
        means: its clause names the means that the question names.
    """

    sureness: float
    kind: float
    names: float
    words: float
    means: float


_WEIGHTS = Signs(sureness=1.4, kind=1.2, names=1.0, words=1.2, means=0.6)
"""A conditional logit fitted on the figures of 309 questions, rounded. It held on folders left out of the fit."""


def nearness(asked: Asked, candidate: Candidate) -> float:
    """Log-odds, up to a constant of the question, that the candidate tells of the asked event; greater is nearer."""
    return sum(weight * sign for weight, sign in zip(_WEIGHTS, signs(asked, candidate), strict=True))


def signs(asked: Asked, candidate: Candidate) -> Signs:
    """The signs of one candidate."""
    record, article = candidate.record, candidate.article
    start, end = record.sentence
    near = name_keys(without_captions(article.text)[max(0, start - _BEFORE) : end])
    return Signs(
        sureness=candidate.score,
        kind=float(candidate.fit == "same"),
        names=_share(distinct_names(asked), near),
        words=_share(asked.words, near),
        means=float(by_same_means(asked.text, clause_of(record, article.text))),
    )


def _share(terms: Sequence[str], keys: Set[str]) -> float:
    """The share of ``terms`` that a text with ``keys`` names; 0 where none is asked."""
    return sum(names_it(term, keys) for term in terms) / len(terms) if terms else 0.0
