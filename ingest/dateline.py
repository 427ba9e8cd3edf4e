"""The dateline of a report: who wired it, from where, on which day. Pure.

Reads "MOSCOW, February 28. /TASS/.", "BEIRUT (Agency) —", "ANKARA, Feb 3 (Agency) -", "ANAHEIM, Calif. – ",
"London CNN —".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.printed_days import DAY_PATTERN, MONTH, WEEKDAY, PrintedDay, read_match

_AGENCIES = """
AA AFP AGI ANI ANSA AP APA BBC Belga BNO CBS CNN CTK DHA DPA dpa EFE Efe IANS IRNA KUNA MENA NBC NNA NPR PTI QNA RIA
SANA SPA TASS UPI WAM ABC Anadolu Bloomberg Interfax Kyodo Reuters REUTERS Sputnik Xinhua Yonhap
"""
NAMED_AGENCIES = frozenset(_AGENCIES.split()) | {"Associated Press", "The Associated Press", "Agence France-Presse"}
_AGENCY_NAME = r"[A-Z][\w.'’&-]*(?: (?:[A-Z][\w.'’&-]*|of|the|for|and)){0,4}"
_KNOWN = rf"(?:{'|'.join(sorted(NAMED_AGENCIES))})(?: [A-Z][a-z]+)?(?![\w-])"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_UPPER_WORD = rf"{_CAPITAL}(?:{_CAPITAL}|['’.])+"
_UPPER = rf"{_UPPER_WORD}(?:[ -](?:{_UPPER_WORD}|de|del|la|al|el|es|sur|of|and)){{0,4}}"
_TITLED_WORD = rf"(?:{_CAPITAL}[\w'’.]+)"
_TITLED = rf"(?:[aA]l-|[eE]l-)?{_TITLED_WORD}(?:[ -](?:{_TITLED_WORD}|de|del|la|al|el|es|sur|of)){{0,3}}"
_REGION = rf"(?:,\s+(?!{_KNOWN}|(?i:{WEEKDAY}|{MONTH}))(?:{_TITLED_WORD}(?: {_TITLED_WORD}){{0,2}}|(?:[A-Z]\.){{2,}}))?"
_UPPER_PLACE = rf"(?P<place>{_UPPER}(?:\s*/\s*{_UPPER})?{_REGION})"
_TITLED_PLACE = rf"(?P<place>{_TITLED}{_REGION})"
_BRACKETED = rf"(?:/\s*(?P<slashed>{_AGENCY_NAME})[^/\n]{{0,40}}/|\((?P<bracketed>{_AGENCY_NAME})\))"
_KNOWN_BRACKETED = rf"\((?P<known>{_KNOWN})\)"
_SHORTEST_PLACE = 4
_LONGEST = 200
_ABBREVIATED = frozenset({"UAE", "USA", "DRC", "UK", "US"})
_DASH = r"\s*(?:--|[-–—])\s*"
_CLOSE = rf"(?:[.,:]*{_DASH}|[.,:]+(?=\s|$)\s*|\s*$)"
_DATE = rf"(?i:{DAY_PATTERN})"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_UPPER_PLACE},?\s+{_DATE}[.,]?\s*(?:{_BRACKETED}\s*)?{_CLOSE}",
        rf"{_UPPER_PLACE},?\s+{_DATE}[.,]?\s*{_BRACKETED}\s",
        rf"{_UPPER_PLACE},\s+{_DATE}[.,]?\s",
        rf"{_TITLED_PLACE},?\s+{_DATE}[.,]?\s*{_BRACKETED}\s*{_CLOSE}",
        rf"(?:{_TITLED_PLACE},?\s+)?(?P<known>{_KNOWN})(?:\s+{_DATE})?(?:\s*(?:--|[–—])\s*|\s+-\s+)",
        rf"(?P<known>{_KNOWN})\s*$",
        rf"{_UPPER_PLACE},?\s*{_BRACKETED}\s*{_CLOSE}",
        rf"{_TITLED_PLACE},?\s*{_BRACKETED}\s*[.,:]*{_DASH}",
        rf"{_TITLED_PLACE},?\s*{_KNOWN_BRACKETED}\s",
        rf"{_BRACKETED}\s*(?:[.:]*{_DASH}|[.:]+\s)",
        rf"{_UPPER_PLACE}(?:\s+(?:--|[–—])\s*|\s+-\s+)",
    )
)
_NO_PLACE = re.compile(
    r"(?:UPDATED?|LIVE|OPINION|ANALYSIS|WATCH|READ|MORE|EXCLUSIVE|BREAKING|ALERT|VIDEO|PHOTOS?|FACTBOX|INTERVIEW|"
    r"COMMENT|CORRECT(?:ED|ION)|NOTE|EDITOR|ADVISORY|FILE|NEWS|EXPLAINER|TIMELINE|REVIEW|ICYMI|USA TODAY|"
    r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
)


class Dateline(NamedTuple):
    """What a dateline says; ``end`` is where the report proper begins in its paragraph."""

    place: str | None
    agency: str | None
    day: PrintedDay | None
    end: int


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that the paragraph begins with, if it does."""
    if _NO_PLACE.match(paragraph):
        return None
    for pattern in _PATTERNS:
        match = pattern.match(paragraph[:_LONGEST])
        if match:
            found = _dateline(match)
            if found is not None:
                return found
    return None


def place_name(printed: str) -> str:
    """The place as running text writes it: "MOSCOW" is "Moscow", "ANAHEIM, Calif." stays with its region."""
    return " ".join(_cased(word) for word in printed.split())


def _cased(word: str) -> str:
    if word in ("DE", "DEL", "LA", "EL", "OF", "AND"):
        return word.lower()
    if "." in word[:-1] or not word.isupper() or len(word) < 3 or word in _ABBREVIATED:
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda part: part[0][:1] + part[0][1:].lower(), word)


def _dateline(match: re.Match[str]) -> Dateline | None:
    groups = match.groupdict()
    dated = any(groups.get(name) for name in ("iso", "numeric", "day_first", "month_first"))
    day = read_match(match) if dated else None
    if dated and day is None:
        return None
    place = groups.get("place")
    if place and len(place) < _SHORTEST_PLACE and not (dated or "." in place):
        return None
    agency = groups.get("slashed") or groups.get("bracketed") or groups.get("known")
    if place in NAMED_AGENCIES:
        place, agency = None, agency or place
    if agency and agency.startswith("Corr"):
        agency = None
    return Dateline(place_name(place) if place else None, agency, day, match.end())
