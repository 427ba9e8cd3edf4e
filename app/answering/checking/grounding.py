"""Where in the archive a model's claims stand, found by code: the passages it cited first, then every other one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import combinations, islice
from typing import NamedTuple

from app.answering.checking.statements import shown_with
from app.answering.checking.verification import Evidence, numbers_in_words, verdict_on
from app.answering.draft import Quote, Statement
from app.answering.generative.instructions import for_readers, speaks_to_a_model
from app.answering.generative.model_markers import unmarked
from app.answering.reading.evidence import Sentence
from app.answering.reading.words import words_of
from app.archive.sentences import sentence_spans
from app.english import MONTHS, NUMBER_WORDS
from app.models import Passage, Verdict

_MARKUP = re.compile(r"://|\]\(|<[a-z/!]|javascript:", re.IGNORECASE)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DAY = re.compile(rf"\b{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}\b|\b(?:19|20)\d\d\b")
_DIGITS = re.compile(r"\d[\d,.]*")
_NEXT_CLAUSE = re.compile(r";|\b(?:and|but|while|whereas|although|then)\b")
_LOOKED_AT = 8
_PAIRED = 5
_CITED_BONUS = 0.25
_OF_CITED_ARTICLE_BONUS = 0.1
_ASKED_BONUS = 0.3
_FEW_STEMS = 3
_LEAST_SHARED_BY_PAIR = 0.5
"""Two sentences with less of the claim's words are not worth reading again: each was read alone. Sentences of two
articles are never put together: what neither says is not said by both."""


class Acceptance(NamedTuple):
    """Whether a claim that its quotes support by its words holds; ``entailment`` in [0, 1] where a model judged it."""

    holds: bool
    entailment: float | None = None


Accepts = Callable[[Statement], Acceptance]


class Grounded(NamedTuple):
    """A claim with the spans that support it best; without quotes nothing does."""

    statement: Statement
    verdict: Verdict
    entailment: float | None = None


class Claimed(NamedTuple):
    """One sentence of a model's answer and the passages it cites, counted from 1."""

    text: str
    cited: tuple[int, ...]


def claims_in(answer: str, cited: Sequence[int], known: int) -> list[Claimed]:
    """The sentences of an answer, each once.

    Args:
        cited: what the model cites for the whole answer; used for a sentence without markers of its own.
        known: how many passages there are; markers to others are dropped.
    """
    text, _ = plain = unmarked(answer)
    claims: dict[str, Claimed] = {}
    spans = sentence_spans(text)
    for place, span in enumerate(spans):
        end = spans[place + 1].start if place + 1 < len(spans) else len(text)
        own = plain.cited_in(span.start, end)
        numbers = tuple(number for number in own or cited if 1 <= number <= known)
        claim = " ".join(text[span.start : span.end].split())
        if any(sign.isalnum() for sign in claim):
            claims.setdefault(claim, Claimed(claim, numbers))
    return list(claims.values())


def _anyhow(_: Statement) -> Acceptance:
    return Acceptance(True)


def ground(
    claim: Claimed,
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    *,
    question: str = "",
    accepts: Accepts = _anyhow,
) -> Grounded:
    """The claim with the sentence, or the two sentences, that support it best; a link or markup is never supported.

    Args:
        passages: what the claim's numbers refer to, counted from 1.
        question: sentences near to it are tried before others that share as much with the claim.
        accepts: has the last word on a claim that is supported by its words.
    """
    if _MARKUP.search(claim.text):
        return Grounded(Statement(claim.text, ()), "unsupported")
    nearest = _nearest(claim, question, sentences, passages)
    stems = _content(claim.text)
    best = Grounded(Statement(claim.text, ()), "unsupported")
    for sentence in nearest:
        if stems and not _share(stems, sentence.stems | sentence.around):
            continue
        found = _judged(claim.text, [sentence], accepts)
        if found.verdict == "supported":
            return found
        best = _better(best, found)
    for pair in combinations(nearest[:_PAIRED], 2):
        if _may_say_it_together(claim.text, stems, pair):
            found = _judged(claim.text, sorted(pair, key=lambda sentence: sentence.span), accepts)
            if found.verdict == "supported":
                return found
    return best


