"""Every "X said" of a sentence, found without a parser and also where commas were stripped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.figures import speaker_words as lexicon
from app.figures.phrases import STOP
from app.figures.words import Word, read_words, word_set
from app.models import Span
from app.retrieval.demonyms import place_of

_LONGEST_NAME = 12
_BREAK = re.compile(r"[.;:\"“”()]")
_BEFORE_A_PLACE = word_set("in at from of near outside to with by around east west north south")
_ROLE_LED = re.compile(
    rf"\b(?P<role>(?:the\s)?(?:[a-z-]+\s){{0,2}}(?:{'|'.join(sorted(lexicon.ROLES))})"
    r"(?:\s(?:of|for)\s(?:(?:the|of|and|border|province|[A-Z][\w'’-]+)\s?){1,7})?),\s$"
)
_AUXILIARIES = word_set("is are was were has have had will would could should did can")


class Attribution(NamedTuple):
    """One "X said". ``start`` and ``end`` are offsets in the article; ``closed`` when it ends its clause.

    ``generic`` names nobody ("a monitoring group", "the source", a pronoun).
    """

    name: str
    generic: bool
    start: int
    end: int
    closed: bool


class _Name(NamedTuple):
    """Word indexes ``[first, last)`` of a speaker."""

    first: int
    last: int


def attributions_in(text: str, sentence: Span) -> list[Attribution]:
    """The attributions of one sentence of ``text``, in order of their verbs."""
    words = [
        word._replace(start=word.start + sentence.start, end=word.end + sentence.start)
        for word in read_words(text[sentence.start : sentence.end])
    ]
    found: list[Attribution] = []
    for index in range(len(words)):
        name = _speaker_of(words, text, index)
        if name is not None:
            found.append(_attribution(words, text, index, name, sentence))
    return found


def _speaker_of(words: Sequence[Word], text: str, index: int) -> _Name | None:
    word = words[index]
    if word.lower == "according" and index + 2 < len(words) and words[index + 1].lower == "to":
        return _name_after(words, text, index + 2)
    if not _reports(words, index):
        return None
    before = _name_before(words, text, index)
    if before is None or _is_mere_place(words, before):
        return _name_after(words, text, index + 1, verb_led=True)
    return before


def _reports(words: Sequence[Word], index: int) -> bool:
    lower = words[index].lower
    if lower in lexicon.TOLL_VERBS:
        return any(word.lower in lexicon.TOLL_NOUNS for word in words[index + 1 : index + 5])
    return lower in lexicon.REPORT_VERBS and not words[index].capital


def _attribution(words: Sequence[Word], text: str, verb: int, name: _Name, sentence: Span) -> Attribution:
    first, last = words[name.first], words[name.last - 1]
    start, end = min(first.start, words[verb].start), max(last.end, words[verb].end)
    printed = " ".join(text[first.start : last.end].split())
    printed = re.sub(r"^(?:the|The|A|An)\s+(?=[A-Z])", "", printed)
    printed = re.sub(r"(?<=\w)\s(?:AP|AFP|Reuters|REUTERS|UPI|DPA)$", "", printed)
    closed = re.match(r"\s*(?:[.,;!?\"”]|$|(?:while|but|and|as)\b)", text[end : sentence.end]) is not None
    named = any(_is_capital_name(word) for word in words[name.first : name.last])
    return Attribution(printed, not named, start, end, name.first > verb or closed)


def _name_before(words: Sequence[Word], text: str, verb: int) -> _Name | None:
    last = verb
    while last > 0 and _skippable(words, last - 1):
        last -= 1
    if last > 0 and words[last - 1].lower in ("which", "who"):
        last -= 1
    if last == 0 or _BREAK.search(text[words[last - 1].end : words[verb].start]):
        return None
    if words[last - 1].lower in lexicon.PRONOUNS:
        return _Name(last - 1, last)
    if "," in text[words[last - 1].end : words[verb].start]:
        last = _before_apposition(words, text, last)
    main = _before_relative(words, text, last)
    if main is not None:
        return main
    first = _walk_back(words, text, last)
    return _Name(first, last) if _is_name(words[first:last]) else None


def _before_apposition(words: Sequence[Word], text: str, last: int) -> int:
    """The end of the name in front of ", a monitoring group based in Britain, (put)"; ``last`` when there is none."""
    for index in range(last - 1, max(0, last - 16), -1):
        if "," in text[words[index - 1].end : words[index].start]:
            opens = words[index].lower in ("a", "an", "which", "who", "whose")
            return index if opens and not _BREAK.search(text[words[index - 1].end : words[index].start]) else last
    return last


def _skippable(words: Sequence[Word], index: int) -> bool:
    """Adverbs and days between a speaker and the verb: "the Observatory on Friday also said"."""
    lower = words[index].lower
    weekday = lower in lexicon.NOT_NAMES and words[index].capital and index > 0
    return weekday or lower in lexicon.ADVERBS or (lower in ("on", "late") and index + 1 < len(words))


def _before_relative(words: Sequence[Word], text: str, last: int) -> _Name | None:
    """The speaker in front of "which monitors the war said"."""
    for index in range(last - 1, max(1, last - _LONGEST_NAME), -1):
        if words[index].lower in lexicon.REPORT_VERBS:
            return None
        if words[index].lower in ("which", "who"):
            first = _walk_back(words, text, index)
            named = any(word.lower in lexicon.HEADS for word in words[first:index])
            return _Name(first, index) if named else None
    return None


def _walk_back(words: Sequence[Word], text: str, last: int) -> int:
    """The first word of the name that ends before word ``last``."""
    first = last
    while first > 0 and last - first < _LONGEST_NAME:
        gap = text[words[first - 1].end : words[first].start] if first < last else " "
        apposed = "," in gap and _is_apposition(words, first)
        apposed = apposed and not _is_placed(words, first - 1)
        if _BREAK.search(gap) or ("," in gap and not apposed) or (_is_led(words, first, last) and not apposed):
            break
        step = _step_back(words, first, last)
        if step == 0:
            break
        first -= step
    while first < last and words[first].lower in ("of", "for"):
        first += 1
    if first < last and words[first].lower in lexicon.DETERMINERS:
        return first
    if first < last and not any(_is_capital_name(word) for word in words[first:last]):
        first = _whole_phrase(words, text, first)
    elif first < last:
        first = _role_before(words, text, first)
    return _after_place(words, first, last)


def _whole_phrase(words: Sequence[Word], text: str, first: int) -> int:
    """Where the plain words in front of a head noun begin: "(the civil protection) agency"."""
    for index in range(first - 1, max(-1, first - 5), -1):
        if text[words[index].end : words[index + 1].start].strip("'’ "):
            return first
        if words[index].lower in ("the", "a", "an"):
            return index
        if words[index].lower in STOP or words[index].lower in lexicon.REPORT_VERBS:
            return first
    return first


def _role_before(words: Sequence[Word], text: str, first: int) -> int:
    """Where the role in front of a named speaker begins: "the governor of Hatay, (Rahmi Dogan,)"."""
    found = _ROLE_LED.search(text[words[0].start : words[first].start])
    if found is None:
        return first
    start = found.start("role") + words[0].start
    return next((index for index in range(first) if words[index].start >= start), first)


def _step_back(words: Sequence[Word], first: int, last: int) -> int:
    """How many more words in front of ``first`` belong to the name."""
    word = words[first - 1]
    if _is_capital_name(word) or _in_lexicon(word):
        return 1
    if first == last:
        return 0
    if first > 1 and _joins(words[first - 2], word, words[first]):
        return 2 if word.lower in ("in", "from", "at") else 1
    return int(word.lower in lexicon.DETERMINERS and words[first].lower not in lexicon.DETERMINERS)


def _joins(led: Word, word: Word, following: Word) -> bool:
    """Whether ``word`` holds two parts of one name together: "head of the Observatory", "Staffan de Mistura"."""
    if word.lower in lexicon.PARTICLES:
        return following.capital
    if word.lower in ("in", "from", "at", "and"):
        return _takes_place(led)
    return word.lower in ("of", "for") or (word.lower == "the" and led.lower in ("of", "for", "at"))


def _is_placed(words: Sequence[Word], last: int) -> bool:
    """Whether the name that ends with word ``last`` is led by a preposition: "killed in Idlib, the ministry said"."""
    first = last
    while first > 0 and words[first].capital:
        first -= 1
    if (
        words[first].lower in ("of", "and")
        and first > 0
        and any(w.lower in _BEFORE_A_PLACE for w in words[max(0, first - 8) : first])
    ):
        return not any(w.lower in lexicon.ROLES for w in words[max(0, first - 3) : first])
    return words[first].lower in _BEFORE_A_PLACE


def _is_led(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the name found so far begins with its article: "a monitor"; "of the Observatory" goes on."""
    joined = first > 0 and words[first - 1].lower in ("of", "for", "at")
    return first < last and words[first].lower in lexicon.DETERMINERS and not joined


