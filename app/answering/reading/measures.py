"""Units of measure: what "how long", "how heavy" or "how much does it cost" has to be answered in."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LENGTH = r"(?:kilo|centi|milli)?met(?:re|er)s?|km|miles?|feet|foot|ft|inch(?:es)?|yards?"
_TIME = r"seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)"
_WEIGHT = r"(?:kilo)?grams?|kilos?|kg|tonnes?|tons?|pounds?|lbs?|ounces?|stone"
_EXTENT = rf"(?:{_LENGTH})(?!\s?/\s?h|\s(?:an|per)\s(?:hour|second))"
_SPEED = rf"(?:{_LENGTH}|knots?)(?:\s+(?:an|per)\s+(?:hour|second)|/h)?|mph|kph|km/h"
_HEAT = r"degrees?(?:\s+(?:celsius|fahrenheit))?|°\s?[CF]?|(?-i:[CF])"
_VOLUME = r"lit(?:re|er)s?|gallons?|barrels?|hectares?|acres?"
_SHARE = r"%|per\s?cent(?:age\spoints?)?|percentage\spoints?"
_CURRENCY = r"(?:US\s+)?(?:dollars?|euros?|pounds?|lira|roubles?|rubles?|yuan|yen|cents?|pence)(?:\s+(?:an?|per)\s\w+)?"
_UNITS: Mapping[str, str] = {
    "long": f"{_EXTENT}|{_TIME}",
    "time": _TIME,
    "amount": rf"{_LENGTH}|{_WEIGHT}|{_VOLUME}|{_HEAT}|{_SHARE}|points?|times",
    "change": rf"{_LENGTH}|{_WEIGHT}|{_VOLUME}|{_HEAT}|{_SHARE}|points?",
    "stuff": rf"{_LENGTH}|{_WEIGHT}|{_VOLUME}|{_SHARE}",
    "area": rf"(?<=square\s)(?:{_LENGTH})|hectares?|acres?",
    "far": rf"{_EXTENT}|(?:minutes?|hours?|days?)(?=['’]?\s(?:drive|walk|flight|ride|march|away|from|by))",
    "high": _EXTENT,
    "tall": _EXTENT,
    "deep": _EXTENT,
    "wide": _EXTENT,
    "heavy": _WEIGHT,
    "fast": _SPEED,
    "hot": _HEAT,
    "warm": _HEAT,
    "cold": _HEAT,
    "money": _CURRENCY,
}
_PATTERNS = {
    measure: re.compile(rf"[\s-]?(?:(?:square|cubic|light|metric|more)\s+)?(?:{units})(?!\w)", re.IGNORECASE)
    for measure, units in _UNITS.items()
}


def unit_end(text: str, end: int, measure: str) -> int | None:
    """Where the unit of a number that ends at ``end`` ends; None when none of the measure follows.

    Args:
        measure: "amount" for whatever has a unit, "change" for by how much, "stuff" for how much water, "area",
            "money", "time", "long", "far", "high", "tall", "deep", "wide", "heavy", "fast", "hot", "warm" or "cold".
    """
    unit = _PATTERNS[measure].match(text, end)
    return unit.end() if unit else None
