"""Currencies beside a number: "$", "EUR", "Syrian pounds", and what an amount is paid for each time ("a barrel")."""

from __future__ import annotations

import re
from typing import NamedTuple

_SIGNS = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "r$": "BRL", "nt$": "TWD", "£": "GBP", "€": "EUR", "¥": "JPY", "₺": "TRY", "₤": "TRY", "₹": "INR",
    "rs": "INR", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₩": "KRW", "₦": "NGN", "₱": "PHP", "₫": "VND", "₸": "KZT",
}  # fmt: skip
"""Rupees and pounds of several countries share a sign; the commonest in news stands for them."""
_NAMES = {
    "dollar": "USD", "us dollar": "USD", "american dollar": "USD", "euro": "EUR", "pound sterling": "GBP",
    "british pound": "GBP", "yen": "JPY", "japanese yen": "JPY", "rupee": "INR", "indian rupee": "INR",
    "rouble": "RUB", "ruble": "RUB", "lira": "TRY", "turkish lira": "TRY", "yuan": "CNY", "renminbi": "CNY",
    "swiss franc": "CHF",
}  # fmt: skip
_CODE = (
    r"(?-i:USD|EUR|GBP|CHF|JPY|CNY|TRY|SYP|RUB|INR|PKR|AED|SAR|QAR|KWD|EGP|ILS|IRR|IQD|LBP|JOD|UAH|PLN|SEK|NOK|DKK|CZK|"
    r"HUF|CAD|AUD|NZD|ZAR|NGN|KES|BRL|MXN|KRW)\b"
)
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?:US|AU?|CA?|NZ|HK|NT|S|R)?\$|[£€¥₺₤₹₽₴₪₩₦₱₫₸]|\bRs\b\.?|\b(?P<code>{_CODE}))\s?$", re.I
)
_NOUN = (
    r"dollars?|euros?|yen|rupees?|rou?bles?|liras?|yuan|renminbi|dinars?|ri[ya]als?|dirhams?|shekels?|francs?|pesos?|"
    r"rupiahs?|ringgits?|baht|nairas?|cedis?|shillings?|rands?|kron(?:a|e|or|er)|crowns?|koruna|zlotys?|forints?|"
    r"hryvnias?|tenge|manats?|bolivars?|kwachas?|birr|reais|cents?|pence|pounds?\ssterling"
)
_SHARED_NOUN = r"won|lei|taka|sum|afghanis?"
"""Also a verb, a word or people: money only with a nation in front; pounds, also a weight, with any name."""
_NATION = r"(?-i:(?:South\s|North\s)?[A-Z][a-z]+(?:an|ish|ese|i))"
_COUNTRY = r"(?-i:(?:[A-Z][\w.]+\s){1,2})"
_NAME_AFTER = re.compile(
    rf"[\s-](?:(?P<name>(?:{_COUNTRY})?(?:{_NOUN})|{_COUNTRY}pounds?|{_NATION}\s(?:{_SHARED_NOUN}))\b|"
    rf"(?P<code>{_CODE}))",
    re.I,
)
_POUNDS = r"\spounds?\b"
_POUNDS_AFTER = re.compile(_POUNDS, re.I)
_POUNDS_PAID = re.compile(
    rf"{_POUNDS}(?=\s\((?:about\s)?[$€]|\s(?:an?|per)\s(?:hour|day|night|week|month|year|head|person)\b)", re.I
)
"""What is told in dollars, too, or paid by the hour, is no weight."""
_THING = (
    r"barrel|hour|day|night|week|month|year|person|head|kilo(?:gram(?:me)?)?|kg|lit(?:re|er)|gallon|tonne|ton|ounce|"
    r"pound|share|unit|ticket|piece|dozen|pair|bottle|loaf|portion|minute|mile|kilomet(?:re|er)|km|family|household|"
    r"child|student|pupil|patient|acre|hectare|(?:square|cubic)\s(?:met(?:re|er)|foot|mile)|megawatt[-\s]hour|MWh|kWh"
)
_RATE_AFTER = re.compile(
    rf"\s(?:an?|per|each|every)\s(?:metric\s)?(?:{_THING})\b(?!\s(?:ago|earlier|before|later|after|of)\b)", re.I
)


class Money(NamedTuple):
    """Where the currency of an amount begins and ends, the number and its rate included, and its code or name."""

    start: int
    end: int
    unit: str


def money_at(text: str, start: int, end: int, *, paid: bool) -> Money | None:
    """The amount of money whose number is ``text[start:end]``; None when it is no money.

    Args:
        paid: bare "pounds" weigh nothing, because there are millions of them, or others of the sentence are money.
    """
    sign = _SIGN_BEFORE.search(text, max(0, start - 4), start)
    name = _NAME_AFTER.match(text, end) or (_POUNDS_AFTER if paid else _POUNDS_PAID).match(text, end)
    if sign is None and name is None:
        return None
    behind = name.end() if name else end
    rate = _RATE_AFTER.match(text, behind)
    unit = sign["code"] or _SIGNS[sign[0].strip().lower().rstrip(".")] if sign else _of_name(text[end:behind])
    return Money(sign.start() if sign else start, rate.end() if rate else behind, unit)


def is_money(unit: str | None) -> bool:
    """Whether the unit of a figure is a currency."""
    return unit not in (None, "percent")


def currency_name(unit: str) -> str:
    """The currency of a code as it is told, other units as they are: "dollars" for "USD"."""
    name = next((name for name, code in _NAMES.items() if code == unit), None)
    return unit if name is None else name if name in ("yen", "yuan", "pound sterling") else f"{name}s"


def is_one_currency(left: str, right: str) -> bool:
    """Whether two units are one: the "crowns" of a text are the "Marun crowns" that it names before."""
    return left == right or left.lower().split()[-1:] == right.lower().split()[-1:]


def currencies_in(text: str) -> frozenset[str]:
    """The currencies that ``text`` names without an amount: "in dollars"."""
    return frozenset(_of_name(found["name"] or found["code"]) for found in _NAME_AFTER.finditer(text))


def _of_name(printed: str) -> str:
    """ "liras" as TRY, "Syrian pounds" as printed."""
    name = " ".join(printed.strip(" -").split())
    lower = re.sub(r"s\b(?=$|\ssterling)", "", name.lower())
    return _NAMES.get(lower, name)
