"""Bylines: "By Tom Perry in Beirut", "By A. Writer and B. Writer, The Courier". Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|al-{_WORD}|de|van|von|der|bin|el|al|la)){{0,4}}"
_BYLINE = re.compile(
    rf"(?:by|written by|reported by|author:)\s+(?P<authors>{_NAME}(?:(?:, and |, | and | & ){_NAME})*?)"
    rf"(?:,? (?:in|reporting from) (?P<place>{_NAME}))?(?:\s*[,|/–—-]\s*(?P<agency>{_NAME}))?\.?",
)
_SEPARATOR = re.compile(r", and |, | and | & ")


class Byline(NamedTuple):
    """Who wrote it, where, and for whom."""

    authors: tuple[str, ...]
    place: str | None
    agency: str | None


def read_byline(paragraph: str) -> Byline | None:
    """The byline, when the whole paragraph is one."""
    match = _BYLINE.fullmatch(paragraph[:1].lower() + paragraph[1:]) if len(paragraph) <= 200 else None
    if match is None:
        return None
    return Byline(tuple(_SEPARATOR.split(match["authors"])), match["place"], match["agency"])
