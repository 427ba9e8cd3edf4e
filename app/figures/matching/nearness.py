"""How near a record is to the event that a question asks about: what sets one attack on a city apart from the next."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from app.figures.asked.quantity import Asked
from app.figures.asked.words import FILLERS
from app.figures.matching.candidate import Candidate
from app.figures.matching.day_fit import days_between
from app.figures.matching.event_fit import distinct_names, without_captions
from app.figures.matching.places import clause_of
from app.figures.names import name_keys, names_it
from app.figures.records import FigureRecord
from app.models import Article

_BEFORE = 300
"""Characters in front of a sentence that still say where and when: "The strikes killed 20" goes on from them."""
_MOST_DAYS = 6


class Signs(NamedTuple):
    """What speaks for the asked event.

    Attributes:
        sureness: the candidate's score.
        kind: it counts the very kind asked about.
        phrase: it is called as in the question: citizen journalists are not just journalists.
        names, words: the share of the asked ones in its sentence or in front of it.
        clause: the share of all of them in the clause that tells of its own deed.
        days_late: days from the day asked about to an article that does not date it, up to six.
    """

    sureness: float
    kind: float
    phrase: float
    names: float
    words: float
    clause: float
    days_late: float


_WEIGHTS = Signs(sureness=1.1, kind=0.9, phrase=0.7, names=0.9, words=0.9, clause=1.3, days_late=-0.25)
"""A conditional logit fitted on the figures of 464 questions, rounded. It held on folders left out of the fit."""


def nearness(asked: Asked, candidate: Candidate) -> float:
    """Log-odds, up to a constant of the question, that the candidate tells of the asked event; greater is nearer."""
    return sum(weight * sign for weight, sign in zip(_WEIGHTS, signs(asked, candidate), strict=True))


def signs(asked: Asked, candidate: Candidate) -> Signs:
    """The signs of one candidate."""
    record, article = candidate.record, candidate.article
    start, end = record.sentence
    names = distinct_names(asked)
    near = name_keys(without_captions(article.text)[max(0, start - _BEFORE) : end])
    return Signs(
        sureness=candidate.score,
        kind=float(candidate.fit == "same"),
        phrase=float(_is_called_so(asked, record)),
        names=_share(names, near),
        words=_share(asked.words, near),
        clause=_share((*names, *asked.words), name_keys(clause_of(record, article.text))),
        days_late=float(_days_late(asked, record, article)),
    )


def _is_called_so(asked: Asked, record: FigureRecord) -> bool:
    """Whether the asked words call it, and no other before its noun; a bare number is called nothing else."""
    if record.counted is None:
        return True
    keys, question = name_keys(record.counted), name_keys(asked.text)
    others = (word for word in record.counted.lower().split()[:-1] if word not in FILLERS)
    return all(names_it(word, keys) for word in asked.counted) and all(names_it(word, question) for word in others)


def _days_late(asked: Asked, record: FigureRecord, article: Article) -> int:
    if asked.last is None or record.happened_first is not None or not article.published_day:
        return 0
    return min(_MOST_DAYS, max(0, days_between(asked.last, article.published_day)))


def _share(terms: Sequence[str], keys: Set[str]) -> float:
    """The share of ``terms`` that a text with ``keys`` names; 0 where none is asked."""
    return sum(names_it(term, keys) for term in terms) / len(terms) if terms else 0.0
