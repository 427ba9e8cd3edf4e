"""Follow-up questions made to stand alone, without a model: what a short turn leaves out comes from the turn before.

"and before January?", "and in Aleppo?", "what about Syria's?", "and officers?" and "who said so?" after "How many
Turkish posts are in Idlib?" keep its words and change what they name. A question that names things itself stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.answering.reading.words import words_of
from app.retrieval.demonyms import forms_of, place_of

_WHO_SAID = re.compile(
    r"(?:and\s+)?(?:who\s+(?:said|says|told|claims?|claimed|reported|reports)\b(?:\s+(?:so|that|it|this))?"
    r"(?:\s+figure|\s+number)?"
    r"|according to whom|says who|whose (?:figure|number|claim) is (?:that|this|it)"
    r"|(?:what|which) (?:is|was) (?:the|your) source)\s*[?.!]*",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"^(?:(?:and|but|or|so|then|ok|okay)\b[\s,]*)?(?:(?:what|how)\s+about\b\s*)?(?P<rest>.*?)[\s?.!]*$",
    re.IGNORECASE | re.DOTALL,
)
_CONTINUES = re.compile(r"^(?:and|but|or|so|then)\b|^(?:what|how)\s+about\b", re.IGNORECASE)
_TIME = re.compile(
    r"^(?:before|after|since|until|by|as of|during|between|in|on|at|last|this|earlier|now|today|yesterday|then|"
    r"previously)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|day|that|then|now|today|yesterday|earlier)\b",
    re.IGNORECASE,
)
_OLD_TIME = re.compile(
    r"\s+(?:(?:before|after|since|until|by|as of|during|in|on|of)\s+(?:the\s+|early\s+|late\s+|last\s+|this\s+)?"
    r"(?:(?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"[ ,\d]*)|now|today|currently|yesterday)(?=\W*$)",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"^(?:before|until|earlier|previously)\b", re.IGNORECASE)
_NOW = re.compile(r"^(?:now|today|currently)\b", re.IGNORECASE)
_PLACE = re.compile(r"^(?:in|near|around|over|at|outside|inside)\s+(?P<name>(?:the\s+)?[A-ZÀ-Þ].*)$")
_OLD_PLACE = re.compile(
    r"\b(?:in|near|around|over|at|outside|inside|from|aboard)\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*"
    r"(?:\s+(?:province|region|city|countryside|earthquake|flood|fire|storm|crash|attack|strike|election|war|county))?"
)
_NAME = re.compile(r"^(?:the\s+)?(?P<name>[A-ZÀ-Þ][\w’'.-]*(?:\s+[A-ZÀ-Þ][\w’'.-]*)*)$")
_PRONOUN = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|it|its|there|that|those|these|this|one|ones)\b", re.IGNORECASE
)
_COUNTED = re.compile(
    r"(?P<how>\bhow many\s+)(?P<noun>[\w’' -]+?)(?=\s+(?:are|is|were|was|have|has|had|did|do|does|can|will|used to)\b)",
    re.I,
)
_BARE_COUNT = re.compile(
    r"^how many\s+(?:of (?:them|those|these)\s+)?(?P<verb>(?:are|is|were|was|have|had|died|live|fled|survived)\b.*)",
    re.IGNORECASE,
)
_SAME_COUNT = re.compile(
    r"^(?:how many\s+(?:(?:are|is|were|was) (?:there|they)\s*)?|what (?:is|was) the "
    r"(?:figure|number|toll|total|count)\s+)"
    r"(?P<change>(?:now|today|then|in|at|on|by|before|after|since|until|according to)\b.*)",
    re.IGNORECASE,
)
_IT_MOVED = re.compile(
    r"^(?P<how>(?:by\s+)?how (?:much|many) (?:did|has|have|had) )(?:it|that|this|the (?:number|figure|total))"
    r"(?P<moved>\s.+)$",
    re.IGNORECASE,
)
_ONES = re.compile(r"^how many\s+(?P<name>[A-ZÀ-Þ][\w’'-]*)\s+ones?\b", re.IGNORECASE)
_OF_NAME = re.compile(r"^(?:of|for|by|with)\s+(?P<name>(?:the\s+)?[A-ZÀ-Þ].*)$")
_ACCORDING = re.compile(r"\s*\baccording to\b.*", re.IGNORECASE)
_BE = re.compile(r"\b(?:are|is)\b", re.IGNORECASE)
_FEW_WORDS = 2
"""Content words up to which a question without names leans on the one before: "How many were wounded?" does, "How many
lanterns does the wharf have?" stands alone, unless it takes up a word of the previous question."""


