"""What happened to what is counted: words and the class they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

# class: verb and noun forms, one blank between; "+" joins the words of a phrase.
_CLASSES = """
killed: kill kills killed killing die dies died dying dead death deaths perish perished perishing slain slaying
 slaughtered
 massacred murdered murder martyred fatalities fatality toll lives bodies corpses victims victim martyrs
executed: execute executes executed executing beheaded beheads behead crucified crucifies hanged executions
wounded: wound wounds wounded wounding injure injures injured injuring injuries hurt hurting maimed casualties+wounded
displaced: displace displaced displacing displacement fled flee flees fleeing uprooted homeless
captured: capture captures captured capturing seize seizes seized seizing captive overran
detained: arrest arrests arrested arresting detain detains detained detaining imprisoned jailed
kidnapped: kidnap kidnapped kidnapping abduct abducted abducting hostage hostages
freed: free freed freeing released releasing rescued
evacuated: evacuate evacuates evacuated evacuating evacuation transported bussed
downed: shoot shot shooting downed downing intercept intercepted intercepting
fired: fire fires fired firing launch launches launched launching lobbed
struck: strike strikes struck striking hit hits hitting target targets targeted targeting bomb bombed bombing
 raided pounded
 attacked attacking attack
destroyed: destroy destroys destroyed destroying destruction demolished razed wrecked
damaged: damage damages damaged damaging
deployed: deploy deploys deployed deploying deployment
has: remain remains remaining stationed based has have had having own owns owned maintains maintain operates
 holds there+is there+are
built: build builds built building set+up established establish establishing
missing: missing unaccounted disappeared
besieged: besieged besieging trapped stranded
entered: enter enters entered entering arrive arrives arrived arriving
left: leave leaves departed departing
"""


@cache
def predicate_forms() -> Mapping[str, str]:
    """Every known form, lower case, to its class."""
    forms: dict[str, str] = {}
    for line in _CLASSES.replace("\n ", " ").strip().splitlines():
        name, words = line.split(":", 1)
        for word in words.split():
            forms.setdefault(word.replace("+", " "), name)
    return MappingProxyType(forms)


@cache
def predicate_names() -> frozenset[str]:
    """The names of all classes."""
    return frozenset(predicate_forms().values())


def predicate_class(word: str) -> str | None:
    """The class of one lower-case word: "perished" -> "killed"; None when it is in no class."""
    return predicate_forms().get(word)


@cache
def verb_stem(word: str) -> str:
    """A crude stem that makes forms of one regular verb equal: "stretching", "stretch" -> "stretch"."""
    word = re.sub(r"(?:ing|ed|es|s|e)$", "", word) if len(word) > 4 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
