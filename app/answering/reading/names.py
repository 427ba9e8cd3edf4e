"""Capitalised names in a sentence: "Bed Bath & Beyond", "University of Virginia", "Three 6 Mafia"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.answering.reading.words import STOPWORDS
from app.english import MONTHS, WEEKDAYS
from app.models import Span
from app.retrieval.demonyms import place_of

_CAPITALISED = r"(?:[A-ZÀ-Þ][\w’'&.+$-]*|al-[A-Z][\w-]*)"
_LINK = r"(?:of|the|de|la|le|bin|ibn|al|el|van|von|and|&|for|in|at|on|\d+)"
_RUN = re.compile(rf"{_CAPITALISED}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITALISED})*")
_QUOTED = re.compile(r"[“\"]([^”\"\n]{2,80})[”\"]|(?<!\w)[‘']([A-Z][^’'\n]{3,60})[’'](?!\w)")
_PART = re.compile(r"\S+")
_SEPARATORS = frozenset({"and", "in", "at", "on", "for"})
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})
_OPENERS = STOPWORDS - {"new", "last", "all", "most"}
_EDGES = ' ,.;:!?"“”‘()'
_LONGEST_TITLE_WORDS = 9


def names_in(text: str) -> Iterator[Span]:
    """Spans of names: every run of capitalised words, its parts where "and", "in" or a comma may separate names."""
    for run in _RUN.finditer(text):
        yield from _split(text, run.start(), run.end())


def quoted_titles_in(text: str) -> Iterator[Span]:
    """Spans inside quotation marks that are written like a title: most of their words capitalised."""
    for match in _QUOTED.finditer(text):
        group = 1 if match.group(1) else 2
        words = match.group(group).split()
        if len(words) <= _LONGEST_TITLE_WORDS and 2 * sum(word[0].isupper() for word in words) >= len(words):
            yield trimmed(text, Span(*match.span(group)))


def trimmed(text: str, span: Span) -> Span:
    """The span without punctuation at its edges and without a possessive ending."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    if text[start:end].endswith(("’s", "'s")):
        end -= 2
    elif text[start:end].endswith(("’", "'")):
        end -= 1
    return Span(start, end)


def _is_possessive(word: str) -> bool:
    """ "Syria’s", and "Syrias" where a text has lost its apostrophes."""
    lost = word.endswith("s") and not place_of(word) and place_of(word[:-1])
    return word.endswith(("’s", "'s", "s’", "s'")) or bool(lost)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    parts = [Span(start + part.start(), start + part.end()) for part in _PART.finditer(text[start:end])]
    while parts and text[parts[0].start : parts[0].end].lower() in _OPENERS:
        parts.pop(0)
    groups: list[list[Span]] = [[]]
    for part in parts:
        word = text[part.start : part.end]
        if word in _SEPARATORS or word.strip(_EDGES) in _CALENDAR:
            groups.append([])
            continue
        groups[-1].append(part)
        if word[-1] in ",;:" or _is_possessive(word):
            groups.append([])
    groups = [group for group in groups if group]
    spans = [Span(group[0].start, group[-1].end) for group in groups]
    words = text[start:end].split()
    apart = "on" in words or ("at" in words and _is_possessive(words[-1]))
    if len(groups) > 1 and not apart and _CALENDAR.isdisjoint(words):
        spans.append(Span(groups[0][0].start, groups[-1][-1].end))
    for span in spans:
        kept = trimmed(text, span)
        if kept.end - kept.start > 1:
            yield kept