class FollowUp(NamedTuple):
    """A question ready to be answered alone. ``asks_speaker``: who said what the previous answer states."""

    standalone: str
    asks_speaker: bool = False


def asks_speaker(question: str) -> bool:
    """Whether the question is "who said so?" in one of its forms."""
    return bool(_WHO_SAID.fullmatch(" ".join(question.split())))


def stand_alone(question: str, previous: str | None) -> FollowUp:
    """The question with what it leaves out filled in from the previous standalone question.

    Args:
        previous: None when the conversation has just begun; then the question is returned as it is.
    """
    text = " ".join(question.split())
    if not previous:
        return FollowUp(text)
    if asks_speaker(text):
        return FollowUp(f"Who says {_lower_first(previous.rstrip('?. '))}?", asks_speaker=True)
    opener = _OPENER.match(text)
    rest = opener.group("rest") if opener else text
    same = _same_count(rest, previous)
    if same:
        return FollowUp(same)
    continues = bool(_CONTINUES.match(text))
    if continues or len(rest.split()) <= 3:
        return FollowUp(_with_change(rest, previous))
    return FollowUp(_with_subject(text, previous))


def _same_count(rest: str, previous: str) -> str | None:
    """A count of what the previous question counts: "how many are there now", "how many were injured"; else None."""
    counted = _COUNTED.search(previous)
    if counted is None:
        return None
    stem = previous.rstrip("?. ")
    change = _SAME_COUNT.match(rest)
    if change:
        phrase = change.group("change")
        spoken = _ACCORDING.match(phrase)
        return f"{_ACCORDING.sub('', stem)} {phrase}?" if spoken else f"{_time_changed(stem, phrase)}?"
    moved = _IT_MOVED.match(rest)
    if moved:
        return f"{moved['how']}the number of {stem[counted.end('how') :]}{moved['moved']}?"
    ones = _ONES.match(rest)
    if ones:
        return f"{_name_changed(stem, ones.group('name'))}?"
    bare = _BARE_COUNT.match(rest)
    if bare and not re.match(r"(?:are|is|were|was)\s+(?:there|in)\b", bare.group("verb")):
        return _with_subject(f"How many {counted.group('noun')} {bare.group('verb')}?", previous)
    return None


def stand_alone_in(questions: Sequence[str]) -> list[str]:
    """The questions of a conversation, each made to stand alone; those that only ask for the speaker are left out."""
    asked: list[str] = []
    for question in questions:
        if not asks_speaker(question):
            asked.append(stand_alone(question, asked[-1] if asked else None).standalone)
    return asked


def _with_change(rest: str, previous: str) -> str:
    """The previous question with the one thing that the follow-up names changed."""
    stem = previous.rstrip("?. ")
    place = _PLACE.match(rest)
    if place and not _CALENDAR.search(place.group("name")):
        return f"{_place_changed(stem, rest, place.group('name'))}?"
    if _TIME.match(rest) and _CALENDAR.search(rest):
        return f"{_time_changed(stem, rest)}?"
    of_name = _OF_NAME.match(rest)
    if of_name:
        return f"{_name_changed(stem, of_name.group('name'))}?"
    name = _NAME.match(rest)
    if name:
        return f"{_name_changed(stem, name.group('name'))}?"
    if rest and rest[0].islower() and len(rest.split()) <= 3 and _COUNTED.search(stem):
        return f"{_COUNTED.sub(lambda match: match.group('how') + rest, stem, count=1)}?"
    return _with_subject(f"{rest[:1].upper()}{rest[1:]}?", previous)


