"""The short answer inside a model's prose: the asked number, day or name where it can be told, else the first claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answering.draft import quotes_of
from app.answering.evidence import Sentence
from app.answering.extractive import read
from app.answering.focus import focus_of
from app.answering.grounding import Grounded

_SHORT_WORDS = 3
_YES_NO = re.compile(r"(yes|no)\b[,.]?", re.IGNORECASE)


def short_form(question: str, grounded: Sequence[Grounded], sentences: Sequence[Sentence]) -> str:
    """The phrase that answers; "" when there is no claim.

    Args:
        grounded: the supported claims in order.
        sentences: those that were read, the claims' quotes among them.
    """
    if not grounded:
        return ""
    first = grounded[0].statement.text.rstrip(".")
    polar = _YES_NO.match(first)
    if polar:
        return polar.group(1).capitalize()
    if len(first.split()) <= _SHORT_WORDS:
        return first
    cited = {(quote.article.article_id, quote.span.start) for quote in quotes_of([one.statement for one in grounded])}
    found = read(focus_of(question), [sentence for sentence in sentences if sentence.key in cited], as_of=None).answer
    told = " ".join(one.statement.text for one in grounded)
    return found.text if found is not None and found.text in told else first