def _is_apposition(words: Sequence[Word], first: int) -> bool:
    """Whether a comma in front of word ``first`` only parts a name from its role: "Barazi, the Homs governor,"."""
    following = words[first]
    role = (
        following.lower in lexicon.ROLES or following.lower in lexicon.DETERMINERS or following.lower in lexicon.HEADS
    )
    return role and first > 0 and words[first - 1].capital


def _after_place(words: Sequence[Word], first: int, last: int) -> int:
    """Where the name begins when a place ran into it: "(in) Aleppo Syrian state television"."""
    for index in range(last - 2, first, -1):
        if words[index].capital and place_of(words[index].lower.removesuffix("s")) and words[index - 1].capital:
            return index
    return first


def _name_after(words: Sequence[Word], text: str, first: int, *, verb_led: bool = False) -> _Name | None:
    last = first
    while last < min(len(words), first + _LONGEST_NAME) and _step_on(words, text, first, last):
        last += 1
    while last > first and words[last - 1].lower in ("of", "for", "the", "at", "a", "an"):
        last -= 1
    if verb_led and last < len(words) and words[last].lower in _AUXILIARIES:
        return None  # "said Russia was …" names no speaker
    return _Name(first, last) if last > first and _is_name(words[first:last]) else None


def _step_on(words: Sequence[Word], text: str, first: int, last: int) -> bool:
    word = words[last]
    if last > first and (_BREAK.search(gap := text[words[last - 1].end : word.start]) or "," in gap):
        return False
    if _is_capital_name(word) or _in_lexicon(word) or word.lower in lexicon.PARTICLES:
        return True
    if word.lower in lexicon.DETERMINERS and last == first:
        return True
    joins = word.lower in ("of", "for", "the", "at") and last + 1 < len(words)
    return joins and (last == first or words[last - 1].lower not in lexicon.DETERMINERS)


def _is_mere_place(words: Sequence[Word], name: _Name) -> bool:
    """Whether the words before the verb only say where: "near the town of Adra east of Damascus said the "
    "Observatory"."""
    led = name.first > 0 and words[name.first - 1].lower in _BEFORE_A_PLACE
    return led and not any(_in_lexicon(word) for word in words[name.first : name.last])


def _takes_place(word: Word) -> bool:
    """A speaker that a place may follow: "activists in Syria", "a source in the hospital"."""
    return word.lower in lexicon.HEADS and (word.lower.endswith("s") or word.lower in ("source", "official", "doctor"))


def _is_capital_name(word: Word) -> bool:
    return word.capital and word.lower not in lexicon.NOT_NAMES


def _in_lexicon(word: Word) -> bool:
    return word.lower in lexicon.HEADS or word.lower in lexicon.MODIFIERS or word.lower in lexicon.ROLES


def _is_name(words: Sequence[Word]) -> bool:
    return any(_is_capital_name(word) or word.lower in lexicon.HEADS for word in words)
