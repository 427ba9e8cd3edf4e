"""Sentences on which two backends are compared before one is trusted.

Close to one another on purpose: eight places times nine events, so that a small error would change who is nearest.
"""

_PLACES = ("Idlib", "Aleppo", "Kharkiv", "Lisbon", "Nairobi", "Lima", "Jakarta", "Ohio")
_EVENTS = (
    "At least twelve people were wounded in {} on Friday, the governor said.",
    "The army set up forty observation posts around {}.",
    "Talks about a ceasefire in {} will go on next week.",
    "Heavy rain flooded roads and cut off villages near {}.",
    "Voters in {} chose a new mayor on Sunday.",
    "Prices of bread and fuel in {} rose by nine percent in a year.",
    "A hospital in {} received the first doses of the vaccine.",
    "The team from {} won the final three to one after extra time.",
    "A museum in {} returned eleven paintings to their owners.",
)

SAMPLE_SENTENCES = tuple(event.format(place) for event in _EVENTS for place in _PLACES)
