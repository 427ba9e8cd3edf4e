"""Amounts told again in another unit: "500 Syrian pounds ($1)", "18 metres, or 59 feet"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.figures.reading.currencies import currencies_in
from app.figures.reading.numbers import NumberReading
from app.models import Span

_DIMENSIONS: Mapping[str, str] = {
    "speed": r"(?:kilomet(?:re|er)s?|kms?|miles?|knots?)\s?(?:an|per)\shour|[km]ph|km/h|knots?",
    "length": r"(?:milli|centi|kilo)?met(?:re|er)s?|[mc]m|kms?|m|(?:nautical\s)?miles?|feet|foot|ft|inch(?:es)?|yards?",
    "weight": r"grams?|g|kilo(?:gram)?s?|kgs?|(?:metric\s|short\s|long\s)?ton(?:ne)?s?|pounds?|lbs?|ounces?|oz|stones?",
    "area": r"hectares?|ha|acres?|(?:square|sq\.?)\s(?:(?:kilo)?met(?:re|er)s?|kms?|miles?|feet|foot|ft|yards?)",
    "volume": r"lit(?:re|er)s?|gallons?|pints?|barrels?|cubic\s(?:met(?:re|er)s?|feet|foot|yards?)",
    "heat": r"(?:degrees?|°|º)?\s?(?:celsius|centigrade|fahrenheit|[CF])|degrees?",
}  # fmt: skip
_UNIT = "|".join(rf"(?P<{dimension}>{units})" for dimension, units in _DIMENSIONS.items())
_MEASURED = re.compile(rf"[\s-]?(?:{_UNIT})(?![\w/])", re.IGNORECASE)
_ABOUT = r"(?:(?:about|around|roughly|approximately|some|nearly|almost|over|up\sto|between|minus|~|≈)\s?)?"
_AGAIN = re.compile(
    rf"(?:\s[^\s()\d]+){{0,2}}\s?[(\[](?:or\s|that\sis\s|=\s?)?{_ABOUT}|"
    rf",?\s(?:or|equal\sto|equivalent\sto|the\sequivalent\sof)\s{_ABOUT}",
    re.IGNORECASE,
)
"""What stands between an amount and its conversion, the unit of the amount left out."""
_GOES_ON = re.compile(rf"\s?[,;/]\s?(?:or\s)?{_ABOUT}", re.IGNORECASE)
"""What stands between two conversions of one amount."""


class _Told(NamedTuple):
    """What a number measures, its unit, and where that ends."""

    of: str
    unit: str
    end: int


def conversions_in(text: str, readings: Sequence[NumberReading], *, asked: str = "") -> Iterator[Span]:
    """The numbers of ``readings`` that tell the amount before them again in a unit which ``asked`` does not name."""
    last: Span | None = None
    for amount, again in pairwise(readings):
        of, told = _dimension(text, amount), _dimension(text, again)
        if of is None or told is None or of.of != told.of or of.unit == told.unit:
            continue
        between = text[of.end : again.span.start]
        if _AGAIN.fullmatch(between) or (amount.span == last and _GOES_ON.fullmatch(between)):
            last = again.span
            if not asked or not _names(asked, told):
                yield again.span


def _names(asked: str, told: _Told) -> bool:
    return told.unit in currencies_in(asked) if told.of == "money" else told.unit in asked.lower()


def _dimension(text: str, reading: NumberReading) -> _Told | None:
    """None for a number without a unit."""
    if reading.unit == "percent":
        return None
    if reading.unit is not None:
        return _Told("money", reading.unit, reading.span.end)
    unit = _MEASURED.match(text, reading.span.end)
    if unit is None or unit.lastgroup is None:
        return None
    return _Told(unit.lastgroup, unit[0].strip(" -").lower().removesuffix("s"), unit.end())
