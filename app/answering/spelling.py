"""A question's words as the passages found for it spell them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answering.reading.words import STOPWORDS, is_verb_form
from app.figures.nouns import is_known
from app.figures.predicates import predicate_class
from app.figures.words import word_set
from app.models import Passage
from app.retrieval.demonyms import place_of
from app.retrieval.spelling import corrections, with_capitals

_COMMON = word_set(
    "first second third fourth fifth final early earlier later latest since until while among across because following "
    "within without being having every several total together along against around average"
)
"""Words that no passage need hold to be spelled right: "first" is no "fist"."""


def spelled(question: str, passages: Sequence[Passage]) -> str:
    """The question with mistyped words as the passages spell them, and names typed in lower case as they print them."""
    texts = [f"{passage.title} {passage.text}" for passage in passages]
    words = {word.lower(): word for word in re.findall(r"[^\W\d_]+", question)}
    doubtful = [word for word in words if _may_be_a_slip(word)]
    for wrong, right in corrections(doubtful, texts).items():
        printed = right.capitalize() if words[wrong][0].isupper() else right
        question = re.sub(rf"\b{words[wrong]}\b", printed, question)
    return with_capitals(question, texts)


def _may_be_a_slip(word: str) -> bool:
    known = is_known(word) or is_verb_form(word) or word in STOPWORDS or word in _COMMON
    return not known and predicate_class(word) is None and place_of(word) is None