def _better(best: Grounded, found: Grounded) -> Grounded:
    """The first that supports a part; a judgement of the model that judges is never lost."""
    if found.verdict == "partly" and best.verdict == "unsupported":
        best = found
    return best._replace(entailment=found.entailment) if best.entailment is None else best


def _may_say_it_together(claim: str, stems: frozenset[str], pair: tuple[Sentence, Sentence]) -> bool:
    first, second = pair
    of_one_article = first.article.article_id == second.article.article_id
    near = of_one_article and _share(stems, first.stems | second.stems) >= _LEAST_SHARED_BY_PAIR
    return near and not _mixes_numbers(claim, pair)


def _judged(claim: str, chosen: Sequence[Sentence], accepts: Accepts) -> Grounded:
    statement = Statement(claim, tuple(Quote(sentence.article, sentence.span) for sentence in chosen))
    beside = tuple(_beside(line) for quote in statement.quotes for line in shown_with(quote, claim))
    evidence = Evidence(tuple(quote.text for quote in statement.quotes), beside)
    verdict = verdict_on(claim, evidence)
    if verdict == "supported" and not _shows_the_subject(claim, evidence):
        verdict = "partly"
    if verdict != "supported":
        return Grounded(statement, verdict)
    accepted = accepts(statement)
    return Grounded(statement, "supported" if accepted.holds else "unsupported", accepted.entailment)


def _shows_the_subject(claim: str, evidence: Evidence) -> bool:
    """Whether the word that a claim opens with is shown, as "Fothergill" in "Fothergill said" must be."""
    first = next(iter(words_of(claim)), None)
    if first is None:
        return True
    known = {word.stem for line in evidence.quotes + evidence.beside for word in words_of(line)}
    word = first.text.lower()
    opens_otherwise = word.endswith("ly") or word in NUMBER_WORDS or word == "yes" or word[0].isdigit()
    return not first.is_content or opens_otherwise or first.stem in known


def _mixes_numbers(claim: str, pair: Sequence[Sentence]) -> bool:
    """Whether a clause has numbers that no single sentence has: "Since 2012 a zone was set up in 2017"."""
    known = [numbers_in_words(sentence.words) for sentence in pair]
    clauses = (numbers_in_words(words_of(clause)) for clause in _NEXT_CLAUSE.split(claim))
    return any(not any(numbers <= one for one in known) for numbers in clauses)


@lru_cache(maxsize=1_024)
def _beside(line: str) -> str:
    """A line beside a quote without its numbers but for days: what it counts is not what the quote says."""
    told = for_readers(line)
    days = " ".join(_DAY.findall(told))
    words = (word for word in _DIGITS.sub(" ", told).split() if word.lower() not in NUMBER_WORDS)
    return f"{' '.join(words)} {days}"


def _nearest(
    claim: Claimed, question: str, sentences: Sequence[Sentence], passages: Sequence[Passage]
) -> list[Sentence]:
    """The sentences that share most with the claim, those of cited passages before others that share as much."""
    stems, asked = _content(claim.text), _content(question)
    cited = [passages[number - 1] for number in claim.cited]
    is_bare = len(stems) <= _FEW_STEMS

    def near(sentence: Sentence) -> float:
        around = frozenset() if is_bare else sentence.around
        nearness = _share(asked, sentence.stems | around) * (1.0 if is_bare else _ASKED_BONUS)
        return _share(stems, sentence.stems) + nearness + _bonus(sentence, cited) + 0.01 * sentence.score

    ordered = sorted(sentences, key=near, reverse=True)
    return list(islice((one for one in ordered if _states_something(one.text)), _LOOKED_AT))


def _states_something(sentence: str) -> bool:
    """Neither a question nor the head of a list, nor spoken to a model."""
    return not sentence.rstrip("”\"’' ").endswith(("?", ":")) and not speaks_to_a_model(sentence)


def _content(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text) if word.is_content)


def _share(stems: frozenset[str], known: frozenset[str]) -> float:
    return len(stems & known) / len(stems) if stems else 0.0


def _bonus(sentence: Sentence, cited: Sequence[Passage]) -> float:
    same = [passage for passage in cited if passage.article_id == sentence.article.article_id]
    if any(sentence.span.start < passage.end and passage.start < sentence.span.end for passage in same):
        return _CITED_BONUS
    return _OF_CITED_ARTICLE_BONUS if same else 0.0
