"""Subjects of sentences: who has, does or suffers what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from app.figures.words import Word, read_words, word_set
from app.retrieval.demonyms import place_of

PRONOUNS = frozenset({"it", "they", "he", "she"})

_BETWEEN = word_set("has have had used to now also currently been was were is are already still then since")
_OUTSIDE = word_set(
    "the a an that this in on at by for from with and or but as of to said says reported its their response reports "
    "when while where after before there who which would"
)
_VERBLIKE = re.compile(r"^\w{3,}(?:ed|ing)$")
_LONGEST = 8
"""Words of the longest subject: "National List of Prime Minister Andrej Solt"."""
_SUBJECT = re.compile(
    r"(?P<subject>(?:[A-Z][\w’'-]+\s)*[A-Z][\w’'-]+(?:\s(?:army|government|forces|military|police|officials))?)\s"
    r"(?:has|have|had|used|is|was|were|are|will|struck|[a-z]+ed)\b"
)
""" "The Turkish army (has)", "Norland (struck)"."""
SEATS = {
    "ankara": "turkey", "moscow": "russia", "damascus": "syria", "tehran": "iran", "washington": "united states",
    "beijing": "china", "london": "britain", "paris": "france", "berlin": "germany", "kyiv": "ukraine",
    "baghdad": "iraq", "riyadh": "saudi arabia", "cairo": "egypt", "tel aviv": "israel",
}  # fmt: skip
"""Cities that stand for a government when they own or do something: "Ankara has 12 posts"."""
_NOT_A_NAME = word_set("it he she they this that these those there who what i we")


@lru_cache(maxsize=4_096)
def countries_of(phrase: str) -> frozenset[str]:
    """The countries that the words of a counted phrase or an owner name: "Turkish posts", "Ankara" -> {"turkey"}."""
    words = ["united states" if word.lower in ("us", "u.s") else word.lower for word in read_words(phrase)]
    names = [*words, *(f"{first} {second}" for first, second in pairwise(words))]
    found = (place_of(name) or SEATS.get(name) for name in names)
    return frozenset(country for country in found if country)


def main_subject(text: str) -> str | None:
    """The last named subject of ``text``: capitalised words right before a verb; None when there is none."""
    for match in reversed(list(_SUBJECT.finditer(text))):
        name = re.sub(r"^(?:The|A|An)\s", "", match["subject"])
        if name.lower() not in _NOT_A_NAME:
            return name
    return None


def subject_before(words: Sequence[Word], text: str, verb: int) -> str | None:
    """The subject in front of the verb at word ``verb``, as printed; a pronoun comes back lower case."""
    last = verb
    while last > 0 and words[last - 1].lower in _BETWEEN:
        last -= 1
    if last == 0:
        return None
    if words[last - 1].lower in PRONOUNS:
        return words[last - 1].lower
    first = last
    while first > 0 and last - first < _LONGEST and _in_subject(words, text, first - 1, last):
        first -= 1
    return text[words[first].start : words[last - 1].end] if first < last else None


def _in_subject(words: Sequence[Word], text: str, index: int, last: int) -> bool:
    word = words[index]
    gap = text[word.end : words[index + 1].start] if index + 1 < last else " "
    if word.lower == "of" and 0 < index < last - 1:
        return words[index - 1].capital and words[index + 1].capital
    return word.lower not in _OUTSIDE and not gap.strip() and (word.capital or not _VERBLIKE.match(word.lower))
