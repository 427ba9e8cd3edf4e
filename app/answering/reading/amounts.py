"""Numbers of a sentence as an answer tells them: both ends of a range, money with its currency, nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.answering.reading.evidence import Sentence
from app.answering.reading.finders import DAY, Found
from app.answering.reading.focus import Focus
from app.answering.reading.measures import unit_end
from app.answering.reading.names import trimmed
from app.answering.reading.words import words_of
from app.english import NUMBER_WORDS
from app.figures.reading.conversions import conversions_in
from app.figures.reading.currencies import is_money
from app.figures.reading.numbers import NumberReading, read_numbers
from app.models import Span

_NUMBER = re.compile(
    r"(?:[$£€]|(?<!\w)(?<![A-Z]-))\d[\d,]*(?:\.\d+)?(?:%|\s?(?:percent|per cent|million|billion|trillion)\b)?"
    rf"|\b(?:(?!one of\b|zero-)(?:{'|'.join(NUMBER_WORDS)}))\b(?:\s(?:million|billion|percent|hundred|thousand)\b)?",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th)\b")
_LABEL_BEFORE = re.compile(r"(?:\bNo\.?\s?|\d[-–])\Z", re.IGNORECASE)
_SCORE = re.compile(r"\d+[-–]\d")
_EXTENTS = frozenset({"long", "high", "tall", "deep", "wide"})
_SHARE = re.compile(r"%|per\s?cent", re.IGNORECASE)
_THAN_BEFORE = re.compile(r"\s(?:shorter|longer|higher|lower|deeper|wider|taller|more|less)\b")
"""What follows a difference: what is 2 km shorter than it was measures something else."""
_AWAY = re.compile(r"\s(?:off|from|away|inland|(?:north|south|east|west)(?:[a-z]*)\sof)\b")
"""What follows a distance: "two miles off the islands" is no length of a ship."""


def numbers(sentence: Sentence, focus: Focus, lower_case: frozenset[str]) -> Iterator[Found]:
    """Figures in digits or words that the question does not give itself, nor the sentence in another unit before."""
    text = sentence.text
    days = [match.span() for match in DAY.finditer(text)]
    readings = read_numbers(text)
    again = set(conversions_in(text, readings, asked=focus.ask))
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end or any(start <= match.start() < last for start, last in days):
            continue
        reading = next((one for one in readings if one.span.start <= match.start() < one.span.end), None)
        whole = reading if reading and (reading.high is not None or is_money(reading.unit)) else None
        end = whole.span.end if whole else match.end()
        told_again = reading is not None and reading.span in again
        if not told_again and words_of(match.group())[0].stem not in focus.stems:
            yield from _measured(text, _found(text, match, whole, focus.measure), focus.measure, whole)


def _found(text: str, match: re.Match[str], whole: NumberReading | None, measure: str | None) -> Found:
    """The number alone, or the range or amount of money that it belongs to."""
    if whole is not None:
        told = " to ".join(text[slice(*whole.span)].rsplit(" and ", 1)) if whole.joined == "and" else None
        return Found(whole.span, 1.0, told)
    span = trimmed(text, Span(*match.span()))
    if measure in ("cold", "hot") and text[: span.start].endswith("minus "):
        span = Span(span.start - len("minus "), span.end)
    return Found(span, _count_fit(text, match))


def _measured(text: str, found: Found, measure: str | None, whole: NumberReading | None) -> Iterator[Found]:
    """The number with its unit; nothing when a measure is asked for and the number has none.

    Args:
        measure: as ``Focus.measure``; with "area" or "change" a unit may be missing.
    """
    if whole is not None and is_money(whole.unit):
        if measure in (None, "money", "area", "amount", "change") and not _THAN_BEFORE.match(text, found.span.end):
            yield found
        return
    end = unit_end(text, found.span.end, measure) if measure else None
    if measure in ("amount", "stuff") and _SHARE.search(text, *found.span):
        end = found.span.end
    if end is not None and measure in _EXTENTS and (_AWAY.match(text, end) or _THAN_BEFORE.match(text, end)):
        return
    if end is not None:
        told = f"{found.told}{text[found.span.end : end]}" if found.told else None
        yield Found(Span(found.span.start, end), found.fit, told)
    elif measure in (None, "area", "change"):
        yield found


def _count_fit(text: str, match: re.Match[str]) -> float:
    """1 for a plain number, less for "22nd", "No. 1" and the score "7-5"."""
    if _ORDINAL_AFTER.match(text, match.end()):
        return 0.7
    if _LABEL_BEFORE.search(text, max(0, match.start() - 5), match.start()) or _SCORE.match(text, match.start()):
        return 0.2
    return 1.0
