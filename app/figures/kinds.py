"""Kinds of counted things: which noun may answer for which, and whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from app.figures.asked.quantity import Asked
from app.figures.levels import is_level
from app.figures.names import name_key, name_keys, names_it
from app.figures.reading.owners import countries_of
from app.figures.records import FigureRecord
from app.figures.words import read_words, word_set

Fit = Literal["same", "wider", "part"]
"""The record counts the asked kind, a wider kind that includes it, or only a part of it."""

_KINDS = """
people: people person persons dead others other lives deaths fatalities casualties wounded injured victim individuals
 souls death injuries toll humans martyrs martyr displaced uprooted killed
remains: bodies corpses body victims victim
civilians: civilians civilian residents villagers inhabitants noncombatants
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
strikes: strikes raids airstrikes raid strike sorties airstrike
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
medics: medics medic doctors paramedics
police: police policemen
pupils < children: pupils students schoolchildren
sailors: sailors fishermen
"""
_PERSONS = word_set("remains people civilians fighters soldiers children women men refugees employees persons")
_OTHER_PERSONS = word_set(
    "volunteers rescuers journalists medics police policemen students pilgrims protesters demonstrators worshippers "
    "prisoners detainees hostages evacuees migrants passengers pupils doctors officers commanders shiites muslims "
    "christians kurds syrians turks russians iranians lebanese recruits forces patients tourists miners sailors voters "
    "suspects protestors teenagers girls boys adults teachers nurses firefighters survivors attackers bombers "
    "marchers strikers"
)
_REMAINS = word_set("bodies corpses remains")
_ANYBODY = frozenset({"people"})
_MEMBERS = ("members", "member", "elements")
_ARMED = "army forces troops military guard militia regime government police rebels opposition brigade"
_SIDES = {
    "government": "government regime pro-government pro-regime loyalist loyalists army state",
    "opposition": "opposition rebel rebels anti-government anti-regime fsa",
    "jihadist": "is isis isil daesh jihadist jihadists jihadi jihadis islamic-state nusra al-nusra",
    "kurdish": "kurdish kurds sdf ypg pkk pyd",
}


@cache
def _table() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {noun: {"persons"} for noun in _OTHER_PERSONS}
    for name, _, words in _lines():
        for word in words.split():
            kinds.setdefault(word, set()).add(name)
    return {word: frozenset(names | ({word} if names == {"persons"} else set())) for word, names in kinds.items()}


@cache
def _wider() -> dict[str, str]:
    """Kinds that a wider kind of the list includes, by name: trucks are vehicles."""
    return {name: wider for name, wider, _ in _lines() if wider}


def _lines() -> list[tuple[str, str, str]]:
    """Name, wider kind ("" for none) and words of each kind."""
    lines = (line.partition(":") for line in _KINDS.replace("\n ", " ").strip().splitlines())
    return [(name.split(" < ")[0], name.partition(" < ")[2], words) for name, _, words in lines]


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of a lower-case noun; one of its own when it is in no list."""
    return _table().get(noun, frozenset({name_key(noun)}))


def are_persons(noun: str) -> bool:
    """Whether the lower-case noun counts people of any kind."""
    return bool(kinds_of(noun) & _PERSONS)


def counts_anybody(noun: str) -> bool:
    """Whether the lower-case noun counts people of every kind: "people", "victims"."""
    return bool(kinds_of(noun) & {"people", "remains"})


def head_of(counted: str | None) -> str | None:
    """The head noun of a printed phrase, lower case, before any "of …", or behind it for the bodies of somebody."""
    if not counted:
        return None
    front, _, behind = counted.partition(" of ")
    head = _head([word.lower for word in read_words(front)])
    return head_of(behind) or head if head in _REMAINS and behind.islower() else head


def _head(words: Sequence[str]) -> str | None:
    """The last word, with the one before it where both are one noun: "school children", "air strikes"."""
    joined = "".join(words[-2:])
    return joined if len(words) > 1 and joined in _table() else words[-1] if words else None


