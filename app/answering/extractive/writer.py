"""The extractive writer: a short answer and the verbatim sentences it rests on, with outlet and day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answering.draft import NOTHING, Draft, Quote, Statement, origin_of
from app.answering.extractive.defining import defined_thing, definition_in
from app.answering.extractive.doing import asks_what_is_done, what_is_done
from app.answering.extractive.locating import located_thing, location_of
from app.answering.extractive.polar import asks_yes_no, write_yes_no
from app.answering.extractive.reading import Reading
from app.answering.extractive.said_by import (
    asks_outlet,
    asks_who_said,
    reason_in,
    says_too_little,
    states_a_number,
    write_outlet,
    write_said,
)
from app.answering.extractive.telling import alike, is_tellable, statements_of, told_alone
from app.answering.extractive.unanswerable import is_beyond_articles
from app.answering.reading.asking import asks_twice
from app.answering.reading.doers import deed_asked
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.offices import asked_office, holds_it_elsewhere, office_is_known
from app.answering.reading.predicates import asks_what_is_said
from app.answering.reading.roles import asks_holder
from app.answering.reading.sentences import Ranked
from app.answering.reading.short_answer import ShortAnswer
from app.answering.reading.support import (
    coverage,
    first_supported_sentence,
    is_covered,
    supported,
)
from app.answering.reading.words import stems_of

_MOST_OTHERS = 2
_MOST_CONFIRMATIONS = 1
_MOST_COMPANY = 1
_LEAST_SHARE = 0.5
_NEEDS_A_PHRASE = frozenset(
    {"number", "person", "date", "place", "city", "country", "state", "month", "year", "colour"}
)
"""Kinds of answer for which a sentence without a phrase of that kind is none."""
_ASK_FOR_A_NAME = frozenset({"what", "which", "who"})
_SURE_OF_THINGS = 0.9
"""Share of the question's words around a sentence from which it needs no company."""
_LOOKED_AT = 3


def write_extract(reading: Reading, *, today: str) -> Draft:
    """An answer from the sentences found; ``NOTHING`` when none of them is about the question.

    Args:
        today: the day that "is" means in a question on who holds an office.
    """
    if is_beyond_articles(reading.focus):
        return NOTHING
    if asks_yes_no(reading.focus):
        return write_yes_no(reading.focus, reading.ranked)
    place = located_thing(reading.focus)
    if place:
        located = location_of(place, reading.ranked)
        return replace(told_alone(located.sentence), short_answer=located.where) if located else NOTHING
    thing = defined_thing(reading.focus)
    definition = definition_in(thing, reading.ranked) if thing else None
    if definition:
        return told_alone(definition)
    return _found(reading, today)


def _found(reading: Reading, today: str) -> Draft:
    focus, answer, ranked = reading.focus, reading.answer, reading.ranked
    first = reason_in(focus, ranked, reading.weights)
    first = first or what_is_done(focus, ranked, reading.weights)
    if first is None and asks_what_is_said(focus):
        return NOTHING
    first = first or first_supported_sentence(focus, ranked[:_LOOKED_AT], reading.weights)
    if asks_outlet(focus):
        return write_outlet(focus, ranked, first)
    said = write_said(focus, ranked, first) if asks_who_said(focus) else None
    if said or (asks_who_said(focus) and states_a_number(focus)):
        return said if said and not says_too_little(focus) else NOTHING
    if not _may_answer(reading, first, today):
        return NOTHING
    if answer and first is None and asks_what_is_done(focus):
        first = answer.sentence
    if answer and (first is None or focus.kind != "thing" or _is_asked_thing(answer, reading)):
        return _answered(answer, reading)
    return _told(first, reading) if first else NOTHING


def _may_answer(reading: Reading, first: Sentence | None, today: str) -> bool:
    """Whether a phrase was found where only a phrase answers, and for an office one that holds it."""
    focus, answer = reading.focus, reading.answer
    if answer is None:
        return not (focus.kind in _NEEDS_A_PHRASE or asks_holder(focus) or deed_asked(focus) or first is None)
    office = asked_office(focus.ask)
    return office is None or (office_is_known(office, answer, today) and not holds_it_elsewhere(focus.ask, answer))


