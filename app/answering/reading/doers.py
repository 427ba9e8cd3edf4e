"""Who did it: whoever stands in front of the verb of a deed, or behind "by".

"Rebels retook the town", "Turkey also shot down two aircraft", "it was Ankara that asked for the talks", "the editor,
seized by a British officer". A name elsewhere in the sentence, above all that of its speaker, did nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.answering.reading.asking import asking_word
from app.answering.reading.focus import Focus
from app.answering.reading.lexicon import AUXILIARIES, Kind, kind_of_category
from app.answering.reading.noun_phrases import noun_phrases_in
from app.answering.reading.words import Word, is_past, stem, words_of
from app.figures.speakers.words import ROLES
from app.models import Span

_SAME_DEEDS: Mapping[str, str] = {
    "take capture seize": "retake recapture",
    "retake recapture": "",
    "hold control": "take capture seize retake recapture",
    "dismiss sack fire": "part",
    "found establish": "",
    "request ask": "",
    "sink capsize": "",
    "acquire buy": "",
}
"""Verbs that are asked with and report one another, and those that report them as well: who took a town holds it."""
_DEEDS = {
    stem(verb): frozenset(map(stem, f"{asked} {told}".split()))
    for asked, told in _SAME_DEEDS.items()
    for verb in asked.split()
}
_SAYING_WORDS = """
say said says tell told speak spoke call report warn claim put count estimate list expect describe state
confirm accuse blame deny declare urge condemn
"""
_SAYING = frozenset(map(stem, _SAYING_WORDS.split()))
_SAYS = (
    r"(?:said|says|told|tells|added|adds|announced|reported|reports|wrote|warned|confirmed|claimed|explained|noted|"
    r"stated|reckons|replied|declared)"
)
_SPEAKS_AFTER = re.compile(rf"(?:\s+of\s+[^,;.]{{2,40}})?(?:,(?:[^,]{{2,60}},)?)?\s+(?:also\s+|later\s+)?{_SAYS}\b")
_SPEAKS_BEFORE = re.compile(rf"\b(?:{_SAYS}|according\s+to)\s+(?:(?!that\b)[\w’',-]+\s+){{0,7}}\Z")
_BETWEEN = (  # subject and verb: "of Norrin", ", the mayor,"
    r"(?:\s+(?:of|from|in|on|at)\s+(?:the\s+)?[\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]*)*)?(?:,(?:[^,]{2,60},)?)?\s+"
)
_VERB_AFTER = re.compile(
    rf"{_BETWEEN}(?:(?:has|have|had|also|then|later|now|once|again|who|that|which|will|would|\w+ly)\s+){{0,3}}"
    r"(?P<verb>[\w’'-]+)"
)
_WAS_AFTER = re.compile(
    rf"{_BETWEEN}(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?(?P<verb>[\w’'-]+)"
)
_WAS = frozenset({"was", "were", "is", "are"})
_VERB_BEFORE = re.compile(r"(?P<verb>[\w’'-]+)\s+(?:an?\s+|the\s+)?\Z")
_BY_BEFORE = re.compile(r"(?P<verb>[\w’'-]+)\s+by\s+(?:[\w’'.-]+\s+){0,4}\Z")
_PREPOSITION = re.compile(
    r"\s+(?:in|on|at|by|near|for|to|of|from|since|after|before|during|as|off|outside|with|over|and|when|while)\b"
)
_NO_SUBJECT = re.compile(
    r"\b(?:no|not|of|in|on|at|from|near|for|to|with|against|over|around)\s+(?:the\s+)?(?:\w+ern\s+)?\Z", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:no|nobody|none|neither|not|never|nor)\b[^,;.]{0,40}\Z|n[’']t\s+\Z", re.IGNORECASE)
_OPENS_DEFINITE = re.compile(r"\s+(?:down\s+|up\s+|for\s+|to\s+)?(?:the|it|them|this|that|him|her)\b")
_STARTS_WITH_PRONOUN = re.compile(r"[“\"]?(?:It|They|He|She|This|These)\b")
_ACTORS_WORDS = """
troops forces soldiers rebels fighters army navy police officers officer gunmen militants protesters residents
villagers rescuers divers researchers biologists astronomers scientists chemists engineers trustees court parliament
government ministry council company union firm group team board committee commission agency fishermen judge judges
prosecutors prosecutor workers drivers teachers artillery jets pilots insurgents jihadists militia militias alliance
crew man woman men women people boy girl students pupils volunteers firefighters coastguard authority authorities
guards guard toddler infant passenger passengers survivors survivor
"""
_ACTORS = frozenset(_ACTORS_WORDS.split()) | ROLES
_AGE_BEFORE = re.compile(r"\d+-\Z")
_NOUN_ENDINGS = ("ment", "ments", "tion", "tions")
_BEFORE_VERB = frozenset({"has", "have", "had", "also", "first", "then", "recently", "reportedly", "just"})
_LIGHT = frozenset(map(stem, ["make", "become", "come", "go", "get", "have", "play", "do", "be", "was", "use", "try"]))
_AFTER_DEEDS = frozenset({"for", "responsibility"})
"""Who calls for something, or claims responsibility, does more than say so."""
_LONGEST_PHRASE = 5
_REACH = 110


class Deed(NamedTuple):
    """What somebody is asked to have done.

    Attributes:
        verbs: stems of the verbs that report it.
        things: stems of whom or what it was done to; often none.
        is_passive: it was done to whoever is asked for: "who was pulled from the rubble?"
        takes_object: the thing follows the verb at once, so that "33 soldiers killed in Norrin" killed nobody.
    """

    verbs: frozenset[str]
    things: frozenset[str]
    takes_object: bool
    is_passive: bool = False


def deed_asked(focus: Focus) -> Deed | None:
    """The deed of "who shot down the drone?" and "which group claimed responsibility?"; None where none is asked.

    Saying is no deed here, and in "whom did they arrest?" somebody else did it.
    """
    return _deed_asked(focus.ask, focus.asking or "", focus.kind)


@lru_cache(maxsize=64)
def _deed_asked(ask: str, asking: str, kind: Kind) -> Deed | None:
    word = asking_word(ask)
    if word is None or asking not in ("who", "which", "what") or kind not in ("person", "organisation"):
        return None
    rest = list(words_of(ask[word.end() :]))
    if asking == "who" and len(rest) > 1 and rest[0].text in _WAS and is_past(rest[1].text):
        return Deed(frozenset({rest[1].stem}), frozenset(), takes_object=False, is_passive=True)
    place = _verb_place(rest, asking)
    if place is None or rest[place].text.lower() in AUXILIARIES or rest[place].stem in _LIGHT:
        return None
    verb, things = rest[place].stem, _things(rest[place + 1 :])
    behind = rest[place + 1].text if len(rest) > place + 1 else ""
    if (verb in _SAYING and behind not in _AFTER_DEEDS) or (verb == "announc" and asking != "who"):
        return None
    takes_object = bool(things) and _PREPOSITION.match(f" {behind}") is None
    return Deed(_DEEDS.get(verb, frozenset({verb})), things, takes_object)


def _verb_place(rest: Sequence[Word], asking: str) -> int | None:
    """Where the verb stands: behind "who", or right behind "which court"; None where something else stands there."""
    plain = [at for at, word in enumerate(rest) if word.text.lower() not in _BEFORE_VERB]
    if asking == "who":
        return plain[0] if plain else None
    behind = [at for at in plain if at and kind_of_category(rest[at - 1].text)]
    return next((at for at in behind if at < _LONGEST_PHRASE and is_past(rest[at].text)), None)


def _things(after: list[Word]) -> frozenset[str]:
    """The words behind the verb up to a preposition: "the ferry line" of "opened the ferry line in May"."""
    found: list[str] = []
    for place, word in enumerate(after):
        if not word.is_content and found and word.text.lower() not in ("and", "of", "the"):
            break
        if word.is_content and (place or word.text not in ("down", "up", "off", "out")):
            found.append(word.stem)
    return frozenset(found)


def doers_in(text: str, deed: Deed) -> Iterator[Span]:
    """Noun phrases without a name that do the deed by the form of the sentence."""
    for span in noun_phrases_in(text):
        if does(text, span, deed) and _is_actor(text[span.start : span.end]):
            aged = _AGE_BEFORE.search(text, max(0, span.start - 4), span.start)
            yield Span(aged.start(), span.end) if aged else span


def does(text: str, span: Span, deed: Deed) -> bool:
    """Whether what stands at ``span`` is the subject of the deed, or follows it after "by"."""
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    done = (_VERB_BEFORE if deed.is_passive else _BY_BEFORE).search(before)
    if done and _reports(done["verb"], deed):
        return True
    verb = (_WAS_AFTER if deed.is_passive else _VERB_AFTER).match(after)
    if verb is None or not _reports(verb["verb"], deed) or _NO_SUBJECT.search(before):
        return False
    return not deed.takes_object or _PREPOSITION.match(after, verb.end()) is None


def _reports(word: str, deed: Deed) -> bool:
    """Whether a word is a form of the verb: "governs", not "government"."""
    return stem(word) in deed.verbs and not word.endswith(_NOUN_ENDINGS)


def is_done_to_asked(text: str, around: frozenset[str], deed: Deed) -> bool:
    """Whether a sentence tells the deed of the very thing asked about, by name or as "the town" that stood before."""
    words = words_of(text)
    told = [word for word in words if _reports(word.text, deed) and not _DENIED.search(text, 0, word.start)]
    if not told or not deed.things or deed.things & {word.stem for word in words}:
        return bool(told)
    starts = _STARTS_WITH_PRONOUN.match(text) is not None
    return bool(deed.things & around) and (starts or any(_OPENS_DEFINITE.match(text, word.end) for word in told))


def did_nothing(text: str, span: Span) -> bool:
    """Whether the name only says what the sentence tells, or where: "Akar said", "in Idlib"."""
    before = text[max(0, span.start - _REACH) : span.start]
    return is_speaker(text, span) or _NO_SUBJECT.search(before) is not None


def is_speaker(text: str, span: Span) -> bool:
    """Whether the name says what the sentence tells: "Akar said", "said the founder, Ines Corral"."""
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    return bool(_SPEAKS_AFTER.match(after) or _SPEAKS_BEFORE.search(before))


def _is_actor(phrase: str) -> bool:
    """Whether somebody without a name is meant: "rebels", "the administrative court"."""
    head = phrase.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    return head.lower() in _ACTORS or (head.islower() and head.endswith(("ists", "ers")))
