"""Lines and openings that only say when an article was published. Pure."""

from __future__ import annotations

import re

from ingest.printed_days import DAY_PATTERN, TIME_PATTERN, PrintedDay, read_match

_LABEL = (
    r"(?:(?:first |originally )?(?:published|posted|created|issued|released|date(?: of publication)?|publication date)"
    r"(?: on| at)?\s*:?\s*)"
)
_UPDATE = r"(?:(?:last )?(?:updated?|modified|edited)(?: on| at)?\s*:?\s*)"
_OTHER_DAY = re.sub(r"\?P<\w+>", "?:", DAY_PATTERN.replace("(?P=mark)", "[./-]"))
_WHEN = rf"(?:{_OTHER_DAY}(?:\s*{TIME_PATTERN})?|{TIME_PATTERN})"
_OPENING = re.compile(rf"(?P<label>{_LABEL}|{_UPDATE})?{DAY_PATTERN}(?:\s*{TIME_PATTERN}(?!\w))?\s*", re.IGNORECASE)
_LINE = re.compile(
    rf"\W*(?:{_LABEL}|{_UPDATE})?{DAY_PATTERN}(?:\s*{TIME_PATTERN})?"
    rf"(?:[\s,;|/·•–—-]*\(?{_UPDATE}{_WHEN}\)?)?[\s.|]*",
    re.IGNORECASE,
)


def read_date_line(paragraph: str) -> PrintedDay | None:
    """The day of a paragraph that is nothing but a date; of "May 20, 2020 Updated Aug. 18, 2020" the first."""
    match = _LINE.fullmatch(paragraph)
    return read_match(match) if match else None


def read_opening_date(text: str, known_day: str | None = None) -> PrintedDay | None:
    """The full date that a text opens with ("Wed 05 Apr 2017 …"), with its end after label, time and spaces.

    None without a year: "28 February the army…" may be a sentence. An order of day and month that cannot be told from
    the text ("06-01-2016") is settled by ``known_day``, when that is one of the two.
    """
    match = _OPENING.match(text)
    found = read_match(match, known_day) if match else None
    return found if found is not None and found.is_full else None


def is_labelled(text: str) -> bool:
    """Whether an opening date is announced as one: by a label such as "Published" or by a weekday."""
    match = _OPENING.match(text)
    return bool(match and (match["label"] or match["weekday"]))
