"""Days, months and years of a sentence that have the form of an answer to "when"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from app.answering.reading.evidence import Sentence
from app.answering.reading.finders import DAY, MONTH, YEAR, Found
from app.answering.reading.focus import Focus
from app.answering.reading.names import trimmed
from app.english import MONTHS, WEEKDAYS
from app.figures.reading.days import read_days
from app.models import Span
from app.references import long_day

_DATE = re.compile(
    rf"\b(?:{MONTH}\s+\d{{1,2}}(?:,?\s+{YEAR})?|\d{{1,2}}\s+{MONTH}(?:\s+{YEAR})?|{MONTH}(?:\s+{YEAR})?|"
    rf"this\s+(?:winter|spring|summer|autumn)|{YEAR}|{'|'.join(WEEKDAYS)}|"
    rf"midnight(?:\s+on\s+(?:{'|'.join(WEEKDAYS)}))?)(?!\w)"
)
_PART_BEFORE = re.compile(
    r"\b(?:(?:the\s+)?(?:end|beginning|start|middle)\s+of|early|late|mid)[\s-](?:the\s+)?\Z", re.IGNORECASE
)
_SAID_BEFORE = re.compile(
    r"\b(?:said|says|told|tells|announced|reported|reports|confirmed|wrote|added)\b[^,;:]{0,30}\bon\s+$", re.IGNORECASE
)
_FURNITURE_BEFORE = re.compile(r"\b(?:posted|published|updated|modified)\s*(?:on|at|:)?\s*$", re.IGNORECASE)
_INSTEAD_BEFORE = re.compile(r"\b(?:instead\s+of|rather\s+than|not)\s+(?:in\s+|on\s+|by\s+)?\Z", re.IGNORECASE)
_AHEAD_BEFORE = re.compile(r"\b(?:will|is\s+to|are\s+to|due\s+to|set\s+to|expected\s+to)\b[^,;:.]*\Z")
_HALF_A_YEAR = timedelta(days=183)
_WHEN_WILL = re.compile(r"\bwhen\s+will\b", re.IGNORECASE)
_DAYS = frozenset({"day", "date"})
_SAID_THEN, _WEEKDAY, _NO_DAY = 0.1, 0.35, 0.1


def dates(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Days, months, years and weekdays; a weekday fits least and is told with its day: "Sunday, 9 February 2020"."""
    published = sentence.article.published_at
    day = date.fromisoformat(published[:10]) if published else None
    ahead = _WHEN_WILL.search(focus.ask) is not None
    for match in _DATE.finditer(sentence.text):
        reach = max(0, match.start() - 20)
        if any(form.search(sentence.text, reach, match.start()) for form in (_INSTEAD_BEFORE, _FURNITURE_BEFORE)):
            continue
        if ahead and day and (_is_over(sentence.text, match, day) or _is_past_year(match.group(), day)):
            continue
        part = _PART_BEFORE.search(sentence.text, reach, match.start())
        span = Span(part.start() if part else match.start(), match.end())
        if match.group() not in WEEKDAYS:
            whole = focus.category not in _DAYS or DAY.search(match.group())
            yield Found(trimmed(sentence.text, span), 1.0 if whole else _NO_DAY)
            continue
        read = next((found for found in read_days(sentence.text, day) if found.span.end == match.end()), None)
        known = read is not None and read.first == read.last and not _looks_ahead(match)
        told = f"{match.group()}, {long_day(read.first.isoformat())}" if read and known else None
        spoken = _SAID_BEFORE.search(sentence.text, max(0, match.start() - 60), match.start())
        yield Found(span, _SAID_THEN if spoken else _WEEKDAY, told)


def _looks_ahead(weekday: re.Match[str]) -> bool:
    """Whether the clause is of days to come, "will be back on Wednesday": then it is not the last Wednesday."""
    return _AHEAD_BEFORE.search(weekday.string[: weekday.start()]) is not None


def _is_past_year(text: str, published: date) -> bool:
    return text.isdigit() and int(text) < published.year


def _is_over(text: str, match: re.Match[str], published: date) -> bool:
    """Whether the day printed is before the article: no answer to "when will". A day months back may be next year's."""
    if match.group() in WEEKDAYS and _looks_ahead(match):
        return False
    read = next((found for found in read_days(text, published) if found.span.end == match.end()), None)
    return read is not None and timedelta(0) < published - read.last < _HALF_A_YEAR


def months(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Names of months."""
    for match in re.finditer(rf"\b(?:{'|'.join(MONTHS)})\b", sentence.text):
        yield Found(Span(*match.span()), 1.0)


def years(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Years from 1900 to 2099."""
    for match in re.finditer(rf"\b{YEAR}\b", sentence.text):
        yield Found(Span(*match.span()), 1.0)
