"""Questions for yes or no: the sentence that says so, with "Yes" or "No" only where its grammar leaves no doubt.

"Did Turkey withdraw from the posts?" is not answered with yes by "troops must withdraw behind the Turkish posts": who
did it has to stand before the verb, and the verb must be neither wished for nor denied. Short of that the sentence is
told and the reader judges; a sentence that lacks anything but the verb is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.answering.draft import NOTHING, Draft
from app.answering.extractive.telling import is_tellable, statements_of, told_alone
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.predicates import same_deeds
from app.answering.reading.sentences import Ranked
from app.answering.reading.support import names_the_asked, setting_of
from app.answering.reading.words import Word, is_participle, is_verb_form, words_of

_POLAR = re.compile(
    r"^\W*(?P<auxiliary>is|are|was|were|do|does|did|has|have|had|will|would|can|could)\s+(?!(?:you|we|i)\b)"
    r"(?P<there>there\s+)?(?P<rest>.+)",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:must|should|would|could|may|might|will|if|unless|whether|alleg\w+|want\w*|plan\w*|threat\w*|warn\w*|"
    r"demand\w*|ask\w*|call\w*|hop\w+|fear\w*|according to plan)\b",
    re.IGNORECASE,
)
_ACCUSED = re.compile(r"\b(?:accus\w+|blam\w+|suspect\w*|suspicion|charge[sd]?)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:accus\w+|blam\w+|alleg\w+|suspect\w*|that\s+(?!it\b|they\b|he\b|she\b))", re.IGNORECASE)
_CLAIMED = re.compile(
    r"\b(?:say|said|says|telling|told|claim\w*)\b[^.,]{0,30}\b(?:that|it|they|he|she)\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|never|no|nobody|none|denie[sd]|deny|without|refused)\b|n[’']t\b", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:in|at|of|to|from|on|near|against|over|inside|across)\s+(?:the\s+)?$", re.IGNORECASE)
"""A place where something is done does not do it."""
_MAIN_HAVE = re.compile(r"^(?:\S+\s+){1,4}have\b", re.IGNORECASE)
_BEING = frozenset({"is", "are", "was", "were"})
_ANY_ORDER = frozenset({"lose"})
"""Who loses is the object of what is done to them."""
_REACH = 40
_LEAST_THINGS = 2
_LOOKED_AT = 12


def asks_yes_no(focus: Focus) -> bool:
    """Whether the question asks for yes or no, and for nothing else."""
    asked = _POLAR.match(focus.ask)
    return asked is not None and focus.asking is None and not re.search(r"\bor\b", focus.ask)


def write_yes_no(focus: Focus, ranked: Sequence[Ranked]) -> Draft:
    """The nearest sentence that speaks of all that is asked; ``NOTHING`` where none does."""
    told = None
    for sentence in (entry.sentence for entry in ranked[:_LOOKED_AT]):
        if not is_tellable(sentence) or sentence.text.endswith("?") or not names_the_asked(focus, sentence):
            continue
        verdict = _verdict(focus.ask, sentence)
        if verdict in ("Yes", "No"):
            first = statements_of([sentence])[0]
            return Draft(verdict, (replace(first, text=f"{verdict}: {first.text}"),))
        told = told or (sentence if verdict else None)
    return told_alone(told) if told else NOTHING


def _verdict(ask: str, sentence: Sentence) -> str:
    """ "Yes", "No", "told" where the sentence is near but leaves it open, "" where it is about something else."""
    asked = _POLAR.match(ask)
    rest = [word for word in words_of(asked["rest"] if asked else "") if word.is_content]
    if asked is None or not rest:
        return ""
    verb = None if asked["there"] else _verb(asked, rest)
    things = [word for word in rest if word is not verb]
    seen = sentence.stems | sentence.around | setting_of(sentence)
    if any(word.stem not in seen for word in things):
        return ""
    here = [word for word in things if word.stem in sentence.stems]
    spoken = verb is not None and bool(same_deeds(verb.stem) & sentence.stems)
    if len(here) < (len(things) - 1 if spoken else max(len(things), _LEAST_THINGS)):
        return ""
    if any(not _is_name(word) and word not in here for word in things):
        return "told" if verb is None or verb.stem in sentence.stems or asked["auxiliary"].lower() in _BEING else ""
    if not (verb or asked["there"]):
        return "told"
    said = _said(asked, rest[0], verb, sentence)
    return "told" if said and _is_left_open(rest, verb, sentence) else said


def _said(asked: re.Match[str], doer: Word, verb: Word | None, sentence: Sentence) -> str:
    """What a sentence with all that is asked says of it."""
    places = [word for word in sentence.words if verb and word.stem in same_deeds(verb.stem)]
    if verb and not places:
        return "told" if asked["auxiliary"].lower() in _BEING else ""
    end = places[0].start if places else len(sentence.text)
    before = sentence.text[max(0, end - _REACH) if places else 0 : end]
    does = verb is not None and asked["auxiliary"].lower() not in _BEING and verb.stem not in _ANY_ORDER
    if does and not _does(doer, sentence.text[:end]):
        return ""
    if _UNSURE.search(before) or before.rstrip().lower().endswith(" to"):
        return "told"
    return "No" if _DENIED.search(before) else "Yes"


def _does(doer: Word, before: str) -> bool:
    """Whether what stands before the verb makes somebody the doer: not "in Syria", nor "Syria accused rebels of"."""
    ends = [
        word.end for word in words_of(before) if word.stem == doer.stem and not _BEHIND.search(before[: word.start])
    ]
    return bool(ends) and _OF_OTHERS.search(before[ends[-1] :]) is None


def _is_left_open(rest: Sequence[Word], verb: Word | None, sentence: Sentence) -> bool:
    """Whether it is somebody's claim, or still to come.

    Which of several plain words is the verb, as in "did the water board appeal", a question does not tell: what stands
    before any of them counts.
    """
    before = sentence.text[: _starts(verb, sentence)[-1]]
    if _ACCUSED.search(before) or _CLAIMED.search(before):
        return True
    if _is_name(rest[0]):
        return False
    asked = {word.stem for word in rest}
    last = max((word.start for word in sentence.words if word.stem in asked), default=0)
    return _UNSURE.search(sentence.text[:last]) is not None


def _starts(verb: Word | None, sentence: Sentence) -> list[int]:
    """Where the sentence tells the deed; its start where it does not."""
    return [word.start for word in sentence.words if verb and word.stem in same_deeds(verb.stem)] or [0]


def _verb(asked: re.Match[str], rest: Sequence[Word]) -> Word | None:
    """The first plain word behind whom the question is about: "lose" of "Turkey lose soldiers"; None without one."""
    if _MAIN_HAVE.search(asked["rest"]):
        return None
    first = next((place for place, word in enumerate(rest) if _is_name(word)), 0)
    plain = [word for word in rest[first + 1 :] if not _is_name(word)]
    if asked["auxiliary"].lower() in _BEING:
        plain = [word for word in plain if is_participle(word.text) or is_verb_form(word.text)]
    return plain[0] if plain else None


def _is_name(word: Word) -> bool:
    return word.is_capitalised or word.stem.startswith("@")
