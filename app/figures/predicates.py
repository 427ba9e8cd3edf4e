"""What happened to what is counted: words and the class they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from app.figures.words import word_set

# class: verb and noun forms, one blank between.
_CLASSES = """
killed: kill kills killed killing die dies died dying dead death deaths perish perished perishing slain slaying
 slaughtered
 neutralise neutralised neutralize neutralized eliminate eliminated eliminating elimination liquidated
 massacred murdered murder martyred fatalities fatality casualties toll lives bodies corpses victims victim martyrs
executed: execute executes executed executing beheaded beheads behead beheadings crucified crucifies hanged
 executions execution
wounded: wound wounds wounded wounding injure injures injured injuring injuries injury hurt hurting maimed
displaced: displace displaced displacing displacement fled flee flees fleeing uprooted homeless
captured: capture captures captured capturing seize seizes seized seizing captive overran
 recapture recaptured recapturing retook retaken retake retaking regained liberate liberated liberating
detained: arrest arrests arrested arresting detain detains detained detaining imprisoned jailed
kidnapped: kidnap kidnapped kidnapping kidnappings abduct abducted abducting abduction hostage hostages
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
 hold holds holding run runs operate operated operating keep keeps kept
live: live lived living reside resides resided residing inhabit inhabited inhabiting
built: build builds built building established establish establishing
missing: missing unaccounted disappeared
besieged: besieged besieging trapped stranded
entered: enter enters entered entering arrive arrives arrived arriving
left: left leave leaves departed departing
"""


_IRREGULAR = """
win:won,wins,winning lose:lost,loses,losing,loss,losses take:took,taken,takes,taking sell:sold send:sent give:gave,given
hold:held
make:made,making fall:fell,fallen rise:rose,risen pay:paid buy:bought bring:brought spend:spent build:built
drive:drove,driven fly:flew,flown get:got,gotten meet:met lead:led run:ran see:saw,seen draw:drew,drawn grow:grew,grown
shed:shedding cut:cuts,cutting keep:kept lay:laid
"""
GROWS = frozenset({"killed", "wounded", "missing", "displaced"})
"""What is counted up while an event is told of: later counts are higher ones."""
HAVING = frozenset({"has", "deployed", "built", "set", None})
"""What stands somewhere and may go: its counts rise and fall."""
HURT = frozenset({"killed", "wounded"})
_HOME_TO = re.compile(r"\bhome to (?:[a-z]+\s){0,3}$")
_DRIVES = frozenset({"forc", "driv", "push", "prompt", "caus", "compel"})
_AWAY = re.compile(r"[^.;]{0,50}\b(?:out of|from|to (?:flee|leave|abandon))\b")
_TAKES_CONTROL = re.compile(
    r"\b(?:t[ao]k\w*|(?:re)?gain\w*|seiz\w*|(?:re-?)?establish\w*|impos\w*|restor\w*|extend\w*)"
    r"\s(?:[\w-]+\s){0,2}?control\s(?:of|over)\b|\b(?:brought|bring\w*)"
    r"\s(?:[\w'’-]+\s){0,5}?under\s(?:[\w'’-]+\s){0,2}?control\b",
    re.IGNORECASE,
)
_LOST_ALIVE = word_set(
    "soldiers soldier troops men people lives servicemen fighters members officers personnel militants terrorists "
    "rebels insurgents gunmen jihadists mercenaries manpower"
)
_GROUND = word_set(
    "villages towns cities districts neighbourhoods neighborhoods hills positions bases posts checkpoints areas fields "
    "buildings farms settlements airports hostages prisoners captives"
)
"""What is captured when it is taken."""
_LONGEST_WITH_LL = 5
"""Letters of "shell" and "drill"; a longer stem in "ll" has one "l": "cancelled", "cancel"."""
_JOBS = word_set("jobs positions roles workers employees staff staffers")
_CUTS = frozenset({"cut", "lay", "shed", "slash", "ax", "reduc", "fired", "killed"})
"""What is done to jobs and workers that are let go: laid off, cut, fired, "eliminated"."""
_DEEDS = word_set("strikes airstrikes raids attacks sorties bombings shellings clashes")
"""What nobody kills: "28 were killed in six air raids"."""
_LOST_IN_FLIGHT = word_set("drones drone planes plane jets jet aircraft helicopters helicopter warplanes")


@cache
def predicate_forms() -> Mapping[str, str]:
    """Every known form, lower case, to its class."""
    forms: dict[str, str] = {}
    for line in _CLASSES.replace("\n ", " ").strip().splitlines():
        name, words = line.split(":", 1)
        for word in words.split():
            forms.setdefault(word, name)
    return MappingProxyType(forms)


@cache
def predicate_names() -> frozenset[str]:
    """The names of all classes."""
    return frozenset(predicate_forms().values())


def predicate_class(word: str) -> str | None:
    """The class of one lower-case word: "perished" -> "killed"; None when it is in no class."""
    return predicate_forms().get(word)


@cache
def _irregular() -> Mapping[str, str]:
    pairs = (pair.split(":") for pair in _IRREGULAR.split())
    return {form: verb for verb, forms in pairs for form in forms.split(",")}


def is_irregular_past(word: str) -> bool:
    """Whether the lower-case word is a form of a verb that builds its past without "-ed": "brought", "sold"."""
    return word in _irregular() and not word.endswith(("ing", "s"))


def loss_of(predicate: str | None, head: str | None) -> str | None:
    """What losing comes to: soldiers lost or destroyed are killed, drones lost are downed, workers let go are cut.

    Raids are not killed, and other predicates stay.
    """
    lost = predicate in ("lost", "lose", "los")
    if head in _LOST_ALIVE and (lost or predicate == "destroyed"):
        return "killed"
    if predicate == "lay" and head == "people":
        return "cut"
    if head in _JOBS and (predicate in _CUTS - {"killed"} or (predicate == "killed" and head in ("jobs", "roles"))):
        return "cut"
    if predicate in ("killed", "wounded") and head in _DEEDS:
        return None
    if predicate in ("take", "tak") and head in _GROUND:
        return "captured"
    return "downed" if lost and head in _LOST_IN_FLIGHT else predicate


def takes_control(text: str) -> bool:
    """Whether what is told to happen ends ``text`` or stands in it as gaining control: "took full control of"."""
    return _TAKES_CONTROL.search(text) is not None


def lives_there(before: str) -> bool:
    """Whether what stands in front of a number makes it those at home somewhere: "home to an estimated"."""
    return _HOME_TO.search(before) is not None


def driven_out(predicate: str | None, behind: str) -> str | None:
    """ "forced 33,000 residents out of their homes" displaces them; None for any other text behind a verb."""
    return "displaced" if predicate in _DRIVES and _AWAY.match(behind) else None


@cache
def verb_stem(word: str) -> str:
    """A crude stem that makes forms of one verb equal: "stretching", "stretch" -> "stretch"; "won" -> "win"."""
    word = re.sub(r"(?<=[b-df-hj-np-tv-z])y$", "i", _irregular().get(word, word))
    word = re.sub(r"(?:(?<=\w\w\w)ing|ed|es|s|e)$", "", word) if len(word) > 4 else word
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] != "s"
    return word[:-1] if doubled and (word[-1] != "l" or len(word) > _LONGEST_WITH_LL) else word
