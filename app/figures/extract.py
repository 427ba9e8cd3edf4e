"""Figure records of one article: every count, measure and amount its text states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.figures.attribution import Speakers
from app.figures.binding import (
    is_hedged,
    is_part,
    predicate_after,
    predicate_before,
    qualifier_of,
    standing_of,
    subject_before,
    toll_predicate,
)
from app.figures.days import DayReading, read_days
from app.figures.exclusions import excluded_spans, is_excluded, is_table
from app.figures.numbers import NumberReading, read_numbers
from app.figures.phrases import complement_end, counted_phrase
from app.figures.predicates import predicate_class
from app.figures.records import FigureRecord
from app.figures.words import Word, read_words
from app.models import Article, Span

_CASUALTIES = frozenset({"killed", "wounded"})
_PLACE = re.compile(
    r"\b(?:in|near|at|outside|around|inside|over|from|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?"
    r"(?P<place>(?:[A-Z][\w'’-]+|al-[A-Z][\w'’-]+)(?:\s(?:[A-Z][\w'’-]+|al-[A-Z]\w+))*)"
)
_REPORT_DAY = re.compile(
    r"\b(?:said|told|reported|announced|says|stated|added|informed|wrote)\b(?:\s\w+){0,2}\s(?:on\s)?$"
)


@dataclass(slots=True)
class _Reading:
    """What carries over from one sentence to the next."""

    article: Article
    speakers: Speakers
    day: date | None
    predicate: str | None = None
    subject: str | None = None


def extract_figures(article: Article) -> list[FigureRecord]:
    """The figures of ``article`` in text order; the title repeats the text and is not read.

    Ages, scores, phone numbers, years, times, ordinals, idioms, model numbers, dates and pasted tables are left out.
    """
    speakers = Speakers(article.text)
    day = date.fromisoformat(article.published_at[:10]) if article.published_at else None
    state = _Reading(article, speakers, day)
    records: list[FigureRecord] = []
    for sentence in speakers.sentences:
        records.extend(_sentence_figures(state, sentence))
    return records


def _sentence_figures(state: _Reading, sentence: Span) -> list[FigureRecord]:
    text = state.article.text[sentence.start : sentence.end]
    readings = read_numbers(text)
    words = read_words(text)
    records = []
    if readings and not is_table(text, readings):
        days = read_days(text, state.day)
        excluded = excluded_spans(
            text,
            [reading.span for reading in days if any(c.isdigit() for c in text[reading.span.start : reading.span.end])],
        )
        for reading in readings:
            if not is_excluded(text, reading, excluded):
                record = _figure(state, sentence, text, words, reading, days)
                if record is not None:
                    records.append(record)
                    state.predicate = record.predicate
    state.subject = _main_subject(text, words) or state.subject
    return records


def _figure(
    state: _Reading,
    sentence: Span,
    text: str,
    words: Sequence[Word],
    reading: NumberReading,
    days: Sequence[DayReading],
) -> FigureRecord | None:
    number = next((index for index, word in enumerate(words) if word.end > reading.span.start), len(words))
    after = next((index for index, word in enumerate(words) if word.start >= reading.span.end), len(words))
    phrase = None
    if after < len(words) and re.fullmatch(r"[\s\"“-]*", text[reading.span.end : words[after].start]):
        phrase = counted_phrase(words, text, after, one=reading.value == 1)
    before = text[: reading.span.start]
    last = phrase.last if phrase else after
    predicate, subject = _bound(words, text, number, last, phrase.first if phrase else last, state, before)
    if (
        phrase is None
        and reading.unit is None
        and (predicate is None or not _bare_allowed(words, after, before, predicate))
    ):
        return None
    owner = phrase.owner if phrase and phrase.owner else subject
    if owner in ("it", "its", "they", "their", "he", "his", "she", "her"):
        owner = (
            _main_subject(text[: reading.span.start], words) if owner in ("its", "their", "his", "her") else None
        ) or state.subject
    happened = _happened(text, reading, days)
    standing = standing_of(before)
    day = state.day.isoformat() if state.day else None
    return FigureRecord(
        article_id=state.article.article_id,
        version=state.article.version,
        value=reading.value,
        high=reading.high,
        vague=reading.vague,
        qualifier=qualifier_of(before, text[reading.span.end :]),
        unit=reading.unit,
        counted=_counted(words, text, phrase.first, phrase.last) if phrase else None,
        predicate=predicate,
        owner=owner if predicate not in _CASUALTIES or (phrase and phrase.owner) else None,
        place=_place(text, reading.span.end) or state.article.place,
        said_by=state.speakers.at(sentence.start + reading.span.start),
        as_of=day if standing != "earlier" else (happened[1].isoformat() if happened else None),
        happened_first=happened[0].isoformat() if happened else None,
        happened_last=happened[1].isoformat() if happened else None,
        span=Span(sentence.start + reading.span.start, sentence.start + reading.span.end),
        sentence=sentence,
        part_of_other=is_part(before, text[words[last - 1].end :] if last else ""),
        hedged=is_hedged(before),
        standing=standing,
    )


def _counted(words: Sequence[Word], text: str, first: int, last: int) -> str:
    return " ".join(text[words[first].start : words[complement_end(words, text, last) - 1].end].split())


def _bound(
    words: Sequence[Word], text: str, number: int, last: int, first: int, state: _Reading, before: str
) -> tuple[str | None, str | None]:
    for word in words[first:last]:
        kind = predicate_class(word.lower)
        if kind in ("killed", "wounded", "displaced", "missing"):
            return kind, None
    following = predicate_after(words, last)
    if following is not None:
        return following, None
    toll = toll_predicate(before, state.predicate)
    if toll is not None and first == last:
        return toll, None
    preceding = predicate_before(words, number)
    if preceding is not None:
        return preceding[0], subject_before(words, text, preceding[1])
    return toll, None


def _bare_allowed(words: Sequence[Word], after: int, before: str, predicate: str) -> bool:
    """A number without a noun counts people when its predicate or a toll says so, and nothing else follows it."""
    return predicate in _CASUALTIES or predicate in (
        "displaced",
        "captured",
        "detained",
        "freed",
        "missing",
        "evacuated",
    )


def _happened(text: str, reading: NumberReading, days: Sequence[DayReading]) -> tuple[date, date] | None:
    events = [day for day in days if not _REPORT_DAY.search(text[max(0, day.span.start - 40) : day.span.start])]
    if not events:
        return None
    nearest = min(
        events, key=lambda day: min(abs(day.span.start - reading.span.end), abs(reading.span.start - day.span.end))
    )
    return nearest.first, nearest.last


def _place(text: str, position: int) -> str | None:
    found = _PLACE.search(text, position) or _PLACE.search(text)
    return found["place"] if found else None


_SUBJECT = re.compile(
    r"(?P<subject>(?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+(?:\s(?:army|government|forces|military|police|officials))?)\s"
    r"(?P<verb>has|have|had|used|is|was|were|are|will|struck|stated|[a-z]+ed)\b"
)


def _main_subject(text: str, words: Sequence[Word]) -> str | None:
    """The last named subject of the sentence: capitalised words right before a verb."""
    found = [match["subject"] for match in _SUBJECT.finditer(text)]
    named = [re.sub(r"^(?:The|A|An)\s", "", name) for name in found]
    return next(
        (name for name in reversed(named) if name.lower() not in ("it", "he", "she", "they", "this", "that")), None
    )
