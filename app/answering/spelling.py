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
    texts = _texts(passages)
    for wrong, right in _corrected(question, texts).items():
        printed = right.capitalize() if wrong[0].isupper() else right
        question = re.sub(rf"\b{wrong}\b", printed, question)
    return with_capitals(question, texts)


def respelling(question: str, passages: Sequence[Passage]) -> str | None:
    """A sentence on the names that ``spelled`` put right: another town one letter away may have been meant."""
    texts = _texts(passages)
    names = [
        f"“{wrong}” was read as “{right.capitalize()}”"
        for wrong, right in _corrected(question, texts).items()
        if not any(re.search(rf"\b{right}\b", text) for text in texts)
    ]
    return f"{'; '.join(names)}: no article found has it as typed." if names else None


def _texts(passages: Sequence[Passage]) -> list[str]:
    return [f"{passage.title} {passage.text}" for passage in passages]


def _corrected(question: str, texts: Sequence[str]) -> dict[str, str]:
    """Words of the question as they were typed, and each as the texts spell it, in lower case."""
    words = {word.lower(): word for word in re.findall(r"[^\W\d_]+", question)}
    doubtful = [word for word in words if _may_be_a_slip(word)]
    return {words[wrong]: right for wrong, right in corrections(doubtful, texts).items()}


def _may_be_a_slip(word: str) -> bool:
    known = is_known(word) or is_verb_form(word) or word in STOPWORDS or word in _COMMON
    return not known and predicate_class(word) is None and place_of(word) is None
