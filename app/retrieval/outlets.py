"""Which of the archive's outlets a question names: "according to TASS", "The Verge and TechCrunch"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_DOMAIN_END = re.compile(r"\.(?:com|org|net|co\.uk|co|news|info|tv|ru|de|fr|eu|uk|us|io)$")
_BEFORE = re.compile(
    r"\b(?:according to|reported (?:by|in)|reports? (?:by|from|in)|told|tells) (?:the )?$", re.IGNORECASE
)
_AFTER = re.compile(r"^(?:'s|’s)? (?:says?|said|reports?|reported|wrote|writes|told)\b", re.IGNORECASE)


def named_outlets(question: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known outlets the question names, in the order they are named.

    An outlet is named when the words of its name stand together in the question, with or without "The" and a domain
    ending: "CNN" names "cnn.com". A name that could be a plain word ("Time", "verge") counts only beside a word of
    attribution or after a capital "The".
    """
    found = [(place, source) for source in dict.fromkeys(known) if (place := _place(question, source)) is not None]
    return tuple(source for _, source in sorted(found))


def _place(question: str, source: str) -> int | None:
    pattern = _name_pattern(source)
    if pattern is None:
        return None
    for match in pattern.finditer(question):
        before, after = question[: match.start()], question[match.end() :]
        attributed = _BEFORE.search(before) or _AFTER.search(after)
        if attributed or before.endswith("The ") or _is_distinctive(match.group(1)):
            return match.start(1)
    return None


def _is_distinctive(name: str) -> bool:
    """Several capitalised words, inner capitals or a domain: cannot be a plain word at the start of a sentence."""
    return "." in name or any(letter.isupper() for letter in name[1:])


@lru_cache(maxsize=4_096)
def _name_pattern(source: str) -> re.Pattern[str] | None:
    bare = _DOMAIN_END.sub("", source.strip().lower().removeprefix("www."))
    bare = bare.removeprefix("the ")
    words = re.findall(r"\w+", bare)
    if not words or len(bare) < 2:
        return None
    spelled = r"[\s.&’'-]*".join(map(re.escape, words))
    return re.compile(rf"(?<![\w@])({spelled})(?:\.(?:com|org|net|co\.uk))?(?![\w-])", re.IGNORECASE)
