"""The short answer: the phrase that most evidence near the question supports.

Every phrase of the right kind collects the score of the sentences it stands in; different articles confirm one another
with diminishing weight, so that five copies of one story do not outvote a better one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.answering.reading.candidates import Candidate, candidates_in
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.meaning import MOST_COMPARED, Likeness, meaning_fits
from app.answering.reading.predicates import says_the_deed
from app.answering.reading.sentences import Ranked
from app.answering.reading.slots import Slot, alignment, slot_of
from app.answering.reading.words import Word, stem, stems_of
from app.models import Span

_LOOKED_AT = 30
"""Sentences read for candidates; those further down hardly ever hold the answer."""
_NEAR = 0.5
_NEAR_CHARS = 40
_ALIGNED = 1.0
_HEADLINE = 0.5
_OTHER_DEED = 0.4
_OF_EVENTS = frozenset({"date", "month", "year", "place", "city"})
_NOT_OF_TITLES = frozenset({"place", "city", "number", "date", "month", "year"})
_VOTE = 0.4
_REPEAT = 0.1
_SHORT_FORM = 0.9
_CATEGORY_NEAR_CHARS = 30
_ADJACENT = 1.0
_LOWER_CASE = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*")
_NOT_WORDS = re.compile(r"[^\w$%.]+")


@dataclass(frozen=True, slots=True, eq=False)
class ShortAnswer:
    """A phrase that answers, told as ``text`` and standing at ``span`` of ``sentence.text``.

    Attributes:
        score: comparable within one question only; higher is better.
        support: how many articles say it.
        mentions: every sentence that says it, best first.
    """

    text: str
    span: Span
    sentence: Sentence
    score: float
    support: int
    mentions: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Mention:
    score: float
    candidate: Candidate
    sentence: Sentence


def short_answers(
    focus: Focus,
    ranked: Sequence[Ranked],
    weights: Mapping[str, float],
    limit: int = 5,
    likeness: Likeness | None = None,
) -> list[ShortAnswer]:
    """The best phrases for the question, best first; empty when no sentence holds one of the right kind.

    Args:
        likeness: tells which phrases mean what is asked for; None leaves that to their form.
    """
    looked_at = ranked[:_LOOKED_AT]
    lower_case = frozenset(word for entry in looked_at for word in _LOWER_CASE.findall(entry.sentence.text))
    slot = slot_of(focus.ask, focus.category)
    mentions: dict[str, list[_Mention]] = {}
    for entry in looked_at:
        for candidate in candidates_in(entry.sentence, focus, lower_case):
            score = _mention_score(focus, entry, candidate, weights, slot)
            mentions.setdefault(_key(candidate.text), []).append(_Mention(score, candidate, entry.sentence))
    if focus.kind in ("person", "organisation", "thing", "place"):
        _join_short_forms(mentions, surnames_only=focus.kind == "person")
    answers = sorted((_answer(key, found) for key, found in mentions.items()), key=lambda answer: -answer.score)
    return _by_meaning(focus, answers, likeness)[:limit]


def _by_meaning(focus: Focus, answers: list[ShortAnswer], likeness: Likeness | None) -> list[ShortAnswer]:
    """The answers again, the first few weighed by how near they are in meaning to the noun phrase asked for."""
    compared, rest = answers[:MOST_COMPARED], answers[MOST_COMPARED:]
    fits = meaning_fits(focus, [answer.text for answer in compared], likeness)
    weighed = [replace(answer, score=answer.score * fit) for answer, fit in zip(compared, fits, strict=True)]
    return [*sorted(weighed, key=lambda answer: -answer.score), *rest]


def _key(text: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", text.lower().replace(",", "")).split()).strip(".")


def _mention_score(
    focus: Focus, entry: Ranked, candidate: Candidate, weights: Mapping[str, float], slot: Slot
) -> float:
    middle = (candidate.span.start + candidate.span.end) / 2
    near = 0.0
    category_bonus = 0.0
    category = stem(focus.category) if focus.category else None
    for word in entry.sentence.words:
        distance = abs((word.start + word.end) / 2 - middle)
        if word.stem in weights:
            near += weights[word.stem] / (1 + distance / _NEAR_CHARS)
        if word.stem == category:
            category_bonus = max(category_bonus, _category_bonus(entry.sentence.text, candidate.span, word, distance))
    aligned = 1 + _ALIGNED * alignment(entry.sentence.words, candidate.span, slot)
    headline = 1 + _HEADLINE * _is_headline(focus, entry.sentence, candidate.text)
    told = _OTHER_DEED if focus.kind in _OF_EVENTS and not says_the_deed(focus, entry.sentence) else 1
    return (entry.score * (1 + category_bonus) + _NEAR * near) * candidate.fit * aligned * headline * told


def _is_headline(focus: Focus, sentence: Sentence, text: str) -> bool:
    """Whether the title of the article names the candidate: who and what a story is about stands there, not where."""
    if focus.kind in _NOT_OF_TITLES or (focus.kind == "person" and " " not in text):
        return False
    own = stems_of(text)
    return bool(own) and own <= stems_of(sentence.article.title)


def _category_bonus(text: str, span: Span, word: Word, distance: float) -> float:
    """More for "the village of Mashi" and "Mashi village" than for a village further off."""
    between = text[word.end : span.start] if word.end <= span.start else text[span.end : word.start]
    if between.strip().lower() in ("", "of", "of the", ","):
        return _ADJACENT
    return 0.3 if distance < _CATEGORY_NEAR_CHARS else 0.15


def _join_short_forms(mentions: dict[str, list[_Mention]], *, surnames_only: bool) -> None:
    """Count "Lavrov" for "Sergey Lavrov", and "Microsoft" for "Microsoft Corp" where no person is asked for.

    "Idlib" is no short form of "Taftanaz in Idlib".
    """
    longer: dict[str, list[str]] = {}
    for name in mentions:
        if " " in name and " in " not in name:
            words = name.split(" ")
            for end in {words[-1]} if surnames_only else {words[0], words[-1]}:
                longer.setdefault(end, []).append(name)
    for key in sorted((key for key in mentions if key in longer), key=len):
        best = max(longer[key], key=lambda other: max(mention.score for mention in mentions[other]))
        mentions[best] += [
            _Mention(mention.score * _SHORT_FORM, mention.candidate, mention.sentence) for mention in mentions.pop(key)
        ]


def _answer(key: str, mentions: list[_Mention]) -> ShortAnswer:
    ordered = sorted(mentions, key=lambda mention: -mention.score)
    by_article: dict[str, list[float]] = {}
    for mention in ordered:
        by_article.setdefault(mention.sentence.article.article_id, []).append(mention.score)
    firsts = sorted((scores[0] for scores in by_article.values()), reverse=True)
    repeats = sum(score for scores in by_article.values() for score in scores[1:3])
    whole = next(mention for mention in ordered if _key(mention.candidate.text) == key)
    return ShortAnswer(
        text=whole.candidate.text,
        span=whole.candidate.span,
        sentence=whole.sentence,
        score=sum(score * _VOTE**place for place, score in enumerate(firsts)) + _REPEAT * repeats,
        support=len(by_article),
        mentions=tuple(dict.fromkeys(mention.sentence for mention in ordered)),
    )
