"""Names and words of an event, equal across spellings: Hasakeh and Hasaka, Turkish and Turkey, raids and raid."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from app.figures.words import read_words
from app.retrieval.demonyms import place_of

_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|ad|at|an|az)-")
_PLAIN = re.compile(r"[aeiouyw'’-]+")


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """One key for all spellings of a name or word: its country, or its consonants with the first letter."""
    place = place_of(word)
    if place is not None:
        return f"={place}"
    bare = _ARTICLE.sub("", word.lower())
    bare = re.sub(r"['’]?s$", "", bare) if len(bare) > 4 and not bare.endswith("ss") else bare
    bare = bare.replace("ph", "f").replace("kh", "h").replace("q", "k").replace("ck", "k").replace("c", "k")
    vowel = bare[:1] in "aeiou"
    skeleton = re.sub(r"(.)\1+", r"\1", _PLAIN.sub("", bare)).removesuffix("h")
    return ("a" if vowel else "") + skeleton if len(skeleton) > 1 else bare


def name_keys(text: str) -> frozenset[str]:
    """The keys of every word of ``text``, parts of hyphenated words too."""
    keys = set()
    for word in read_words(text):
        keys.add(name_key(word.lower))
        if "-" in word.lower:
            keys.update(name_key(part) for part in word.lower.split("-") if len(part) > 2)
    return frozenset(keys)


def same_name(term: str, keys: Set[str]) -> bool:
    """Whether one of ``keys`` is a spelling of ``term``."""
    return name_key(term) in keys
