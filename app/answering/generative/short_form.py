"""The short answer inside a model's prose: the asked number, day or name where it can be told, else the first claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.answering.draft import Statement, quotes_of
from app.answering.extractive.reading import read
from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import focus_of
from app.answering.reading.persons import title_length
from app.answering.reading.words import STOPWORDS, words_of

_SHORT_WORDS = 3
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SURNAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_SURNAMES = re.compile(rf"{_SURNAME.pattern}(?:(?:, | and |, and ){_SURNAME.pattern})*")
_FIRST_NAMES = r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s){1,3}"
_BEHIND = r"(?:%|\s(?:percent|per cent|million|billion|trillion)\b)?"
_YES_NO = re.compile(r"(yes|no)\b[,.]?", re.IGNORECASE)


def short_form(question: str, told: str, supported: Sequence[Statement], sentences: Sequence[Sentence]) -> str:
    """The phrase that answers; "" when there is no claim.

    Args:
        told: the model's own short answer, "" when it gave none; taken when every word of it stands in a quote.
        supported: the claims in order.
        sentences: those that were read, the claims' quotes among them.
    """
    if not supported:
        return ""
    first = supported[0].text.rstrip(".")
    polar = _YES_NO.match(first)
    if polar:
        return polar.group(1).capitalize()
    if told and (any(says(one, told) for one in supported) or _stands_in(told, supported)):
        return as_printed(told.rstrip("."), question, supported)
    if len(first.split()) <= _SHORT_WORDS:
        return first
    cited = {(quote.article.article_id, quote.span.start) for quote in quotes_of(supported)}
    found = read(focus_of(question), [sentence for sentence in sentences if sentence.key in cited], as_of=None).answer
    return found.text if found is not None and found.text in " ".join(one.text for one in supported) else first


def says(statement: Statement, short: str) -> bool:
    """Whether a statement holds a short answer word for word, in any form of them; an empty one stands everywhere."""
    return f" {_plain(short)} " in f" {_plain(statement.text)} " if short else True


def as_sentence(short: str) -> str:
    """ "the mayor" -> "The mayor."; "" stays."""
    text = short.strip().rstrip(".")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def as_printed(told: str, question: str, supported: Sequence[Statement]) -> str:
    """A short answer as the cited articles print it: "500" as "$500", "18" as "18%", "Berg" as "Ilse Berg"."""
    if _NUMBER.fullmatch(told):
        figure = rf"(?<![\w.,])[$£€¥]?{re.escape(told)}(?!\w|[.,]\d){_BEHIND}"
        printed = (re.search(figure, quote.text) for quote in quotes_of(supported))
        return next((found.group() for found in printed if found), told)
    if focus_of(question).kind == "person" and _SURNAMES.fullmatch(told):
        texts = list(dict.fromkeys(quote.article.text for quote in quotes_of(supported)))
        return _SURNAME.sub(lambda surname: _full_name(surname[0], texts), told)
    return told


def _full_name(surname: str, texts: Sequence[str]) -> str:
    """The surname with the names that stand before it most often, without titles; alone where none does."""
    printed = re.compile(rf"\b{_FIRST_NAMES}{re.escape(surname)}\b")
    names = (name[title_length(name) :] for text in texts for name in printed.findall(text))
    full = Counter(name for name in names if name.endswith(f" {surname}") and name.split()[0].lower() not in STOPWORDS)
    return full.most_common(1)[0][0] if full else surname


def _plain(text: str) -> str:
    return " ".join(word.stem for word in words_of(text))


def _stands_in(told: str, supported: Sequence[Statement]) -> bool:
    quoted = {word.stem for quote in quotes_of(supported) for word in words_of(quote.text)}
    return all(word.stem in quoted for word in words_of(told))
