"""A text that begins by repeating its own date and title on the same line. Pure.

"Wed 05 Apr 2017 Nerve agent suspected, says WHO. Victims of …" begins at "Victims". Only exact repetitions are cut: the
title word for word, the agency in front of a date, a date that is the article's own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.date_line import is_labelled, read_opening_date
from ingest.dateline import NAMED_AGENCIES
from ingest.printed_days import PrintedDay

_FEWEST_TITLE_WORDS = 4
_SITE_TAIL = re.compile(r"\s+[|–—-]\s+[^|]{2,60}$")
_AFTER_TITLE = re.compile(r"\s*[.:!?]*(?:\s+|$)")
_PAGE_WORDS = re.compile(r"(?:Get short URL(?: \d+){0,4}|Print this page|title:)\s+")
_BARE_CLOCK = re.compile(r"\d{4}(?:\d{2})?\s+")
_BEGINNING = re.compile(r"""["'“‘«(\[]*[A-Z0-9À-ÖØ-ÞА-Я$£€]""")


class Opening(NamedTuple):
    """What was cut: the text now begins at ``start``."""

    start: int
    day: PrintedDay | None
    agency: str | None


def read_opening(text: str, title: str, published_day: str | None) -> Opening:
    """Where the report proper begins, and the day and agency printed before that.

    Args:
        text: the first paragraph.
        title: the article's title, "" when unknown.
        published_day: the article's day when its format gives one; without it a day counts only with a label, a weekday
            or the title beside it.
    """
    start, day, agency, repeats = 0, None, None, False
    while True:
        rest = text[start:]
        page_words = _PAGE_WORDS.match(rest)
        if page_words:
            start += page_words.end()
            continue
        length = 0 if repeats else _title_length(rest, title) or _clock_and_title_length(rest, title)
        if length:
            start, repeats = start + length, True
            continue
        name = _agency_before_date(rest)
        found = None if day else read_opening_date(rest[len(name) :], published_day)
        if found is None:
            break
        agency = name.strip() or agency
        start, day = start + len(name) + found.end, found
    begins = start == len(text) or _BEGINNING.match(text[start:])
    certain = day is None or repeats or day.iso == published_day or (not published_day and is_labelled(text))
    disputed = day is not None and published_day is not None and day.iso != published_day
    if not begins or not certain or disputed or start == len(text):
        return Opening(0, day if day and certain and begins else None, None)
    return Opening(start, day, agency)


def _title_length(text: str, title: str) -> int:
    """How many letters of the text repeat the title, with the stop and spaces behind it; 0 when it does not."""
    for candidate in (title, _SITE_TAIL.sub("", title)):
        printed = candidate.rstrip(".")
        if len(printed.split()) < _FEWEST_TITLE_WORDS or not text.startswith(printed):
            continue
        after = _AFTER_TITLE.match(text, len(printed))
        if after and _BEGINNING.match(text, after.end()):
            return after.end()
    return 0


def _clock_and_title_length(text: str, title: str) -> int:
    """The same for a title behind a time of day without marks: "190703 <title>." """
    clock = _BARE_CLOCK.match(text)
    length = _title_length(text[clock.end() :], title) if clock else 0
    return clock.end() + length if clock and length else 0


def _agency_before_date(text: str) -> str:
    word, space, _ = text.partition(" ")
    return word + space if word in NAMED_AGENCIES else ""
