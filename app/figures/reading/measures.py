"""Measures joined to their number: the feet of "a 70-foot tower", the days of "a ten-day siege"."""

from __future__ import annotations

import re

MEASURE = (
    r"(?:foot|feet|inch|yard|mile|met(?:re|er)|kilomet(?:re|er)|centimet(?:re|er)|km|pound|tonne|ton|kilogram|kg|"
    r"lit(?:re|er)|gallon|acre|hectare|degree|year|month|week|day|night|hour|minute|second|seat|page|storey|story|bed|"
    r"room|member|vehicle)"
)
"""What may follow a hyphen; models and names are written so, too, with other words."""
PARTS = frozenset({"seats", "pages", "storeys", "stories", "beds", "rooms", "members", "vehicles"})
"""Joined ones that tell what a thing has: "a 20-member team" has so many members."""
_JOINED = re.compile(rf"-(?:square-)?(?P<measure>{MEASURE})s?\b(?![-\s]olds?\b)", re.IGNORECASE)
_PLURALS = {
    "foot": "feet", "feet": "feet", "inch": "inches", "storey": "storeys", "story": "stories", "km": "km", "kg": "kg",
}  # fmt: skip


def joined_measure(behind: str) -> str | None:
    """The measure, in the plural, that the text behind a number joins to it with a hyphen; None when it joins none."""
    found = _JOINED.match(behind)
    if found is None:
        return None
    measure = found["measure"].lower()
    return _PLURALS.get(measure, f"{measure}s")
