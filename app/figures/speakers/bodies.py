"""Names of bodies that an article elsewhere calls "a monitor", "the ministry" or by their initials."""

from __future__ import annotations

import re
from functools import lru_cache

RESOLVES_TO = {
    "monitor": ("observatory", "monitor", "network", "watch"),
    "group": ("observatory", "watch", "group", "network", "committee", "committees", "amnesty", "coalition"),
    "watchdog": ("observatory", "watch", "agency"),
    "monitors": ("observatory",),
    "observatory": ("observatory",),
    "ministry": ("ministry",),
    "agency": ("agency", "sana", "tass", "anadolu", "amaq"),
    "broadcaster": ("television", "tv", "channel"),
    "army": ("army",),
}
"""The head of a general name to words of the names it may stand for."""
_OBSERVATORY = re.compile(r"(?:[A-Z][\w-]*[a-z]\s){0,2}Observatory\sfor\s(?:[A-Z][a-z]+\s?)+")
_INITIALS = re.compile(r"\b[A-Z]{3,5}\b")
_JOINING = "of|for|and|the|on|in"


def observatory_in(text: str) -> str | None:
    """The observatory that ``text`` names in full, where it names but one."""
    found = {match[0].strip().removeprefix("The ") for match in _OBSERVATORY.finditer(text)}
    shortest = min(found, key=len, default=None)
    return shortest if shortest and all(shortest in name for name in found) else None


def spelled_out(name: str, text: str) -> str:
    """``name`` with initials as the text spells them out: "MSF" where it has "Medecins Sans Frontieres (MSF)"."""
    return _INITIALS.sub(lambda found: _full_form(found[0], text) or found[0], name)


@lru_cache(maxsize=256)
def _full_form(initials: str, text: str) -> str | None:
    words = rf"[\s-](?:(?:{_JOINING})\s)*".join(rf"{letter}[\w'’]*" for letter in initials)
    found = re.search(rf"\b({words})\s[(\[]{initials}[)\]]", text) or re.search(rf"\b({words})\b", text)
    return " ".join(found[1].split()) if found and found[1] != initials else None
