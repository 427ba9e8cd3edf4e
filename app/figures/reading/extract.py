"""Figure records of one article: every count, measure and amount its text states."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.figures.levels import is_level, level_before
from app.figures.predicates import loss_of, predicate_names
from app.figures.reading.binding import bound_predicate, stands_alone
from app.figures.reading.days import DayReading, read_days
from app.figures.reading.event_days import EventDays, days_of_event
from app.figures.reading.exclusions import excluded_spans, is_excluded, is_table
from app.figures.reading.number_of import number_of
from app.figures.reading.numbers import NumberReading, read_numbers
from app.figures.reading.owners import PRONOUNS, main_subject, subject_before
from app.figures.reading.phrases import CountedPhrase, complement_end, counted_phrase
from app.figures.reading.repeats import again_counted, is_accompanied, is_total_of
from app.figures.reading.standing import is_addition, is_hedged, is_part, qualifier_of, standing_of
from app.figures.records import FigureRecord
from app.figures.speakers.attribution import Speakers
from app.figures.words import Word, read_words
from app.models import Article, Span

EXTRACTOR_VERSION = "14"
"""Grows with every change of what is read from an article, here or in the modules below."""
_REMEMBERED = 4
_NEAR = 30
_CASUALTIES = frozenset({"killed", "wounded"})
_DURATION = re.compile(r"\b(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)$", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|near|at|outside|around|inside|over|from|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?"
    r"(?P<place>(?:[A-Z][\w'’-]+|al-[A-Z][\w'’-]+)(?:\s(?:[A-Z][\w'’-]+|al-[A-Z]\w+))*)"
)


def extract_figures(article: Article) -> list[FigureRecord]:
    """The figures of ``article`` in text order; the title repeats the text and is not read.

    Ages, scores, phone numbers, years, times, ordinals, idioms, model numbers, dates and pasted tables are left out.
    """
    speakers = Speakers(article.text)
    day = date.fromisoformat(article.published_at[:10]) if article.published_at else None
    records: list[FigureRecord] = []
    carried = _Carried(None, None)
    for span in speakers.sentences:
        found, carried = _sentence_figures(article, speakers, day, span, carried)
        records.extend(found)
    return records


class _Carried(NamedTuple):
    """What a sentence hands to the next: what its last figure counts, that figure's predicate, and its subject."""

    predicate: str | None
    subject: str | None
    counted: str | None = None
    counts: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence, read; offsets of ``words`` and ``days`` are its own."""

    span: Span
    text: str
    words: list[Word]
    days: list[DayReading]


def _sentence_figures(
    article: Article, speakers: Speakers, day: date | None, span: Span, carried: _Carried
) -> tuple[list[FigureRecord], _Carried]:
    text = article.text[span.start : span.end]
    readings = read_numbers(text)
    records: list[FigureRecord] = []
    if readings and not is_table(text, readings):
        sentence = _Sentence(span, text, read_words(text), read_days(text, day))
        excluded = excluded_spans(text, [found.span for found in sentence.days])
        for reading in readings:
            record = (
                None
                if is_excluded(text, reading, excluded)
                else _figure(article, speakers, day, sentence, reading, carried)
            )
            if record is not None:
                records.append(record)
                carried = _following(record, carried)
    return records, carried._replace(subject=main_subject(text) or carried.subject)


def _following(record: FigureRecord, carried: _Carried) -> _Carried:
    """A figure with its own noun is what "the number" and "it" mean from now on; its parts and durations are not."""
    if record.part_of_other or record.hedged or _DURATION.search(record.counted or ""):
        return carried
    if record.counted:
        counts = (*carried.counts, (record.counted, record.predicate))[-_REMEMBERED:]
        return _Carried(record.predicate, carried.subject, record.counted, counts)
    return carried._replace(predicate=record.predicate or carried.predicate)


def _figure(
    article: Article,
    speakers: Speakers,
    day: date | None,
    sentence: _Sentence,
    reading: NumberReading,
    carried: _Carried,
) -> FigureRecord | None:
    text = sentence.text
    binding = _binding(sentence, reading, carried)
    if binding is None:
        return None
    before, behind = text[: reading.span.start], text[reading.span.end :]
    event = days_of_event(text, reading.span, sentence.days, day, at_start=sentence.span.start < 300)
    published = day.isoformat() if day else None
    standing = standing_of(before, behind)
    if standing == "stated" and _dated_back(sentence, reading, binding, published, event):
        standing = "earlier"
    return FigureRecord(
        article_id=article.article_id,
        version=article.version,
        value=reading.value,
        high=reading.high,
        vague=reading.vague,
        qualifier=qualifier_of(before, behind),
        unit=reading.unit,
        counted=binding.inherited or _counted(sentence, binding.phrase),
        predicate=binding.predicate,
        owner=_owner(sentence, reading, binding, carried.subject),
        place=_place(text, reading.span.end) or article.place,
        said_by=speakers.at(sentence.span.start + reading.span.start),
        as_of=(event.stated or event.last) if standing == "earlier" else _earliest(event.stated, published),
        happened_first=event.first,
        happened_last=event.last,
        span=Span(sentence.span.start + reading.span.start, sentence.span.start + reading.span.end),
        sentence=sentence.span,
        part_of_other=binding.part,
        hedged=is_hedged(before, behind),
        standing=standing,
    )


class _Binding(NamedTuple):
    """What a number is bound to: its noun phrase, predicate, the verb in front of it, and whether it is a part.

    ``inherited`` is a noun phrase that stands elsewhere: the level in front of it, or what the figure before counted.
    """

    phrase: CountedPhrase | None
    predicate: str | None
    verb: int | None
    part: bool
    inherited: str | None = None


def _binding(sentence: _Sentence, reading: NumberReading, carried: _Carried) -> _Binding | None:
    """None when nothing says what the number counts."""
    text, words = sentence.text, sentence.words
    number = bisect_right(words, reading.span.start, key=lambda word: word.end)
    after = bisect_left(words, reading.span.end, key=lambda word: word.start)
    phrase = _phrase(sentence, reading, after)
    before, behind = text[: reading.span.start], text[reading.span.end :]
    if is_total_of(before):
        return None
    level = level_before(before) if phrase is None else None
    if level is not None:
        return _Binding(None, None, None, False, level)
    told = number_of(before) if phrase is None and reading.unit is None else None
    if told is not None:
        return _Binding(None, told.predicate, None, False, told.counted)
    told_level = next((counted for counted, _ in reversed(carried.counts) if is_level(counted)), None)
    read_off = told_level is not None and (reading.unit is not None or reading.value != int(reading.value))
    bare = phrase is None and (reading.unit is None or read_off)
    again = again_counted(before, behind) if bare else None
    if again is not None:
        level_told = again == "" and read_off
        return _Binding(None, None, None, False, told_level) if level_told else _again(again, carried)
    predicate, verb = bound_predicate(words, number, phrase, after, before, carried.predicate)
    if predicate is None and is_accompanied(before):
        predicate = carried.predicate
    predicate = loss_of(predicate, words[phrase.last - 1].lower if phrase else None)
    if phrase is None and reading.unit is None and not stands_alone(words, number, after, verb, predicate):
        return None
    part = is_part(before, text[words[phrase.last - 1].end :] if phrase else behind)
    if part and predicate not in predicate_names():
        predicate = carried.predicate
    part = part or (predicate == carried.predicate and is_addition(before, behind))
    return _Binding(phrase, predicate, verb, part)


def _again(again: str, carried: _Carried) -> _Binding | None:
    """A bare number that stands for the count before: "put the number at 410", "there were 164"."""
    if carried.counted is None and carried.predicate is None:
        return None
    named = (one for one in reversed(carried.counts) if any(word in one[0].lower() for word in again.split()))
    counted, predicate = next(named, (again, carried.predicate)) if again else (carried.counted, carried.predicate)
    return _Binding(None, predicate, None, False, counted)


def _phrase(sentence: _Sentence, reading: NumberReading, after: int) -> CountedPhrase | None:
    if after >= len(sentence.words):
        return None
    gap = sentence.text[reading.span.end : sentence.words[after].start]
    if gap.strip(" \n\t\"“'‘-"):
        return None
    return counted_phrase(sentence.words, sentence.text, after, one=reading.value == 1)


def _counted(sentence: _Sentence, phrase: CountedPhrase | None) -> str | None:
    if phrase is None:
        return None
    last = complement_end(sentence.words, sentence.text, phrase.last)
    return " ".join(sentence.text[sentence.words[phrase.first].start : sentence.words[last - 1].end].split())


def _owner(sentence: _Sentence, reading: NumberReading, binding: _Binding, carried: str | None) -> str | None:
    """Whose the counted things are: "33 of its officers" and "It has 40" are led back to a name."""
    if binding.phrase is not None and binding.phrase.owner is not None:
        return main_subject(sentence.text[: reading.span.start]) or carried
    if binding.verb is None or binding.predicate in _CASUALTIES:
        return None
    subject = subject_before(sentence.words, sentence.text, binding.verb)
    return carried if subject in PRONOUNS else subject


def _dated_back(
    sentence: _Sentence, reading: NumberReading, binding: _Binding, published: str | None, event: EventDays
) -> bool:
    """Whether a repeated count is dated right in front of it before its article: "at the end of January there were"."""
    if binding.inherited is None or is_level(binding.inherited) or not published or not event.last:
        return False
    if event.last >= published:
        return False
    before = sentence.text[: reading.span.start]
    return any(0 <= len(before) - found.span.end <= _NEAR for found in sentence.days)


def _earliest(stated: str | None, published: str | None) -> str | None:
    """The day of a statement, never later than the article that prints it."""
    return min(stated, published) if stated and published else published


def _place(text: str, position: int) -> str | None:
    found = _PLACE.search(text, position) or _PLACE.search(text)
    return found["place"] if found else None
