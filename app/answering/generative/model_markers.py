"""The citation markers that chat models write, in every form people have seen."""

from __future__ import annotations

import re
from typing import NamedTuple

_LABEL = r"(?:(?:passages?|sources?|articles?|citations?|refs?|numbers?|no\.?|doc(?:ument)?s?)\s*)?[#^†]?"
_NUMBERS = r"\d{1,3}(?:\s*(?:[,;&–-]|and)\s*[#^]?\d{1,3})*"
_MARKER = re.compile(
    rf"\s*(?:\[+\s*{_LABEL}\s*(?P<square>{_NUMBERS})\s*\]+(?:\([^)\s]*\))?"
    rf"|【\s*{_LABEL}\s*(?P<lens>{_NUMBERS})[^】]{{0,20}}】"
    rf"|［\s*{_LABEL}\s*(?P<wide>{_NUMBERS})\s*］"
    rf"|\((?:passages?|sources?|citations?)\s+(?P<round>{_NUMBERS})\))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)\s*[–-]\s*#?\^?(\d+)")
_MOST_IN_RANGE = 20


class Unmarked(NamedTuple):
    """A text without its markers, and where each stood: (place in ``text``, numbers)."""

    text: str
    markers: tuple[tuple[int, tuple[int, ...]], ...]

    def cited_in(self, start: int, end: int) -> tuple[int, ...]:
        """Numbers of the markers after ``start`` up to ``end``, each once."""
        found = (number for place, numbers in self.markers if start < place <= end for number in numbers)
        return tuple(dict.fromkeys(found))


def unmarked(text: str) -> Unmarked:
    """Take the markers out: "40 posts [1][2]." -> "40 posts." with 1 and 2 at its end."""
    plain = ""
    markers: list[tuple[int, tuple[int, ...]]] = []
    told = 0
    for match in _MARKER.finditer(text):
        plain += text[told : match.start()]
        told = match.end()
        markers.append((len(plain), _numbers(next(part for part in match.groups() if part))))
    return Unmarked(plain + text[told:], tuple(markers))


def _numbers(text: str) -> tuple[int, ...]:
    """ "1, 3-5" -> (1, 3, 4, 5)."""
    found: list[int] = []
    for match in _RANGE.finditer(text):
        first, last = int(match.group(1)), int(match.group(2))
        found += range(first, min(last, first + _MOST_IN_RANGE) + 1)
    found += [int(number) for number in re.findall(r"\d+", _RANGE.sub(" ", text))]
    return tuple(dict.fromkeys(found))
