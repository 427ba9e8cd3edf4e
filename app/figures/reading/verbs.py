"""Verbs around a counted phrase: what is told behind it, later in its sentence, or in front of its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.predicates import HURT, is_irregular_past, predicate_class, takes_control, verb_stem
from app.figures.reading.phrases import QUANTIFIERS, is_plural
from app.figures.words import Word, word_set

NUMBER_WORDS = word_set("two three four five six seven eight nine ten eleven twelve dozens several")
VERB = re.compile(r"^(?!(?:hundred|indeed|united|speed|need|seed|breed|sacred|hatred|infrared)$).{3,}(?:ed|ing)$")
NO_VERBS = word_set(
    "allied compared concerning including according during following evening morning building wedding meeting spring"
)
CASUALTIES = HURT | {"executed"}
_AUXILIARIES = word_set("was were got is are be been being has have had who that which also reportedly now then all")
_SUBSETS = word_set(
    "including among mostly most mainly of them whom some and the both least at more than women children"
)
_PASSED_BACK = QUANTIFIERS | word_set("its their his her for across also and lives no death deaths in be believed")
_CLAUSE_WORDS = word_set("said says while but when after before because although where")
_RELATIVES = word_set("who which whom")
FINITE = word_set("left died fled arrived entered perished surrendered")
"""Verbs that tell of the counted behind a relative clause without a helping verb."""
_HARM = re.compile(r"(?:suffocat|asphyxia|breath|respirat|injur|wound|burn|poison|chok|fractur|concussion)")
_FAR, _LONGEST_SUBJECT, _LONGEST_CLAUSE = 4, 24, 18
"""Words between a verb and the number that is its object, where no "and" joins two; words of a long subject, and of a
clause on it."""
_OBJECT_LEADS = word_set("at more over up nearly almost some about a an another with behind")
_SUBJECTS = _RELATIVES | {"she", "he", "they", "it", "that"}
_OF_PLACE_OR_AGE = word_set("km kilometres kilometers miles metres meters years")
"""What a number between the counted and their verb may tell: how far off it was, or how old they were."""
_IRREGULAR = word_set(
    "has have had held hold sent send took take lost lose won win built build spent spend made make gave give fell "
    "rose loss losses sold sell bought buy paid pay cost costs drew brought bring broke saw ran set put cut shed grew "
    "hosts host houses contains covers cover stretches stretch spans lasts include includes numbers employs serves "
    "needs receives provide provides got get met fought led left"
)
_HEARSAY = word_set("reported believed confirmed feared found said known summarily estimated thought identified to")
_NO_DEEDS = word_set("strike strikes attack attacking fire target")
_HAPPENS = word_set("missing dying fleeing perishing remaining leaving entering arriving")
_SUFFERED = CASUALTIES | {"struck", "captured", "destroyed", "damaged", "besieged", "detained", "kidnapped", "freed"}


def predicate_after(words: Sequence[Word], last: int) -> str | None:
    """The predicate that follows a counted phrase ending before word ``last``: "(were) killed", "including … died"."""
    helped = subset = False
    for index in range(last, min(last + 14, len(words))):
        word = words[index].lower
        kind = _kind_told(words, index)
        if kind is not None:
            bound = helped or (subset and kind in CASUALTIES and not words[index - 1].text[0].isdigit())
            return kind if (_at_once(words, last) if index == last else bound) else None
        if word in _AUXILIARIES or word in _HEARSAY:
            helped = helped or word in _AUXILIARIES
        elif word in _SUBSETS or word[0].isdigit():
            subset = subset or word not in ("and", "at", "least", "more", "than", "of")
            if word == "and" and (_opens_verb(words, index) if subset else not _coordinates(words, index)):
                return None
        elif helped and (VERB.match(word) or is_irregular_past(word)) and not (subset and _is_of_part(words, index)):
            return None if _is_of_one(words, last, index) else verb_stem(word)
        elif word in _CLAUSE_WORDS or word == "not" or not (subset or helped or _coordinated(words, last, index)):
            return None
    return None


def _is_of_one(words: Sequence[Word], last: int, verb: int) -> bool:
    """Whether the verb is no plural's: "(a town that is home to 350 people) has endured"."""
    return words[verb - 1].lower in ("has", "was", "is") and last > 0 and is_plural(words[last - 1])


def _at_once(words: Sequence[Word], last: int) -> bool:
    """Whether the word behind the phrase tells what was done to it; "sorties targeting 1354 posts" do it themselves."""
    if words[last].lower.endswith("ing") and words[last].lower not in _HAPPENS:
        return False
    return last == 0 or words[last].start - words[last - 1].end == 1


def _kind_told(words: Sequence[Word], index: int) -> str | None:
    """What the word at ``index`` tells of the counted; a stem where they do it themselves: "were attacking"."""
    word, behind = words[index].lower, [one.lower for one in words[index + 1 : index + 4]]
    if word in ("has", "have", "had"):
        return None
    if word in ("fell", "fallen") and any(one in ("martyrs", "victims", "victim") for one in behind[:2]):
        return "killed"
    if word in ("suffered", "suffer", "sustained", "experienced") and any(map(_HARM.match, behind)):
        return "wounded"
    kind = predicate_class(word)
    acts = word.endswith("ing") and kind in _SUFFERED and words[index - 1].lower in ("are", "were", "been")
    return verb_stem(word) if acts and index else kind


def is_relative(words: Sequence[Word], index: int) -> bool:
    """Whether a clause on the counted opens at word ``index``."""
    return index < len(words) and words[index].lower in _RELATIVES


