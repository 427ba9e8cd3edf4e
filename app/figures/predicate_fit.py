"""How well what happened in a record fits what a question says happened."""

from __future__ import annotations

from app.figures.asked import Asked
from app.figures.predicates import predicate_names
from app.figures.records import FigureRecord

_OTHER_PREDICATE = 0.65
_LIKE_PREDICATE, _NO_PREDICATE = 0.9, 0.8
HAVING = frozenset({"has", "deployed", "built", "set", None})


def is_unsure(asked: Asked, record: FigureRecord) -> bool:
    """Whether no predicate binds the figure to the question, so that its words alone must."""
    return asked.predicate != record.predicate and asked.predicate not in predicate_names()


def predicate_likeness(asked: Asked, record: FigureRecord) -> float:
    """1 for the same predicate, less for one kind of death told as another, 0 for anything else."""
    if asked.predicate is None:
        return 0.0 if asked.measure == "amount" else 1.0
    having = asked.predicate == "has" and record.predicate in HAVING
    if asked.predicate == record.predicate or having:
        return 1.0
    if {asked.predicate, record.predicate} == {"killed", "executed"}:
        return _OTHER_PREDICATE
    if {asked.predicate, record.predicate} == {"downed", "destroyed"}:
        return _LIKE_PREDICATE
    unknown = asked.predicate not in predicate_names() and record.predicate not in predicate_names()
    if not unknown:
        return 0.0
    return _NO_PREDICATE if record.predicate is None else _OTHER_PREDICATE
