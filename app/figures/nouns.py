"""Nouns that are counted, by kind: what may be called by several words, and which kind includes which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from app.figures.names import name_key
from app.figures.words import read_words, word_set

# name [< wider kind]: nouns; "+" joins two words.
_KINDS = """
people: people person persons dead others other lives deaths fatalities casualties wounded injured victim individuals
 souls death injuries toll humans martyrs martyr displaced uprooted killed
remains: bodies corpses body victims victim
civilians: civilians civilian citizens residents villagers inhabitants noncombatants
fighters: fighters fighter militants militant rebels rebel gunmen insurgents jihadists terrorists combatants extremists
 jihadis mercenaries militiamen
soldiers: soldiers soldier troops servicemen personnel serviceman guards conscripts forces
officers < soldiers: officers officer commanders
children: children child kids minors youngsters
women: women woman
men: men man
posts: posts post outposts outpost points point positions position
targets: targets target
aircraft: aircraft planes plane jets jet warplanes warplane airplanes aeroplanes
vehicles: vehicles vehicle
trucks < vehicles: trucks truck lorries lorry
cars < vehicles: cars car
buses < vehicles: buses bus minibuses coaches
ambulances < vehicles: ambulances ambulance
strikes: strikes raids airstrikes raid strike sorties airstrike air+strikes air+raids
attacks: attacks attack assaults assault
mines: mines mine landmines landmine
homes: homes houses
kilometres: kilometres kilometers km kilometre kilometer kms
metres: metres meters metre meter
tonnes: tonnes tons tonne ton
percent: percent percentage
refugees: refugees refugee
employees: employees workers staff jobs
shots: missiles missile
protesters: protesters protestors demonstrators marchers
prisoners: prisoners detainees inmates
medics: medics medic doctors paramedics medical+workers medical+staff medical+personnel health+workers
rescuers: rescuers rescue+workers defence+workers defense+workers
police: police policemen policeman police+officers
pupils < children: pupils students schoolchildren school+children
sailors: sailors fishermen
leaders: leaders leader heads chiefs
"""
PERSONS = word_set("remains people civilians fighters soldiers children women men refugees employees persons")
_OTHER_PERSONS = word_set(
    "volunteers rescuers tribesmen journalists medics police policemen students pilgrims protesters demonstrators "
    "worshippers prisoners detainees hostages evacuees migrants passengers pupils doctors officers commanders shiites "
    "muslims christians kurds syrians turks russians iranians lebanese recruits forces patients tourists miners "
    "sailors voters suspects protestors teenagers girls boys adults teachers nurses firefighters survivors attackers "
    "bombers marchers strikers crewmen crew pilots leaders"
)
MEMBERS = word_set("members member elements")
"""Nouns that say only that people belong to some body."""
_ABOARD = re.compile(r"\s(?:on\sboard|aboard)$")
_LENGTHS = word_set("km kms kilometres kilometers miles metres meters")
_REMAINS = word_set("bodies corpses remains")


@cache
def _table() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {noun: {"persons"} for noun in _OTHER_PERSONS}
    for name, _, words in _lines():
        for word in words.split():
            kinds.setdefault(word.replace("+", " "), set()).add(name)
    for name, _, words in _lines():  # a kind of people in its name is one in all words: "rescuers", "rescue workers"
        forms = [word.replace("+", " ") for word in words.split()]
        if "persons" in kinds.get(name, ()):
            for form in forms:
                kinds[form].add("persons")
    return {word: frozenset(names | ({word} if names == {"persons"} else set())) for word, names in kinds.items()}


@cache
def wider_kinds() -> dict[str, str]:
    """Kinds that a wider kind of the list includes, by name: trucks are vehicles."""
    return {name: wider for name, wider, _ in _lines() if wider}


def _lines() -> list[tuple[str, str, str]]:
    """Name, wider kind ("" for none) and words of each kind."""
    lines = (line.partition(":") for line in _KINDS.replace("\n ", " ").strip().splitlines())
    return [(name.split(" < ")[0], name.partition(" < ")[2], words) for name, _, words in lines]


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of a lower-case noun; one of its own when it is in no list."""
    return _table().get(noun, frozenset({name_key(noun)}))


def is_known(noun: str) -> bool:
    """Whether the lower-case noun is in a list: a word that is surely spelled as meant."""
    return noun in _table()


def are_persons(noun: str) -> bool:
    """Whether the lower-case noun counts people of any kind."""
    return bool(kinds_of(noun) & PERSONS)


def are_vehicles(noun: str) -> bool:
    """Whether the lower-case noun counts vehicles of any kind."""
    return any("vehicles" in (kind, wider_kinds().get(kind)) for kind in kinds_of(noun))


def are_lengths(noun: str) -> bool:
    """Whether the lower-case noun measures how far."""
    return noun in _LENGTHS


def counts_remains(noun: str) -> bool:
    """Whether the lower-case noun counts the dead by their bodies."""
    return noun in _REMAINS


def counts_anybody(noun: str) -> bool:
    """Whether the lower-case noun counts people of every kind: "people", "victims"."""
    return bool(kinds_of(noun) & {"people", "remains"})


def head_of(counted: str | None) -> str | None:
    """The head noun of a printed phrase, lower case, before any "of …", or behind it for the bodies of somebody.

    That the counted are on board is no part of it.
    """
    if not counted:
        return None
    front, _, behind = _ABOARD.split(counted)[0].partition(" of ")
    head = head_of_words([word.lower for word in read_words(front)])
    return head_of(behind) or head if head in _REMAINS and behind.islower() else head


def head_of_words(words: Sequence[str]) -> str | None:
    """The last of lower-case words, with the one before it where both are one noun: "school children"."""
    joined = " ".join(words[-2:])
    return joined if joined in _table() else words[-1] if words else None
