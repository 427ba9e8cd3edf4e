"""Questions for an amount of money: "how much did a loaf cost?", "what is the fine?", "how many euros are …?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.figures.reading.currencies import currencies_in
from app.figures.words import read_words, word_set

DEEDS = {
    deed: kind
    for kind, deeds in {
        "cost": "cost costs costing price prices priced expensive worth value valued",
        "pay": "pay pays paid paying",
        "sell": "sell sells sold buy bought fetch fetched purchase purchased",
        "spend": "spend spends spent",
        "earn": "earn earns earned",
        "fine": "fine fined",
        "give": "give gave given donate donated donates pledge pledged contribute contributed promise promised invest "
        "invested allocate allocated provide provided release released grant granted commit committed",
        "ask": "demand demanded demanding seek sought ask asked appeal appealed request requested need needed",
        "raise": "raise raised collect collected",
        "steal": "steal stole stolen embezzle embezzled launder laundered",
        "owe": "owe owes owed",
        "win": "win won",
        "charge": "charge charges charged",
        "lend": "lend lent borrow borrowed",
        "receive": "receive received get got awarded",
    }.items()
    for deed in deeds.split()
}
"""Verbs, and the nouns of prices, by what is done with the money."""
_SURE_THING = (
    r"prices?|costs?|fees?|fares?|fines?|salary|wages?|rents?|budget|ransom|bail|debts?|deficit|profits?|revenues?|turnover|"
    r"bonus|bounty|jackpot|loan"
)
_THING = rf"{_SURE_THING}|money|cash|damages?|compensation|aid|funding|reward|value"
"""What is told in money alone, or nearly so."""
_IS, _DOES = r"(?:is|was|were|are|will\sbe)", r"(?:do|does|did|will|would|has|have|had|could|must|should)"
_SOME = r"(?:[\w'’-]+\s)"
_OPENINGS = tuple(
    re.compile(rf"\b{opening}", re.IGNORECASE)
    for opening in (
        rf"how\smuch(?=\s{_SOME}{{0,2}}?(?:{_THING})\b)",
        rf"how\smuch(?=\s(?:{_IS}|{_DOES})\b.*\b(?:{'|'.join(DEEDS)}|{_SURE_THING})\b)",
        rf"(?:{'|'.join(DEEDS)}|{_SURE_THING})\b[^?]*\bhow\smuch(?!\s(?:time|of)\b)",
        rf"how\s(?:large|big|high|expensive)(?=\s{_IS}\s{_SOME}{{0,4}}?(?:{_SURE_THING})\b)|how\sexpensive",
        rf"what(?=\s{_DOES}\b.*\b(?:cost|earn|pay|charge)\b)",
        rf"what(?:\s{_IS}|['’]s)(?=\s(?:the\s|an?\s)?{_SOME}{{0,3}}?(?:{_SURE_THING})\b(?!\srate))",
    )
)
_COUNTED = re.compile(
    r"\bhow\smany(?:\s(?:million|billion|thousand))?(?P<currency>\s(?:[A-Z]\w+\s)?\w+s)\b", re.IGNORECASE
)
_NO_MONEY = re.compile(
    r"\bper\s?cent(?:age)?\b|\bby\show\smuch\b|"
    r"\b(?:r[io]se|risen|gr[eo]wn?|fall(?:en)?|fell|drop(?:ped)?|increased?|climb(?:ed)?)\b(?!\sto\b)",
    re.IGNORECASE,
)
"""Shares, and changes that may be told in percent."""
SAYS_ONLY_MONEY = frozenset(DEEDS) | word_set(
    "money cash amount million billion average currently sum barrel ounce gallon litre kilo tonne"
)
"""Words that tell no thing: oil is priced by the barrel, said or not."""
_TELLING_THING = re.compile(rf"(?!price|cost|fee|fare|loan)(?:{_SURE_THING}|compensation|reward)", re.IGNORECASE)
_PRICED = re.compile(
    rf"\b(?:{_DOES}|{_IS}|of|for)\s(?:the\s|an?\s|one\s)?(?P<thing>(?:[a-z][a-z-]+\s){{0,3}}?[a-z][a-z-]+)"
    rf"(?:\sof\s(?:the\s)?(?P<of>[a-z][a-z-]+))?"
    rf"(?=\s(?:in|at|on|from|to|for|near|with|by|[A-Z]|{'|'.join(DEEDS)}|be|been)|\W*$)"
)
"""What stands between the auxiliary, or "the price of", and the verb or the place: "(does) a bus ticket (in)"."""


def is_telling_thing(word: str) -> bool:
    """Whether the lower-case word says which money it is: a profit is told as a profit, a price in many words."""
    return _TELLING_THING.fullmatch(word) is not None


def priced_thing(question: str) -> str | None:
    """The noun of what is paid for: "ticket", and the "bread" of a portion of bread; None where a name says it."""
    found = _PRICED.search(question)
    return (found["of"] or found["thing"].split()[-1]) if found else None


class MoneyAsked(NamedTuple):
    """Where the words that ask end, and what is done with the money; None for a wage, a budget or a mere price."""

    end: int
    deed: str | None


def money_asked(question: str) -> MoneyAsked | None:
    """What money the question asks for; None when it asks for none."""
    if _NO_MONEY.search(question):
        return None
    counted = _COUNTED.search(question)
    opening = counted if counted and currencies_in(counted["currency"]) else None
    opening = opening or next((found for one in _OPENINGS if (found := one.search(question))), None)
    if opening is None:
        return None
    kinds = [DEEDS[word.lower] for word in read_words(question[opening.end() :]) if word.lower in DEEDS]
    return MoneyAsked(opening.end(), next((kind for kind in kinds if kind != "cost"), None))