def behind_relative(words: Sequence[Word], last: int) -> str | None:
    """The predicate behind a clause that opens at word ``last``: "(20 fighters) who guarded the buses were killed"."""
    if not is_relative(words, last):
        return None
    told = False
    for index in range(last + 1, min(last + _LONGEST_CLAUSE, len(words))):
        word, helper = words[index].lower, words[index - 1].lower in ("were", "was")
        kind = predicate_class(word)
        if word in _CLAUSE_WORDS or word == "and":
            return None
        if told and ((helper and kind not in (None, "has")) or word in FINITE):
            return kind
        told = told or word not in _AUXILIARIES
    return None


def passive_after(words: Sequence[Word], last: int) -> str | None:
    """The predicate of "18 people in the suburb were killed": a helped participle some words after the phrase."""
    for index in range(last, min(last + _LONGEST_SUBJECT, len(words))):
        word = words[index].lower
        kind = predicate_class(word)
        joins = word == "and" and (_joins_name(words, index) or _joins_doers(words, index))
        counts = word.isdigit() and not any(one.lower in _OF_PLACE_OR_AGE for one in words[index + 1 : index + 4])
        if counts or word in _CLAUSE_WORDS or word == "addition" or (word == "and" and not joins):
            return None
        if index > last and (kind in CASUALTIES or word in FINITE) and not _is_of_other(words, index):
            return kind
        led = words[index - 1].lower if index else ""
        if led in ("was", "were", "been") and words[index - 2].lower not in ("which", "who", "that"):
            return kind if kind != "has" else None
    return None


def _is_of_other(words: Sequence[Word], index: int) -> bool:
    """Whether the word names a death, or tells of whom the counted killed: "(12 men in a van) killed two"."""
    word, behind = words[index].lower, words[index + 1].lower if index + 1 < len(words) else ""
    if any(led.lower in ("was", "were", "been", "be", "are") for led in words[max(0, index - 3) : index]):
        return False
    if word in FINITE or word in ("dead", "die"):
        return words[index - 1].lower in _SUBJECTS or (word == "left" and _leads_object(behind))
    done = word.endswith("ed") or word == "hurt"
    return not done or behind in ("the", "its", "their", "his", "her") or _leads_object(behind)


def _leads_object(word: str) -> bool:
    return word[:1].isdigit() or word in NUMBER_WORDS or word in _OBJECT_LEADS


def _joins_name(words: Sequence[Word], index: int) -> bool:
    """Whether a name follows "and" at ``index``: "(from Tunisia) and the Arab Republic of Egypt (were killed)"."""
    following = words[index + 1 : index + 3]
    named = bool(following) and (following[0].capital or (following[0].lower == "the" and following[-1].capital))
    return named or (bool(following) and following[0].lower in ("its", "their", "other"))


def _joins_doers(words: Sequence[Word], index: int) -> bool:
    """Whether "and" at ``index`` adds to the phrase: "(74 soldiers) and allied militiamen had been (killed)"."""
    following = [word.lower for word in words[index + 1 : index + 14]]
    helped = next((place for place, word in enumerate(following) if word in ("was", "were", "had", "have")), 0)
    return helped > 0 and not any(predicate_class(word) for word in following[:helped])


def _is_of_part(words: Sequence[Word], index: int) -> bool:
    """Whether the verb tells of a part: "including a child who was visiting", not "mostly women were affected"."""
    first = index
    while first > 0 and words[first - 1].lower in ("were", "was", "been", "have", "has", "had"):
        first -= 1
    passive = words[index - 1].lower in ("were", "was", "been")
    return not passive or words[first - 1].lower in ("who", "which", "that")


def _opens_verb(words: Sequence[Word], index: int) -> bool:
    """Whether "and" at ``index`` leads a deed of its own: "(killed 47 people, most of them civilians,) and wounded"."""
    return index + 1 < len(words) and predicate_class(words[index + 1].lower) in CASUALTIES


def _coordinates(words: Sequence[Word], index: int) -> bool:
    return any(word.text[0].isdigit() or word.lower in NUMBER_WORDS for word in words[index + 1 : index + 4])


def _coordinated(words: Sequence[Word], last: int, index: int) -> bool:
    return any(word.lower == "and" for word in words[last:index])


def _phrasal(words: Sequence[Word], index: int, number: int) -> str | None:
    """What the word tells together with its neighbours: "the lives of", "there are", "home to", "took control of"."""
    word = words[index].lower
    there_are = word in ("are", "is", "were", "was") and index and words[index - 1].lower == "there"
    if there_are or (word == "home" and words[index + 1].lower == "to"):
        return "has"
    if word == "control" and takes_control(" ".join(one.text for one in words[max(0, index - 3) : number])):
        return "captured"
    return "killed" if word in ("lives", "life") and words[index + 1].lower == "of" else None


def predicate_before(words: Sequence[Word], number: int) -> tuple[str, int] | None:
    """The nearest verb before word ``number`` and where it stands: its class, or its stem when it is in none."""
    joined = False
    for index in range(number - 1, max(-1, number - 9), -1):
        word = words[index].lower
        kind = _phrasal(words, index, number) or (predicate_class(word) if word != "lives" else None)
        if kind and word not in _NO_DEEDS:
            return kind, index
        joined = joined or word == "and"
        if word in _PASSED_BACK or word.endswith("ly"):
            continue
        if word in _IRREGULAR or is_irregular_past(word) or (VERB.match(word) and word not in NO_VERBS):
            return kind or verb_stem(word), index
        if (number - index > _FAR and not joined) or word in _CLAUSE_WORDS or word in _RELATIVES:
            return None
    return None
