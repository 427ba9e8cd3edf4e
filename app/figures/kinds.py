"""Kinds of counted things: which noun may answer for which."""

from __future__ import annotations

from functools import cache

from app.figures.asked import Asked
from app.figures.names import name_key, name_keys
from app.figures.records import FigureRecord
from app.figures.words import read_words

_KINDS = """
people: people person persons dead others victims bodies lives deaths fatalities casualties wounded injured victim martyrs
 individuals killed souls corpses body civilian death
civilians: civilians civilian residents villagers inhabitants noncombatants
fighters: fighters fighter militants militant rebels rebel gunmen insurgents jihadists terrorists combatants extremists
 jihadis mercenaries militiamen members member
soldiers: soldiers soldier troops servicemen personnel officers officer army serviceman guards conscripts members member forces
children: children child kids minors youngsters
women: women woman
men: men man
posts: posts post outposts outpost
aircraft: aircraft planes plane jets jet warplanes warplane airplanes fighters-jets
vehicles: vehicles vehicle trucks cars buses tanks
strikes: strikes raids airstrikes raid strike sorties attacks
homes: homes houses buildings apartments
kilometres: kilometres kilometers km kilometre kilometer
miles: miles mile
refugees: refugees refugee
"""
_PERSONS = frozenset("people civilians fighters soldiers children women men refugees".split())
_MORE_PERSONS = frozenset(
    "forces volunteers rescuers workers journalists medics police policemen students pilgrims protesters demonstrators "
    "men prisoners detainees hostages families evacuees migrants passengers pupils doctors commanders elements shiites "
    "muslims christians kurds syrians turks russians iranians lebanese recruits staff employees worshippers".split()
)


@cache
def _table() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for line in _KINDS.replace("\n ", " ").strip().splitlines():
        name, words = line.split(":")
        for word in words.split():
            kinds.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in kinds.items()}


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of a lower-case noun; itself when it is in no kind."""
    if noun in _MORE_PERSONS and noun not in _table():
        return frozenset({"people-like"})
    return _table().get(noun, frozenset({name_key(noun)}))


def is_person(noun: str) -> bool:
    return bool(kinds_of(noun) & (_PERSONS | {"people-like"}))


def head_of(counted: str | None) -> str | None:
    """The head noun of a printed phrase, before any "of …", lower case."""
    words = [word.lower for word in read_words(counted.split(" of ")[0])] if counted else []
    return words[-1] if words else None


def counted_match(asked: Asked, record: FigureRecord) -> bool:
    """Whether the record counts the kind of thing that is asked for."""
    head = head_of(record.counted)
    if asked.head is None:
        return True
    if head is None:
        return is_person(asked.head) and record.unit is None
    if record.unit == "percent":
        return asked.head in ("percent", "percentage")
    wanted, given = kinds_of(asked.head), kinds_of(head)
    if "people" in wanted:
        return is_person(head)
    if wanted & given:
        return True
    if is_person(asked.head):
        return "people" in given or (
            head in ("members", "forces") and bool(name_keys(record.counted or "") & name_keys(" ".join(asked.names)))
        )
    return False
