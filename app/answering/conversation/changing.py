"""The question before with the one thing changed that a follow-up names: its place, its time or a name."""

from __future__ import annotations

import re

from app.answering.reading.words import words_of
from app.answering.speaker_names import is_body
from app.english import MONTHS, WEEKDAYS
from app.retrieval.demonyms import forms_of, place_of

_TIME = re.compile(
    r"^(?:before|after|since|until|by|as of|during|between|in|on|at|last|this|earlier|now|today|yesterday|then|"
    r"previously|(?:an?|one|two|three|\w+)\s(?:day|week|month|year)s?\s(?:earlier|before|later|ago))\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    rf"\b(?:(?:19|20)\d\d|{'|'.join((*MONTHS, *WEEKDAYS))}|"
    r"week|month|year|day|that|then|now|today|yesterday|earlier)\b",
    re.IGNORECASE,
)
_OLD_TIME = re.compile(
    r"\s+(?:(?:before|after|since|until|by|as of|during|in|on|of)\s+(?:the\s+|early\s+|late\s+|last\s+|this\s+)?"
    rf"(?:(?:19|20)\d\d|(?:{'|'.join(MONTHS)})\b"
    r"[ ,\d]*)|now|today|currently|yesterday)(?=\W*$)",
    re.IGNORECASE,
)
_LED = re.compile(
    r"^(?:before|after|since|until|by|as of|during|between|in|on|at|last|this|earlier|now|near|around|over|outside|"
    r"inside|of|for|with|according)\b",
    re.IGNORECASE,
)
"""What may open a turn, and stands small in the middle of a question: "In Aleppo?"."""
_EARLIER = re.compile(r"^(?:before|until|earlier|previously)\b|\b(?:earlier|before|ago)$", re.IGNORECASE)
_NOW = re.compile(r"^(?:now|today|currently)\b", re.IGNORECASE)
_PLACE = re.compile(r"^(?:in|near|around|over|at|outside|inside)\s+(?P<name>(?:the\s+)?[A-ZÀ-Þ].*)$")
_OLD_PLACE = re.compile(
    r"\b(?:in|near|around|over|at|outside|inside|from|aboard)\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*"
    r"(?:\s+(?:province|region|city|countryside|earthquake|flood|fire|storm|crash|attack|strike|election|war|county))?"
)
_NAME = re.compile(r"^(?:the\s+)?(?P<name>[A-ZÀ-Þ][\w’'.-]*(?:\s+[A-ZÀ-Þ][\w’'.-]*)*)$")
_OF_NAME = re.compile(r"^(?:of|for|by|with)\s+(?P<name>(?:the\s+)?[A-ZÀ-Þ].*)$")
ACCORDING = re.compile(r"\s*\baccording to\b.*", re.IGNORECASE)
"""Who is to say it, at the end of a question."""
_HAVE = re.compile(r"\b(?:do|does|did) (?P<who>.+?) have\b")
_BE = re.compile(r"\b(?:are|is)\b", re.IGNORECASE)


def changed(rest: str, previous: str) -> str | None:
    """The previous question with the time, place, name or source in ``rest`` for its own; None: it names none."""
    stem, rest = previous.rstrip("?. "), _LED.sub(lambda led: led[0].lower(), rest)
    if ACCORDING.match(rest):
        return f"{ACCORDING.sub('', stem)} {rest}?"
    place = _PLACE.match(rest)
    if place and not _CALENDAR.search(place.group("name")):
        return f"{_place_changed(stem, rest, place.group('name'))}?"
    if _TIME.match(rest) and _CALENDAR.search(rest):
        return f"{time_changed(stem, rest)}?"
    name = _OF_NAME.match(rest) or _NAME.match(rest)
    if name and is_body(rest):
        return f"{ACCORDING.sub('', stem)} according to {rest}?"
    return f"{name_changed(stem, name.group('name'))}?" if name else None


def place_in(question: str) -> str | None:
    """The place that a question names, with its preposition: "in Idlib province"; no month."""
    found = next((one for one in _OLD_PLACE.finditer(question) if not _CALENDAR.search(one.group())), None)
    return found.group() if found else None


def _place_changed(stem: str, phrase: str, name: str) -> str:
    old = place_in(stem)
    return stem.replace(old, f"{old.split()[0]} {name}", 1) if old else f"{stem} {phrase}"


def time_changed(stem: str, phrase: str) -> str:
    """The question ``stem`` asked of another time; of an earlier one it asks what used to be."""
    plain = _OLD_TIME.sub("", stem)
    if _NOW.match(phrase):
        plain = plain.replace("used to be", "are")
    if re.search(r"\bthat$|\bthen$", phrase, re.IGNORECASE):
        phrase = "" if _EARLIER.search(phrase) else phrase
        plain = _used_to(plain)
    elif _EARLIER.search(phrase):
        plain = _used_to(plain)
    return f"{plain} {phrase}".strip()


def _used_to(question: str) -> str:
    have = _HAVE.sub(r"did \g<who> use to have", question, count=1)
    return have if have != question else _BE.sub("used to be", question, count=1)


def name_changed(stem: str, name: str) -> str:
    """Put a name where the previous question has one of its kind: a people for a people, a place for a place."""
    bare = re.sub(r"[’']s?$", "", name)
    place = place_of(bare)
    for word in words_of(stem):
        if place and place_of(word.text) and place_of(word.text) != place:
            return f"{stem[: word.start]}{_like(word.text, bare)}{stem[word.end :]}"
    old = place_in(stem)
    if old:
        return stem.replace(old, f"{old.split()[0]} {bare}", 1)
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
