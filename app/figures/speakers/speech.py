"""Every "X said" of a sentence, found without a parser and also where commas were stripped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.english import NUMBER_WORDS
from app.figures.speakers import words as lexicon
from app.figures.speakers.after import name_after, name_after_according
from app.figures.speakers.before import name_before
from app.figures.speakers.names import BEFORE_A_PLACE, Name, in_lexicon, is_capital_name
from app.figures.words import Word, read_words
from app.models import Span

_COUNTS = re.compile(
    r"\s(?:of|it\s(?:at|as)|(?:[\w'’-]+\s){1,6}at\s(?:[a-z]+\s){0,2}\d[\d.,]*|(?:[a-z]+\s)?\d[\d.,]*)\b"
)
"""What follows a verb that tells a count: "spoke of", "put it at", "put turnout at 58.2", "listed 40"."""
_PASSIVE = frozenset({"reported", "confirmed", "given", "recorded", "announced"})
"""Followed by "by" they are told by whom: "three deaths were reported by the rescuers"."""
_TELLING = _PASSIVE | lexicon.REPORT_VERBS | lexicon.TOLL_VERBS | lexicon.COUNT_VERBS | {"according"}
"""No other word leads to a speaker."""
_CITING = frozenset({"citing", "quoting"})
_BLAMES = frozenset({"accused", "accuses", "blamed", "blames"})
_SEATED = re.compile(r"-(?:based|led|backed|run)$")
"""A place in front of these names no speaker: "the Britain-based watchdog"."""
_CLOSED = re.compile(
    r"(?:\s(?:on|late|early|in|at)\b(?:(?!\bthat\b)[^.,;\d]){0,30}(?=[.,;])|\s*)(?:[.,;!?\"”]|$|(?:while|but|and|as)\b)"
)
"""Nothing but the day or place of saying stands between an attribution and the end of its clause."""


class Attribution(NamedTuple):
    """One "X said". ``start`` and ``end`` are offsets in the article; ``closed`` when it ends its clause.

    ``generic`` names nobody ("a monitoring group", "the source", a pronoun). ``cited`` is whom it quotes.
    """

    name: str
    generic: bool
    start: int
    end: int
    closed: bool
    cited: str | None = None


def attributions_in(text: str, sentence: Span) -> list[Attribution]:
    """The attributions of one sentence of ``text``, in order of their verbs."""
    words = read_words(text[sentence.start : sentence.end])
    verbs = [index for index, word in enumerate(words) if word.lower in _TELLING]
    if not verbs:
        return []
    words = [word._replace(start=word.start + sentence.start, end=word.end + sentence.start) for word in words]
    found: list[Attribution] = []
    for index in verbs:
        name = _speaker_of(words, text, index)
        if name is not None:
            found.append(_attribution(words, text, index, name, sentence))
    return found


def _speaker_of(words: Sequence[Word], text: str, index: int) -> Name | None:
    led = _led_by(words, index)
    if led is not None:
        return name_after_according(words, text, index + 2) if led == "to" else name_after(words, text, index + 2)
    word = words[index]
    counts = word.lower in lexicon.COUNT_VERBS and _COUNTS.match(text, word.end) is not None
    if not (counts or _reports(words, index)) or _is_adjective(words, index):
        return None
    before = name_before(words, text, index)
    if word.lower in _BLAMES or (counts and word.lower not in lexicon.REPORT_VERBS):
        return before
    if word.lower in lexicon.TAIL_VERBS and before is not None and _ends_clause(words, before):
        return None
    if before is None or _is_mere_place(words, before) or _is_inverted(words, text, before, index):
        return name_after(words, text, index + 1, verb_led=True)
    return before


def _ends_clause(words: Sequence[Word], name: Name) -> bool:
    """Whether the words before "saying" only end what was told: "the strike on (Marun saying)"."""
    led = words[name.first - 1].lower if name.first else ""
    return led in BEFORE_A_PLACE - {"with"} or led in ("on", "of", "by", "against", "for")


def _led_by(words: Sequence[Word], index: int) -> str | None:
    """The word between the verb and a speaker behind it: "according to", "reported by"; None for other verbs."""
    if index + 2 >= len(words):
        return None
    pair = words[index].lower, words[index + 1].lower
    return pair[1] if pair == ("according", "to") or (pair[0] in _PASSIVE and pair[1] == "by") else None


def _is_adjective(words: Sequence[Word], index: int) -> bool:
    """ "took an estimated 900 hostages" tells of no estimate of somebody's."""
    led = words[index - 1] if index else None
    if led is None or words[index].lower not in ("estimated", "alleged", "reported", "declared"):
        return False
    alleged = words[index].lower == "alleged" and (
        led.text[0].isdigit() or led.lower in NUMBER_WORDS or led.lower == "of"
    )
    return led.lower in lexicon.DETERMINERS or alleged


