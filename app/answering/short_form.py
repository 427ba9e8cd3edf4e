"""The short answer inside a model's prose: the asked number, day or name where it can be told, else the first claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answering.draft import Statement, quotes_of
from app.answering.evidence import Sentence
from app.answering.extractive import read
from app.answering.focus import focus_of
from app.answering.words import words_of

_SHORT_WORDS = 3
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
    if told and _stands_in(told, supported):
        return told.rstrip(".")
    if len(first.split()) <= _SHORT_WORDS:
        return first
    cited = {(quote.article.article_id, quote.span.start) for quote in quotes_of(supported)}
    found = read(focus_of(question), [sentence for sentence in sentences if sentence.key in cited], as_of=None).answer
    return found.text if found is not None and found.text in " ".join(one.text for one in supported) else first


def _stands_in(told: str, supported: Sequence[Statement]) -> bool:
    quoted = {word.stem for quote in quotes_of(supported) for word in words_of(quote.text)}
    return all(word.stem in quoted for word in words_of(told))
