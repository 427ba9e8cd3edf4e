"""How well what happened in a record fits what a question says happened."""

from __future__ import annotations

import re

from app.figures.asked.quantity import Asked
from app.figures.names import name_keys
from app.figures.nouns import are_persons, are_vehicles, counts_remains, head_of, kinds_of
from app.figures.predicates import HAVING, HURT, predicate_names, verb_stem
from app.figures.records import FigureRecord
from app.figures.words import word_set

_OTHER_PREDICATE, _NO_PREDICATE, _SAME_RIDE = 0.65, 0.8, 0.9
"""How sure another verb is, none at all, and one that may be said of the same vehicles."""
_ALIKE = {
    ("killed", "executed"): 0.95, ("executed", "killed"): 0.65, ("downed", "destroyed"): 0.9,
    ("destroyed", "downed"): 0.9, ("captured", "kidnapped"): 0.85, ("kidnapped", "captured"): 0.85,
    ("captured", "detained"): 0.8, ("detained", "captured"): 0.8, ("kidnapped", "detained"): 0.7,
    ("left", "evacuated"): 0.85, ("fired", "struck"): 0.8, ("struck", "fired"): 0.8, ("deployed", "has"): 0.8,
}  # fmt: skip
"""How surely the first is answered by the second: who was executed was killed, the other way round it is a guess."""
_TOLD = frozenset(map(verb_stem, word_set("recorded registered reported documented counted listed confirmed logged")))
"""Verbs that only tell of a count: cases confirmed, registered or listed are the same cases."""
_DONE = frozenset(map(verb_stem, word_set("carried conducted flew flown staged made performed mounted")))
"""Verbs that only say that a deed was done: sorties flown or carried out are the same sorties."""
_TOLD_OF_DEEDS = frozenset({"struck", "has", None, *_DONE, *_TOLD})
_ABOARD = re.compile(r"\b(?:on\sboard|aboard)\b")
_RODE = frozenset(map(verb_stem, word_set("carried took transported brought departed moved")))
_RODE |= {"left", "evacuated", "entered", "has"}
"""What is said to happen to vehicles that carry people: "45 buses left" and "buses carried them" are the same buses."""


def is_unsure(asked: Asked, record: FigureRecord) -> bool:
    """Whether no predicate binds the figure to the question, so that its words alone must."""
    return (
        asked.measure != "money"
        and predicate_likeness(asked, record) < 1.0
        and asked.predicate not in predicate_names()
    )


def predicate_likeness(asked: Asked, record: FigureRecord) -> float:
    """1 for the same predicate, less for one kind of death told as another, 0 for anything else."""
    if asked.predicate is None:
        return 0.0 if asked.measure == "amount" else 1.0
    if _ABOARD.search(asked.text) and _ABOARD.search(record.counted or ""):
        return 1.0
    if counts_remains(asked.head or "") and counts_remains(head_of(record.counted) or ""):
        return 1.0  # bodies are found, taken away or buried, and no less dead
    if asked.predicate == record.predicate or _is_same(asked.predicate, record.predicate) or _of_deeds(asked, record):
        return 1.0
    return _SAME_RIDE if _is_same_ride(asked, record) else _likeness(asked, record)


def _likeness(asked: Asked, record: FigureRecord) -> float:
    """The same for two predicates that are not the same."""
    if asked.predicate in predicate_names() and asked.measure != "share":
        hit = asked.predicate == "struck" and record.predicate in HURT and are_persons(asked.head or "")
        return _NO_PREDICATE if hit else _ALIKE.get((asked.predicate, record.predicate or ""), 0.0)
    if asked.doer and record.owner and record.predicate == "has" and not record.owner.islower():
        return _NO_PREDICATE if name_keys(asked.doer) & name_keys(record.owner) else 0.0
    if record.predicate in predicate_names() and asked.measure != "share":
        return 0.0
    return _NO_PREDICATE if record.predicate is None else _OTHER_PREDICATE


def _is_same_ride(asked: Asked, record: FigureRecord) -> bool:
    return asked.predicate in _RODE and record.predicate in (*_RODE, None) and are_vehicles(asked.head or "")


def _of_deeds(asked: Asked, record: FigureRecord) -> bool:
    """Whether both count deeds, which hit, were carried out or just were: "there were 45 air strikes"."""
    done = asked.predicate in ("struck", "has", *_DONE) and record.predicate in _TOLD_OF_DEEDS
    return done and bool(kinds_of(asked.head or "") & {"strikes", "attacks"})


def _is_same(asked: str, given: str | None) -> bool:
    """Whether both say that there are so many, or both only tell of a count."""
    return (
        (asked == "has" and (given in HAVING or given in _TOLD or given == "live"))
        or (asked in _TOLD and (given in _TOLD or given == "has"))
        or (asked in _DONE and given in _DONE)
    )