def counted_fit(asked: Asked, record: FigureRecord) -> Fit | None:
    """How the counted thing of ``record`` fits the asked one; None when it does not."""
    if asked.measure == "level" or is_level(record.counted or ""):
        return "same" if asked.measure == "level" and _same_level(asked, record) else None
    if asked.measure != "count" or record.unit == "percent":
        money_or_share = record.unit is not None and (asked.measure == "amount" or record.unit == "percent")
        return "same" if asked.measure != "count" and money_or_share else None
    head, wanted = head_of(record.counted), _head(asked.counted)
    if wanted is None or head is None:
        return _bare_fit(wanted or "") if record.unit is None else None
    if _of_others(asked, record):
        return None
    if head in _MEMBERS:
        return _member_fit(asked, record)
    return _noun_fit(wanted, head)


def _noun_fit(asked: str, head: str) -> Fit | None:
    if asked in _MEMBERS:
        return "wider" if are_persons(head) or "people" in kinds_of(head) else None
    wanted = _ANYBODY if asked in ("victims", "bodies") else kinds_of(asked)
    return "same" if head == asked else _kind_fit(wanted, kinds_of(head))


def _same_level(asked: Asked, record: FigureRecord) -> bool:
    counted = (record.counted or "").lower().split()
    return bool(counted) and counted[-1] == asked.head


def _member_fit(asked: Asked, record: FigureRecord) -> Fit | None:
    """ "18 members of the Northern Guard": fighters or soldiers when the body is one, else people."""
    if asked.head in _MEMBERS:
        return "same"
    keys = name_keys(record.counted or "")
    named = any(names_it(name, keys) for name in asked.owners)
    wanted = kinds_of(asked.head or "")
    named = named or not _sides(" ".join(asked.counted)).isdisjoint(_sides(record.counted or ""))
    armed = wanted & {"fighters", "soldiers"} and (named or not keys.isdisjoint(name_keys(_ARMED)))
    return "same" if armed else "part" if wanted & _ANYBODY else None


def _bare_fit(asked: str) -> Fit | None:
    """A number without a noun counts people; fighters or soldiers are always named."""
    if "people" in kinds_of(asked):
        return "same"
    return "wider" if asked in ("civilians", "residents") or asked in _OTHER_PERSONS else None


def _kind_fit(wanted: frozenset[str], given: frozenset[str]) -> Fit | None:
    if "people" in wanted:
        return "same" if "people" in given else "part" if given & _PERSONS else None
    if (wanted & given) - {"persons"}:
        return "same"
    if given & {_wider().get(kind) for kind in wanted}:
        return "wider"
    if wanted & {_wider().get(kind) for kind in given}:
        return "part"
    if "civilians" in wanted:
        return "wider" if "people" in given else None
    return "wider" if "persons" in wanted and given & {"people", "men"} else None


def _of_others(asked: Asked, record: FigureRecord) -> bool:
    """Whether the record's noun phrase names another country or side than the question's."""
    printed = f"{record.counted or ''} {record.owner or ''}"
    wanted, given = _sides(" ".join(asked.counted)), _sides(record.counted or "")
    if wanted and given and not wanted & given:
        return True
    countries, printed_countries = countries_of(" ".join(asked.counted)), countries_of(printed)
    if countries and printed_countries and not countries & printed_countries:
        return True
    return asked.doer is not None and record.owner is not None and _other_doer(asked.doer, record.owner)


def _other_doer(asked: str, owner: str) -> bool:
    """Whether a named owner is somebody else than the one the question names: the Civic Union, the National List."""
    keys = name_keys(owner)
    if not any(word.capital for word in read_words(owner)) or name_keys(asked) & keys or names_it(asked.lower(), keys):
        return False
    wanted, given = countries_of(asked), countries_of(owner)
    return not wanted & given and bool(wanted) == bool(given)


def _sides(phrase: str) -> set[str]:
    words = {word.lower for word in read_words(phrase)}
    keys = name_keys(phrase)
    sides = {side for side, names in _SIDES.items() if words & set(names.split())}
    if names_it("islamic state", keys):
        sides.add("jihadist")
    if names_it("syrian democratic forces", keys):
        sides.add("kurdish")
    return sides - ({"government"} if "jihadist" in sides or "kurdish" in sides else set())
