"""The capital of a country: "the capital, Belmora", "Syria's capital Damascus", "Belmora, the Tarvian capital"."""

from __future__ import annotations

import re

from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.words import stem, stems_of
from app.models import Span

_NAMED_BEHIND = re.compile(
    r"(?<!de facto )\b(?P<owner>[\w’']+)\s+capital(?:\s+city)?(?:\s+of\s+(?P<of>[A-Z]\w+))?,?\s+\Z"
)
_NAMED_BEFORE = re.compile(r"(?:,|\s+is)\s+(?:the\s+)?(?P<owner>[\w’']+)\s+capital\b(?:\s+of\s+(?P<of>[A-Z]\w+))?")
_REACH = 60


def is_capital_or_not_asked(focus: Focus, sentence: Sentence, span: Span) -> bool:
    """Whether the name at ``span`` is told to be the capital of the asked country; true for any other question.

    A capital that is not said to be another country's is that of the country that the sentence or the title names.
    """
    if focus.kind != "city" or focus.category != "capital":
        return True
    text = sentence.text
    told = _NAMED_BEHIND.search(text[max(0, span.start - _REACH) : span.start]) or _NAMED_BEFORE.match(
        text, span.end, span.end + _REACH
    )
    if told is None:
        return False
    owners = {stem(owner) for owner in (told["owner"], told["of"]) if owner}
    whose = {owner for owner in owners if owner.startswith("@")}
    return not (whose - focus.required) and focus.required <= owners | sentence.stems | stems_of(sentence.article.title)