def _is_asked_thing(answer: ShortAnswer, reading: Reading) -> bool:
    """Whether a phrase answers a question for a certain sort of thing: it stands in one of the nearest sentences."""
    nearest = (entry.sentence for entry in reading.ranked[:_LOOKED_AT])
    focus = reading.focus
    return focus.asked_phrase is not None and not asks_twice(focus.ask) and answer.sentence in nearest


def _answered(answer: ShortAnswer, reading: Reading) -> Draft:
    """The short answer first, then the sentence that gives it; others where they confirm it or where it is unsure."""
    sentence = answer.sentence
    lead = Statement(
        f"{answer.text[:1].upper()}{answer.text[1:]}.",
        (Quote(sentence.article, sentence.span),),
        origin_of(sentence.article),
    )
    sure = is_covered(sentence, reading.weights)
    others = _confirmations(answer, reading) if sure else _company(answer, reading)
    told = statements_of(
        [sentence, *others], {sentence.key: answer.span}, words=len(lead.shown.split()), led_by=sentence
    )
    return Draft(answer.text, (lead, *told))


def _confirmations(answer: ShortAnswer, reading: Reading) -> list[Sentence]:
    """Sentences of other articles that give the same answer to the same question."""
    own = answer.sentence.article.article_id
    return [
        sentence
        for sentence in answer.mentions
        if sentence.article.article_id != own
        and is_tellable(sentence)
        and not alike(sentence, answer.sentence)
        and is_covered(sentence, reading.weights)
        and supported(reading.focus, sentence, reading.weights)
    ][:_MOST_CONFIRMATIONS]


def _company(answer: ShortAnswer, reading: Reading) -> list[Sentence]:
    """The next sentence that says this or another phrase of the asked kind: it may hold what the first one missed."""
    said = {sentence.key for phrase in reading.phrases for sentence in phrase.mentions}
    ranked = [entry for entry in reading.ranked if entry.sentence.key in said]
    return _others(ranked, [answer.sentence], most=_MOST_COMPANY)


def _told(nearest: Sentence, reading: Reading) -> Draft:
    """The nearest sentences, for a question whose answer is no name, number or day."""
    answer = reading.answer
    sure = bool(reading.focus.named_thing) or coverage(nearest, reading.weights) >= _SURE_OF_THINGS
    chosen = [nearest, *([] if sure else _others(reading.ranked, [nearest]))]
    told = statements_of(chosen)
    first = told[0].text
    named = _asks_for_a_name(reading.focus) and answer is not None and answer.text in first
    named = named and not _has_asked_name(answer.text if answer else "", reading.focus)
    return Draft(answer.text if answer and named else first.rstrip("."), tuple(told))


def _has_asked_name(text: str, focus: Focus) -> bool:
    """Whether a phrase names who the question itself names; the same country is no name."""
    return any(not stem.startswith("@") for stem in stems_of(text) & focus.required)


def _asks_for_a_name(focus: Focus) -> bool:
    """Whether a name alone may answer: not to "why", "how", "what did they say?" or search words."""
    if focus.asking is None:
        return focus.ask.rstrip().endswith(":")
    if asks_what_is_done(focus):
        return False
    return focus.asking in _ASK_FOR_A_NAME


def _others(ranked: Sequence[Ranked], chosen: list[Sentence], most: int = _MOST_OTHERS) -> list[Sentence]:
    """The next sentences that say something else and are sentences, best first."""
    found: list[Sentence] = []
    least = _LEAST_SHARE * max((entry.score for entry in ranked), default=0.0)
    for entry in ranked:
        sentence = entry.sentence
        if len(found) >= most or entry.score < least:
            break
        if is_tellable(sentence) and not any(alike(sentence, other) for other in (*chosen, *found)):
            found.append(sentence)
    return found
