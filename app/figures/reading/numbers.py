"""Numbers as news writes them: digits, words, magnitudes, ranges, percent and money.

Reading is lexical only; whether a number counts something is decided by ``exclusions`` and ``phrases``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.english import ONES, TENS
from app.figures.reading.currencies import money_at
from app.figures.reading.fractions import fractions_in
from app.models import Span

LED = r"(?:(?:at\s)?(?:least|more than|over|nearly|almost|about|around|some|up to|only|just)\s(?:at\s)?)?"
"""A pattern of what may lead up to a number: "at least", or nothing."""
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_MAGNITUDES = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6,
    "billions": 2 * 10**9,
}  # fmt: skip
_ANY_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(list(ONES)[1:10])})\b)?|(?:{_ANY_ONE}))"
_GROUP = rf"(?:(?:an?|{_SMALL})[-\s]hundred\b(?:\s(?:and\s)?{_SMALL}\b)?|{_SMALL}\b)"
_LARGE = r"(?:thousand|million|billion|trillion)"
_WORDS = (
    rf"(?:half\sa\s(?:dozen|{_LARGE})|(?:a\s)?(?:quarter|half)\sof\sa\s{_LARGE}|"
    rf"{_SMALL}[-\s]and[-\s]a[-\s]half(?:\s{_LARGE})?|(?:a|{_SMALL})\sdozen|an?\s{_LARGE}|"
    rf"{_GROUP}(?:[-\s]{_LARGE}\b(?:\s(?:and\s)?{_GROUP})?)*)"
)
_MANY = "several|a few|many|a couple of"
_VAGUE = (
    r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?:\sof\s(?:thousands|millions|billions))?"
    rf"|(?:{_MANY})\s(?:dozen|hundred|{_LARGE}))"
).replace(" ", r"\s")
_NUMBER = re.compile(
    rf"""(?<![\w.,/:+#°])(?<![A-Za-z]-)
    (?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|[1-9]\d{{0,2}}(?:\s000)+|\d+(?:\.\d+)?)
       (?:[\s-]?(?P<scale>dozen|hundred|{_LARGE})\b|(?P<short>bn|mn|tn|[km])\b)?
     |(?P<vague>{_VAGUE})\b
     |(?P<words>{_WORDS})\b)
    (?P<percent>\s?%|\s(?:percent|per\scent|percentage\spoints?)\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MOST = 1e15
"""More digits than this are an identifier, and no float holds them exactly."""
_JOINER = re.compile(r"\s?[-–—]\s?|\s(?:to|or)\s(?:(?:well\s)?(?:over|more\sthan)\s)?", re.IGNORECASE)
_CHANGE_FROM = re.compile(
    r"\b(?:r[oi]se[ns]?|rising|gr[eo]wn?|climb\w*|jump\w*|increas\w*|updat\w*|up|f[ea]ll\w*|dropp?\w*|down|"
    r"declin\w*|reduc\w*|rais\w*|soar\w*|cut)\b[^.;]{0,40}\bfrom\s\D{0,15}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One number in a text; ``span`` covers scale word, percent sign, and currency with its rate ("$80 a barrel").

    ``vague`` readings ("dozens", "several hundred") carry the smallest value they allow. ``digits`` is the run of
    figures as printed, None for words; ``scaled``: a scale word follows. ``joined`` is the mark or word between the
    ends of a range.
    """

    value: float
    span: Span
    high: float | None = None
    unit: str | None = None
    vague: bool = False
    digits: str | None = None
    scaled: bool = False
    joined: str | None = None


def read_numbers(text: str) -> list[NumberReading]:
    """Every number in ``text`` below ``_MOST``, in order, ranges joined; spans never overlap."""
    shares = [NumberReading(share, span, unit="percent") for span, share in fractions_in(text)]
    found = list(_NUMBER.finditer(text))
    readings = [reading for match in found if (reading := _reading(match)).value < _MOST]
    if text.count("pounds") > 1 and any((one.unit or "").endswith("pounds") for one in readings):  # no weights
        readings = [reading for match in found if (reading := _reading(match, paid=True)).value < _MOST]
    apart = [reading for reading in readings if not any(_overlap(reading.span, share.span) for share in shares)]
    return sorted([*_ranges_joined(text, apart), *shares], key=lambda reading: reading.span.start)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def words_to_number(words: str) -> float:
    """The value of a number that the number grammar accepts ("one hundred and twenty-five" -> 125.0)."""
    parts = re.split(r"[\s-]+", words.lower())
    for fraction, share in (("half", 0.5), ("quarter", 0.25)):
        if fraction in parts:
            whole = ONES.get(parts[0], TENS.get(parts[0], 0))
            return (whole + share) * _SCALES.get(parts[-1], 1)
    total = current = 0.0
    for part in parts:
        if part in ("hundred", "dozen"):
            current = (current or 1) * _SCALES[part]
        elif part in _SCALES:
            total, current = total + (current or 1) * _SCALES[part], 0.0
        elif part in ("a", "an"):
            current = 1.0
        elif part != "and":
            current += ONES.get(part, TENS.get(part, 0))
    return total + current


def _reading(match: re.Match[str], *, paid: bool = False) -> NumberReading:
    groups = match.groupdict()
    value = _value(groups)
    paid = paid or value >= _SCALES["million"]
    money = None if groups["percent"] else money_at(match.string, *match.span(), paid=paid)
    return NumberReading(
        value=value,
        span=Span(money.start, money.end) if money else Span(*match.span()),
        unit="percent" if groups["percent"] else money.unit if money else None,
        vague=groups["vague"] is not None,
        digits=groups["digits"],
        scaled=bool(groups["scale"] or groups["short"]),
    )


def _value(groups: dict[str, str | None]) -> float:
    if digits := groups["digits"]:
        scale = _SCALES.get((groups["scale"] or "").lower()) or _SHORT_SCALES.get((groups["short"] or "").lower(), 1)
        return round(float(_plain(digits)) * scale, 6)
    if words := groups["words"]:
        return words_to_number(words)
    parts = re.split(r"\s", str(groups["vague"]).lower())
    if parts[0] in _MAGNITUDES:
        return float(_MAGNITUDES[parts[0]] * (_SCALES[parts[-1].removesuffix("s")] if len(parts) > 1 else 1))
    return 2.0 * _SCALES[parts[-1]]


def _plain(digits: str) -> str:
    """The figures without what groups them: "1,000", "1 000"."""
    return re.sub(r"[,\s]", "", digits)


def _ranges_joined(text: str, readings: list[NumberReading]) -> list[NumberReading]:
    joined: list[NumberReading] = []
    for reading in readings:
        low = joined[-1] if joined else None
        if low is not None and low.high is None and _is_range(text, low, reading):
            between = text[low.span.end : reading.span.start].strip()
            joined[-1] = replace(
                low,
                value=_scaled_like(low, reading),
                high=reading.value,
                span=Span(low.span.start, reading.span.end),
                unit=low.unit or reading.unit,
                joined=between.lower(),
            )
        else:
            joined.append(reading)
    return joined


def _is_range(text: str, low: NumberReading, high: NumberReading) -> bool:
    between, before = text[low.span.end : high.span.start], text[max(0, low.span.start - 60) : low.span.start]
    if (high.unit not in (None, "percent") and low.unit is None and _is_year(low)) or _of_two_units(low, high):
        return False
    spelled = re.search(r"\bbetween\s$", before, re.IGNORECASE) is not None and between.strip().lower() == "and"
    if low.vague or high.vague or not (spelled or _JOINER.fullmatch(between)):
        return False
    if re.search(r"\bby\s$", before) and (high.unit is None or low.unit is not None):
        return False  # "rose by 39 to 203", but "by 8 to 9 percent"
    return _scaled_like(low, high) < high.value and not _CHANGE_FROM.search(before)


def _of_two_units(low: NumberReading, high: NumberReading) -> bool:
    return low.unit is not None and high.unit is not None and low.unit != high.unit


def _is_year(reading: NumberReading) -> bool:
    """ "in 2018 to $120 million" is no range."""
    return reading.digits is not None and len(reading.digits) == 4 and 1900 <= reading.value <= 2100


def _scaled_like(low: NumberReading, high: NumberReading) -> float:
    """The lower end, scaled as the upper one when only that prints its scale ("2 to 3 million")."""
    plain = low.digits is not None and not low.scaled
    printed = float(_plain(high.digits)) if high.digits else 0.0
    scale = high.value / printed if printed else 1.0
    return low.value * scale if plain and scale >= 1_000 and low.value < 1_000 else low.value
