"""Closed classes of words: what a question may ask for by name, and the small sets of possible answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

Kind = Literal[
    "number", "date", "month", "year", "person", "country", "state", "city", "place", "organisation", "work", "colour",
    "thing",
]  # fmt: skip
"""What an answer has to be. "thing" is everything else."""

_CATEGORIES: dict[Kind, str] = {
    "person": """actor actress artist astronaut athlete author candidate celebrity ceo chancellor chief coach
        comedian commander composer congressman congresswoman dancer director figure footballer general
        goalkeeper governor journalist judge king lawmaker leader manager man mayor minister musician novelist
        official pastor person player politician pope president prince princess queen quarterback rapper
        republican democrat scientist secretary senator singer spokesman spokeswoman speaker star superstar
        winner woman writer opponent ambassador envoy activist admiral adviser analyst bishop bomber boy
        brigadier captain child children cleric colonel correspondent deputy diplomat doctor emir emissary
        expert girl imam jihadist lawyer lieutenant militant mp nurse officer photographer pilot preacher
        priest prosecutor rebel reporter rescuer resident skipper soldier spokesperson teacher victim""",
    "country": "country nation",
    "state": "state",
    "city": "city town capital",
    "place": """airbase airfield airport area base beach border camp checkpoint continent crossing county destination
        dam district forest governorate hill hospital island lake location market mosque mountain neighbourhood
        neighborhood ocean park part place prison province region river road sea square stadium street stronghold
        suburb venue village""",
    "organisation": """agency airline airport alliance app army bank bloc brand brigade broadcaster chain channel club
        coalition college company council court faction firm force group institution league maker manufacturer militia
        ministry movement museum network newspaper organisation organization outlet party platform publisher retailer
        school store studio team unit university union website""",
    "work": """album bill book cartoon comedy drama film franchise game movie musical novel opera play podcast program
        programme series show sitcom song strip remake sequel""",
    "colour": "color colour",
    "month": "month",
    "year": "year",
    "date": "date day deadline",
}

COLOURS = (
    "red", "orange", "yellow", "green", "blue", "purple", "violet", "pink", "brown", "black", "white", "grey", "gray",
    "gold", "silver", "champagne", "beige", "cream", "maroon", "teal", "turquoise",
)  # fmt: skip
US_STATES = (
    "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida",
    "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland",
    "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada",
    "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma",
    "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah", "Vermont",
    "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming",
)  # fmt: skip
_AUXILIARIES = """
is are was were be been has have had did does do will would can could should may might must
"""
AUXILIARIES = frozenset(_AUXILIARIES.split())


def kind_of_category(word: str) -> Kind | None:
    """The kind of answer that a noun after "which" or "what" asks for: "actors" -> "person"; None when unknown."""
    kinds = _kinds()
    lower = word.lower()
    singular = lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")
    return kinds.get(lower) or kinds.get(singular)


@cache
def _kinds() -> Mapping[str, Kind]:
    return {noun: kind for kind, nouns in reversed(_CATEGORIES.items()) for noun in nouns.split()}
