"""Requests that ask for no single fact, "what's the latest on the ferry?": what the articles say, newest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

from app.answering.draft import NOTHING, Draft
from app.answering.extractive.telling import alike, is_tellable, statements_of
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus, focus_of
from app.answering.reading.sentences import Ranked, rank_sentences, term_weights
from app.answering.reading.support import coverage, names_the_asked
from app.answering.reading.trimming import is_dateline
from app.answering.reading.words import stem
from app.figures.reading.days import DayReading, read_days

_NEWS = (
    r"(?:(?:latest|last|newest|current)\s+)?"
    r"(?:news|updates?|developments?|headlines|situation|state of play|story|status)"
)
_SUMMARY = r"(?:\w+\s+)?(?:summary|overview|recap|background|briefing|rundown|update)\s+(?:of|on|about)"
_FORMS = (
    rf"(?:what(?:['’]s|\s+is|\s+are|\s+was)?\s+)?(?:the\s+)?(?:latest|{_NEWS})(?:\s+{_NEWS})?"
    r"\s+(?:on|about|from|in|with|regarding|of|for)",
    r"what(?:['’]s|\s+is|\s+was)\s+(?:new|happening|going\s+on|up)\s+(?:with|in|at|on|about|around)",
    r"what\s+(?:happened|happens|will\s+happen)\s+(?:with|in|at|on|to|during)",
    r"what\s+(?:do|did|can|does)\s+(?:we|you|the\s+archive|the\s+articles)\s+(?:know|have|say|tell\s+(?:us|me))"
    r"\s+(?:about|on)",
    r"(?:summari[sz]e|sum\s+up|recap|outline)(?:\s+what\s+(?:you\s+know|is\s+known))?(?:\s+(?:about|of))?",
    rf"(?:(?:give|show|write|send)\s+(?:me\s+|us\s+)?)?(?:(?:a|an|the)\s+)?{_SUMMARY}",
    r"(?:tell\s+(?:me|us)\s+(?:more\s+)?about|catch\s+(?:me|us)\s+up\s+on)",
    rf"(?:any|anything|(?:is|are)\s+there\s+any)\s+(?:new\s+|{_NEWS}\s+)?(?:on|about|from|with)",
)
_REQUEST = re.compile(
    rf"^\W*(?:(?:please|can you|could you)\s+)?(?:{'|'.join(_FORMS)})\s+(?P<topic>.+?)"
    r"(?:,?\s+(?:so\s+far|today|now|right\s+now|please))?\W*$",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(
    r"\W*(?:(?:and|but|so|then|also|still|however|meanwhile),?\s+)?"
    r"(?:he|she|it|they|this|that|these|those|his|her|its|their|there)\b",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    map(stem, ("accident", "affair", "case", "crisis", "disaster", "event", "incident", "issue", "tragedy"))
)
"""Nouns that a reader puts behind a name and a reporter does not: "the ferry disaster"."""
_STOP = re.compile(r"[.!?…][”\"’]?$")
"""A line without one is a heading."""
_LEAST_COVERED = 0.6
_LEAST_OWN = 0.3
_LEAST_SHARE = 0.15
_TIME_LEAD = re.compile(r"(?:^|\s+)(?:(?:in|on|of|during|early|late)\s+)*$", re.IGNORECASE)
_NEXT_DAY = timedelta(days=1)
_OPENING_CHARS = 200
_OPENING = 1.5
_MOST_ARTICLES = 4


def topic_of(question: str) -> str | None:
    """What a request for the state of things is about: "the ferry disaster"; None for a question on a fact."""
    asked = _REQUEST.match(question.strip())
    return asked["topic"] if asked else None


def write_overview(topic: str, sentences: Sequence[Sentence]) -> Draft:
    """The best sentence of each of the articles nearest to the topic, newest first; ``NOTHING`` when none is about it.

    Args:
        topic: with the day, month or year that it is about, if it names one: "Idlib in January".
        sentences: of the passages found; articles without a day come last.
    """
    newest = max((_published(sentence) or date.min for sentence in sentences), default=date.min)
    period = next(iter(read_days(topic, newest)), None)
    if period:
        topic = _TIME_LEAD.sub("", topic[: period.span.start]) + topic[period.span.end :]
        sentences = [sentence for sentence in sentences if _is_of(period, sentence)]
    focus = focus_of(f"about {topic}")
    chosen = list(islice(_distinct(_newest_first(_best_of_each(focus, sentences))), _MOST_ARTICLES))
    if not chosen:
        return NOTHING
    told = statements_of(chosen)
    return Draft(told[0].text.rstrip("."), tuple(told))


def _best_of_each(focus: Focus, sentences: Sequence[Sentence]) -> list[Sentence]:
    """One sentence of each article about the topic that is understood by itself, of the nearest articles."""
    sentences = [sentence for sentence in sentences if not is_dateline(sentence.text)]
    weights = _without_general(term_weights(focus, sentences))
    best: dict[str, tuple[float, Sentence]] = {}
    for entry in rank_sentences(focus, sentences, weights):
        sentence, score = entry.sentence, _weight(entry)
        if not is_tellable(sentence) or _REFERS_BACK.match(sentence.text) or not _STOP.search(sentence.text):
            continue
        if weights and not _is_about(entry, weights):
            continue
        if not names_the_asked(focus, sentence):
            continue
        known = best.get(sentence.article.article_id)
        if known is None or known[0] < score:
            best[sentence.article.article_id] = score, sentence
    least = _LEAST_SHARE * max((score for score, _ in best.values()), default=0.0)
    return [sentence for score, sentence in best.values() if score >= least]


def _is_about(entry: Ranked, weights: Mapping[str, float]) -> bool:
    near = _opens(entry.sentence) or entry.own >= _LEAST_OWN
    return near and coverage(entry.sentence, weights) >= _LEAST_COVERED


def _published(sentence: Sentence) -> date | None:
    day = sentence.article.published_at
    return date.fromisoformat(day[:10]) if day else None


def _is_of(period: DayReading, sentence: Sentence) -> bool:
    """Whether the sentence names the time asked about, or opens an article of that time or of the day after it."""
    published = _published(sentence)
    if published and _opens(sentence) and period.first <= published <= period.last + _NEXT_DAY:
        return True
    longest = period.last - period.first
    return any(
        found.first <= period.last and period.first <= found.last and found.last - found.first <= longest
        for found in read_days(sentence.text, published)
    )


def _without_general(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of the telling words, again summing to 1; all of them where no other is left."""
    telling = {stem: weight for stem, weight in weights.items() if stem not in _GENERAL} or weights
    whole = sum(telling.values())
    return {stem: weight / whole for stem, weight in telling.items()}


def _weight(entry: Ranked) -> float:
    """News says the main thing first: a sentence that opens its article counts half as much again."""
    return entry.score * (_OPENING if _opens(entry.sentence) else 1.0)


def _opens(sentence: Sentence) -> bool:
    return sentence.span.start < _OPENING_CHARS


def _newest_first(sentences: Sequence[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda sentence: sentence.article.published_at or "", reverse=True)


def _distinct(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    told: list[Sentence] = []
    for sentence in sentences:
        if not any(alike(sentence, other) for other in told):
            told.append(sentence)
            yield sentence