def _place_changed(stem: str, phrase: str, name: str) -> str:
    old = _OLD_PLACE.search(stem)
    if old:
        return f"{stem[: old.start()]}{old.group().split()[0]} {name}{stem[old.end() :]}"
    return f"{stem} {phrase}"


def _time_changed(stem: str, phrase: str) -> str:
    plain = _OLD_TIME.sub("", stem)
    if _NOW.match(phrase):
        plain = plain.replace("used to be", "are")
    if re.search(r"\bthat$|\bthen$", phrase, re.IGNORECASE):
        phrase = "" if _EARLIER.match(phrase) else phrase
        plain = _BE.sub("used to be", plain, count=1)
    elif _EARLIER.match(phrase):
        plain = _BE.sub("used to be", plain, count=1)
    return f"{plain} {phrase}".strip()


def _name_changed(stem: str, name: str) -> str:
    """Put a name where the previous question has one of its kind: a people for a people, a place for a place."""
    bare = re.sub(r"[’']s?$", "", name)
    place = place_of(bare)
    for word in words_of(stem):
        if place and place_of(word.text) and place_of(word.text) != place:
            return f"{stem[: word.start]}{_like(word.text, bare)}{stem[word.end :]}"
    old = _OLD_PLACE.search(stem)
    if old:
        return f"{stem[: old.start()]}{old.group().split()[0]} {bare}{stem[old.end() :]}"
    names = [word for word in words_of(stem) if word.is_capitalised and word.start > 0]
    if not names:
        return f"{stem} {name}"
    start = names[-1].start
    for word in names[-2::-1]:  # "the Civic Union" is one name
        if stem[word.end : start] != " ":
            break
        start = word.start
    return f"{stem[:start]}{name}{stem[names[-1].end :]}"


def _like(old: str, new: str) -> str:
    """The form of a place that fits where the old word stands: ("Turkish", "Syria") -> "Syrian"; else unchanged."""
    if old.lower() == place_of(old):
        return new
    place = place_of(new)
    people = [
        form for form in forms_of(new) if place and form != place and not form.endswith("s") and form[:2] == place[:2]
    ]
    return people[0].title() if people else new


def _with_subject(question: str, previous: str) -> str:
    """A question without names of its own gets the place or the names of the previous one."""
    words = words_of(_ACCORDING.sub("", question))
    names = [
        word
        for word in words
        if word.is_content and ((word.start > 0 and word.is_capitalised) or word.stem.startswith("@"))
    ]
    if names and not _PRONOUN.search(question):
        return question
    content = {word.stem for word in words if word.is_content}
    takes_up = content & {word.stem for word in words_of(previous) if word.is_content}
    if len(content) > _FEW_WORDS and not takes_up and not _PRONOUN.search(question):
        return question
    stem = question.rstrip("?. ")
    old = _OLD_PLACE.search(previous)
    if re.search(r"\bthere\b", stem, re.IGNORECASE) and old:
        return re.sub(r"\bthere\b", old.group(), stem, count=1, flags=re.IGNORECASE) + "?"
    if names:
        return question
    missing = old.group() if old else _names_of(previous)
    spoken = _ACCORDING.search(stem)
    if spoken and missing:
        return f"{stem[: spoken.start()]} {missing}{stem[spoken.start() :]}?"
    return f"{stem} {missing}?" if missing else question


def _names_of(previous: str) -> str:
    names = [word.text for word in words_of(previous) if word.is_content and word.is_capitalised and word.start > 0]
    return f"about {' '.join(dict.fromkeys(names))}" if names else ""


def _lower_first(text: str) -> str:
    first, _, others = text.partition(" ")
    return f"{first.lower()} {others}" if first[1:].islower() else text
