"""Figure records of one article: every count, measure and amount its text states."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from app.figures.levels import is_level
from app.figures.predicates import HURT
from app.figures.reading.conversions import conversions_in
from app.figures.reading.coordination import with_shared_predicates
from app.figures.reading.counted import Binding, Carried, Sentence, binding_of, counted_text, following
from app.figures.reading.days import read_days
from app.figures.reading.event_days import EventDays, days_of_event
from app.figures.reading.exclusions import excluded_spans, is_excluded, is_table
from app.figures.reading.numbers import NumberReading, read_numbers
from app.figures.reading.owners import PRONOUNS, main_subject, subject_before
from app.figures.reading.standing import is_hedged, qualifier_of, standing_of
from app.figures.records import FigureRecord
from app.figures.speakers.attribution import Speakers
from app.figures.words import read_words
from app.models import Article, Span

EXTRACTOR_VERSION = "67"
"""Grows with every change of what is read from an article, here or in the modules below."""
_NEAR = 30
_LOSES = frozenset({"lost", "lose", "loses", "losing"})
_PLACE = re.compile(
    r"\b(?:in|near|at|outside|around|inside|over|from|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?"
    r"(?P<place>(?:[A-Z][\w'’-]+|al-[A-Z][\w'’-]+)(?:\s(?:[A-Z][\w'’-]+|al-[A-Z]\w+))*)"
)
""" "in the eastern suburb of (Marun)"."""


def extract_figures(article: Article) -> list[FigureRecord]:
    """The figures of ``article`` in text order; the title repeats the text and is not read.

    Ages, scores, phone numbers, years, times, ordinals, idioms, model numbers, dates and pasted tables are left out.
    """
    speakers = Speakers(article.text)
    day = date.fromisoformat(article.published_at[:10]) if article.published_at else None
    records: list[FigureRecord] = []
    carried = Carried(None, None)
    for span in speakers.sentences:
        found, carried = _sentence_figures(article, speakers, day, span, carried)
        records.extend(found)
    return records


def _sentence_figures(
    article: Article, speakers: Speakers, day: date | None, span: Span, carried: Carried
) -> tuple[list[FigureRecord], Carried]:
    text = article.text[span.start : span.end]
    readings = read_numbers(text)
    records: list[FigureRecord] = []
    if readings and not is_table(text, readings):
        sentence = Sentence(span, text, read_words(text), read_days(text, day))
        excluded = excluded_spans(text, [found.span for found in sentence.days])
        again = frozenset(conversions_in(text, readings))
        for reading in readings:
            record = (
                None
                if is_excluded(text, reading, excluded)
                else _figure(article, speakers, day, sentence, reading, carried)
            )
            if record is not None:
                record = replace(record, part_of_other=True) if reading.span in again else record
                records.append(record)
                carried = following(record, carried)
    subject = main_subject(text) or carried.subject
    return with_shared_predicates(records, article.text), carried._replace(subject=subject)


def _figure(
    article: Article,
    speakers: Speakers,
    day: date | None,
    sentence: Sentence,
    reading: NumberReading,
    carried: Carried,
) -> FigureRecord | None:
    text = sentence.text
    binding = binding_of(sentence, reading, carried)
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
        counted=binding.inherited or counted_text(sentence, binding.phrase),
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


def _owner(sentence: Sentence, reading: NumberReading, binding: Binding, carried: str | None) -> str | None:
    """Whose the counted things are: "33 of its officers" and "It has 40" are led back to a name."""
    if binding.owner is not None:
        return binding.owner
    if binding.phrase is not None and binding.phrase.owner is not None:
        return main_subject(sentence.text[: reading.span.start]) or carried
    if binding.verb is None:
        return None
    if binding.predicate in HURT and sentence.words[binding.verb].lower not in _LOSES:
        return None  # who killed them is not whose they are
    subject = subject_before(sentence.words, sentence.text, binding.verb)
    return carried if subject in PRONOUNS else subject


def _dated_back(
    sentence: Sentence, reading: NumberReading, binding: Binding, published: str | None, event: EventDays
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