def _reports(words: Sequence[Word], index: int) -> bool:
    lower = words[index].lower
    if lower in lexicon.TOLL_VERBS:
        return any(word.lower in lexicon.TOLL_NOUNS for word in words[index + 1 : index + 5])
    if lower.startswith("claim") and any(word.lower in lexicon.DEEDS for word in words[index + 1 : index + 6]):
        return False
    if lower in _BLAMES and index + 1 < len(words) and words[index + 1].lower in ("of", "for"):
        return False  # "the group accused of killing 12" says nothing
    return lower in lexicon.REPORT_VERBS and not words[index].capital


def _attribution(words: Sequence[Word], text: str, verb: int, name: Name, sentence: Span) -> Attribution:
    first, last = words[name.first], words[name.last - 1]
    start, end = min(first.start, words[verb].start), max(last.end, words[verb].end)
    printed = " ".join(text[first.start : last.end].split())
    printed = re.sub(r"^(?:the|The|A|An)\s+(?:latest\s+)?(?=[A-Z])", "", printed)
    printed = re.sub(r"['’]?s?\s[Ss]tatement$", "", printed) if first.capital else printed
    printed = re.sub(r"(?<=\w)\s(?:AP|AFP|Reuters|REUTERS|UPI|DPA)$", "", printed)
    closed = _CLOSED.match(text[end : sentence.end]) is not None
    named = any(is_capital_name(word) and not _SEATED.search(word.lower) for word in words[name.first : name.last])
    return Attribution(printed, not named, start, end, name.first > verb or closed, _cited(words, text, verb, name))


def _cited(words: Sequence[Word], text: str, verb: int, name: Name) -> str | None:
    """Whom the speaker quotes: "(X said,) citing a local source", "(X quoted) residents as saying"."""
    behind = max(verb + 1, name.last)
    if words[verb].lower != "quoted":
        behind = (
            next((index for index in range(behind, min(behind + 3, len(words))) if words[index].lower in _CITING), -1)
            + 1
        )
    cited = name_after(words, text, behind) if 0 < behind < len(words) else None
    return " ".join(text[words[cited.first].start : words[cited.last - 1].end].split()) if cited else None


def _is_inverted(words: Sequence[Word], text: str, before: Name, verb: int) -> bool:
    """Whether a name closes the sentence behind the verb: "… the sect of President X said Talal al-Barazi."."""
    after = name_after(words, text, verb + 1) if verb + 1 < len(words) else None
    if after is None or after.last != len(words):
        return False
    counted = any(word.text[0].isdigit() for word in words[max(0, before.first - 1) : before.last])
    led = before.first > 0 and words[before.first - 1].lower in ("of", "in", "near", "at", "from", "by", "against")
    said = words[verb].lower in ("said", "says", "added") and (counted or words[before.first].text.islower())
    return (led and is_capital_name(words[verb + 1])) or (said and (led or counted or after.first < after.last - 1))


def _is_mere_place(words: Sequence[Word], name: Name) -> bool:
    """Whether the words before the verb only say where: "near the town of Adra east of Damascus said the "
    "Observatory"."""
    near = 2 if words[name.first].capital and words[name.first - 1].text.islower() else 1
    led = {word.lower for word in words[max(0, name.first - near) : name.first]} & BEFORE_A_PLACE
    return bool(led) and not any(in_lexicon(word) for word in words[name.first : name.last])
