"""How what a record counts fits what a question counts: which noun may answer for which, and whose they are."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from app.figures.asked.quantity import Asked
from app.figures.levels import is_level
from app.figures.names import name_keys, names_it
from app.figures.nouns import (
    MEMBERS,
    PERSONS,
    are_persons,
    counts_remains,
    head_of,
    head_of_words,
    is_known,
    kinds_of,
    wider_kinds,
)
from app.figures.reading.currencies import is_money
from app.figures.reading.owners import countries_of
from app.figures.records import FigureRecord
from app.figures.words import read_words, word_set
from app.models import Article

Fit = Literal["same", "wider", "part"]
"""The record counts the asked kind, a wider kind that includes it, or only a part of it."""

_ANYBODY = frozenset({"people"})
_ANY_KIND = frozenset({"people", "men", "employees", "volunteers"})
"""Kinds that may count the medics, teachers or rescuers whom the text around speaks of."""
_ARMED = (
    "army forces troops military guard militia regime government police rebels opposition brigade "
    "terrorist jihadist militant"
)
_SIDES = {
    "government": "government regime pro-government pro-regime loyalist loyalists army state",
    "opposition": "opposition rebel rebels insurgent insurgents anti-government anti-regime fsa",
    "jihadist": "is isis isil daesh jihadist jihadists jihadi jihadis islamist islamists islamic-state "
    "nusra al-nusra qaeda al-qaeda",
    "kurdish": "kurdish kurds sdf ypg pkk pyd",
    "hezbollah": "hezbollah hizbullah hizballah",
}


_ANY_LEVEL = word_set("the a an its their annual current key overall official new latest benchmark record high low")
_BODY = re.compile(r"\bmembers\sof\s(?P<body>[^?,]{3,60}?)\s(?:were|was|did|had|have|has|are|died)\b", re.IGNORECASE)
_OPPONENTS = frozenset({"government", "opposition"})
_GROUPS = frozenset({"jihadist", "kurdish", "hezbollah"})
_SURROUNDINGS = 350
"""Characters in front of a sentence within which whose fighters it counts may be told."""


def counted_fit(asked: Asked, record: FigureRecord) -> Fit | None:
    """How the counted thing of ``record`` fits the asked one, or the noun joined to it; None when it does not."""
    fit = _fit(asked, record)
    if fit is None and asked.joined is not None:
        return _fit(replace(asked, counted=(*asked.owners, asked.joined), joined=None), record)
    return fit


def is_of_other_kind(asked: Asked, record: FigureRecord) -> bool:
    """Whether the record surely counts another kind of thing: both nouns are known, and neither tells the other."""
    head, wanted = head_of(record.counted), head_of_words(asked.counted)
    known = wanted is not None and is_known(wanted) and (head is None or is_known(head))
    return known and asked.measure == "count" and record.unit is None and counted_fit(asked, record) is None


def _fit(asked: Asked, record: FigureRecord) -> Fit | None:
    if asked.measure == "level" or is_level(record.counted or ""):
        return "same" if asked.measure == "level" and _same_level(asked, record) else None
    if asked.measure == "money":
        return "same" if is_money(record.unit) else None
    if asked.measure != "count" or record.unit == "percent":
        money_or_share = record.unit is not None and (asked.measure == "amount" or record.unit == "percent")
        return "same" if asked.measure != "count" and money_or_share else None
    head, wanted = head_of(record.counted), head_of_words(asked.counted)
    if wanted is None or head is None:
        return _bare_fit(wanted or "") if record.unit is None else None
    return None if _of_others(asked, record) else _phrase_fit(asked, record, wanted, head)


def _phrase_fit(asked: Asked, record: FigureRecord, wanted: str, head: str) -> Fit | None:
    if head in MEMBERS or (record.counted or "").partition(" ")[0].lower() in MEMBERS:
        return _member_fit(asked, record)
    if _armed(wanted) and _armed(head) and _sides_asked(asked) & _sides(record.counted or ""):
        return "same"
    return _noun_fit(wanted, head)


def _armed(noun: str) -> bool:
    return bool(kinds_of(noun) & {"fighters", "soldiers"})


def _noun_fit(asked: str, head: str) -> Fit | None:
    if asked in MEMBERS:
        return "same" if _armed(head) else "wider" if are_persons(head) or "people" in kinds_of(head) else None
    if head == asked:
        return "same"
    if asked in ("bodies", "corpses") and "people" in kinds_of(head):
        return "wider"
    return _kind_fit(_ANYBODY if asked in ("victims", "bodies") else kinds_of(asked), kinds_of(head))


def _same_level(asked: Asked, record: FigureRecord) -> bool:
    """The same level by its whole name: an interest rate is no base rate, nor the tech unemployment rate the US one."""
    told = [word for word in (record.counted or "").lower().split() if word not in _ANY_LEVEL]
    return bool(told) and told[-1] == asked.head and set(told) <= set(re.findall(r"[a-z]+", asked.text.lower()))


def _member_fit(asked: Asked, record: FigureRecord) -> Fit | None:
    """ "18 members of the Northern Guard": fighters or soldiers when the body is one, else people."""
    if asked.head in MEMBERS:
        return "same"
    keys = name_keys(record.counted or "")
    named = any(names_it(name, keys) for name in asked.owners)
    wanted = kinds_of(head_of_words(asked.counted) or "")
    named = named or not _sides_asked(asked).isdisjoint(_sides(record.counted or ""))
    body = head_of((record.counted or "").partition(" of ")[2])
    fights = body is not None and _armed(body)
    armed = wanted & {"fighters", "soldiers"} and (named or fights or not keys.isdisjoint(name_keys(_ARMED)))
    if armed or (named and "persons" in wanted):
        return "same"
    return "part" if wanted & _ANYBODY else "wider" if "persons" in wanted else None


def _bare_fit(asked: str) -> Fit | None:
    """A number without a noun counts people; fighters or soldiers are always named."""
    if "people" in kinds_of(asked):
        return "same"
    named = asked in ("civilians", "residents") or counts_remains(asked) or "persons" in kinds_of(asked)
    return "wider" if named else None


def _kind_fit(wanted: frozenset[str], given: frozenset[str]) -> Fit | None:
    if "people" in wanted:
        return "same" if given & {"people", "remains"} else "part" if given & PERSONS else None
    if (wanted & given) - {"persons"}:
        return "same"
    if given & {wider_kinds().get(kind) for kind in wanted}:
        return "wider"
    if wanted & {wider_kinds().get(kind) for kind in given}:
        return "part"
    if "civilians" in wanted:
        return "wider" if "people" in given else None
    return "wider" if "persons" in wanted and given & _ANY_KIND else None


def _of_others(asked: Asked, record: FigureRecord) -> bool:
    """Whether the record's noun phrase names another country or side than the question's."""
    printed = f"{record.counted or ''} {record.owner or ''}"
    loser = record.owner if record.predicate == "killed" else None
    wanted, given = _sides_asked(asked), _sides(f"{record.counted or ''} {loser or ''}")
    if wanted and given and (not wanted & given or _OPPONENTS <= given > wanted):
        return True
    countries, printed_countries = countries_of(" ".join(asked.counted)), countries_of(printed)
    if countries and printed_countries and not countries & printed_countries:
        return True
    if countries and not wanted and not printed_countries and given - {"government"}:
        return True  # Hezbollah's fighters are no Russian soldiers
    return asked.doer is not None and record.owner is not None and _other_doer(asked.doer, record.owner)


def is_of_unnamed_side(asked: Asked, record: FigureRecord, article: Article) -> bool:
    """Whether the fighters of one group are asked about and nothing near the figure names the group."""
    wanted = _sides_asked(asked) & _GROUPS
    if not wanted or wanted & _sides(record.counted or "") or not _armed(asked.head or ""):
        return False
    near = article.text[max(0, record.sentence.start - _SURROUNDINGS) : record.sentence.end]
    return not wanted & _sides(f"{article.title}. {near}")


def _other_doer(asked: str, owner: str) -> bool:
    """Whether a named owner is somebody else than the one the question names: the Civic Union, the National List."""
    keys = name_keys(owner)
    if not any(word.capital for word in read_words(owner)) or name_keys(asked) & keys or names_it(asked.lower(), keys):
        return False
    wanted, given = countries_of(asked), countries_of(owner)
    return not wanted & given and bool(wanted) == bool(given)


def _sides_asked(asked: Asked) -> frozenset[str]:
    """The sides of the counted phrase, with the body of "members of the government forces"."""
    body = _BODY.search(asked.text) if asked.head in MEMBERS else None
    return _sides(" ".join((*asked.counted, body["body"] if body else "")))


@lru_cache(maxsize=4_096)
def _sides(phrase: str) -> frozenset[str]:
    words = {word.lower for word in read_words(phrase)}
    keys = name_keys(phrase)
    sides = {side for side, names in _SIDES.items() if words & set(names.split())}
    if names_it("islamic state", keys):
        sides.add("jihadist")
    if names_it("syrian democratic forces", keys):
        sides.add("kurdish")
    return frozenset(sides - ({"government"} if "jihadist" in sides or "kurdish" in sides else set()))
