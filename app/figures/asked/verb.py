"""What a counting question says happened to the counted, and who did it."""

from __future__ import annotations

from collections.abc import Sequence

from app.figures.asked.words import FILLERS, PREPOSITIONS
from app.figures.nouns import is_known
from app.figures.predicates import is_irregular_past, predicate_class, verb_stem
from app.figures.words import Word, word_set

_TIMES = word_set("after before during since until following when while")
"""What opens a clause of another deed: "(did it hand over) after the attack"."""
_PRONOUNS = word_set("he she it they we you i")


def asked_predicate(words: Sequence[Word], after: int) -> str | None:
    """The main verb: casualties win ("find had been killed"), then the verb after "did", then the first verb.

    None where the quantity ends its clause ("moved to how many seconds"): the verb is then no help.
    """
    rest = words[after:]
    if [word.lower for word in rest[:2]] == ["used", "to"]:
        rest = rest[2:]
    classes = [(index, kind) for index, word in enumerate(rest) if (kind := predicate_class(word.lower))]
    for index, kind in classes:
        if kind in ("killed", "wounded", "executed") and not _is_named_deed(rest, index):
            return kind
    did = next((index for index, word in enumerate(rest) if word.lower in ("did", "do", "does", "will", "would")), None)
    if did is not None:
        end = next((index for index, word in enumerate(rest) if index > did and word.lower in _TIMES), len(rest))
        bare = [kind for index, kind in classes if did + 1 < index < end and not rest[index].capital]
        return bare[0] if bare else _unknown_verb(rest[did + 1 : end])
    if rest and rest[0].lower in PREPOSITIONS:
        return _participle(rest)
    return None if not rest else _first_verb(rest, classes)


def doer_of(words: Sequence[Word], after: int) -> str | None:
    """The name between the auxiliary and the verb: "(how many seats did the) National List (win)"."""
    rest = words[after:]
    if not rest or rest[0].lower not in ("did", "do", "does", "has", "have", "had"):
        return None
    names = [word for word in rest[1:] if word.lower != "the"]
    run = next((index for index, word in enumerate(names) if not word.capital), len(names))
    return " ".join(word.text for word in names[:run]) or None


def _is_named_deed(rest: Sequence[Word], index: int) -> bool:
    """Whether the word names another deed: "(strike) in response to the killing of its soldiers"."""
    return rest[index].lower.endswith("ing") and index > 0 and rest[index - 1].lower == "the"


def _participle(rest: Sequence[Word]) -> str | None:
    """The verb behind a place: "(how many clinics) in the north have stopped work", "had the army seized"."""
    for index, word in enumerate(rest):
        if word.lower in ("have", "has", "were", "was", "had"):
            behind = rest[index + 1 : index + 6]
            stop = next((place for place, one in enumerate(behind) if one.lower in PREPOSITIONS), len(behind))
            past = next((one.lower for one in behind[:stop] if one.lower.endswith("ed") and not one.capital), None)
            return (predicate_class(past) or verb_stem(past)) if past else None
    return None


def _first_verb(rest: Sequence[Word], classes: Sequence[tuple[int, str]]) -> str | None:
    """The verb of "(how many posts) are in Idlib", "(how many people) were arrested"."""
    real = [kind for index, kind in classes if kind != "has" and not rest[index].capital]
    if real:
        return real[0]
    if rest[0].lower in ("are", "is", "were", "was", "be"):
        participle = next((word for word in rest[1:3] if _is_past(word)), None)
        return verb_stem(participle.lower) if participle else "has"
    if rest[0].lower in ("had", "have") and len(rest) > 2 and rest[1].lower == "been" and _is_past(rest[2]):
        return verb_stem(rest[2].lower)
    if rest[0].lower.endswith("ed"):
        return verb_stem(rest[0].lower)
    if rest[0].lower in ("had", "has", "have") and (behind := _participle_of(rest)):
        return verb_stem(behind)
    return classes[0][1] if classes else None


def _participle_of(rest: Sequence[Word]) -> str | None:
    """The verb behind a subject that stands between: "(had) the country's economy contracted (since 2011)"."""
    end = next((index for index, word in enumerate(rest) if index and word.lower in PREPOSITIONS - {"of"}), len(rest))
    return next((word.lower for word in rest[2:end] if _is_past(word) and word.lower not in FILLERS), None)


def _is_past(word: Word) -> bool:
    return word.lower.endswith("ed") or is_irregular_past(word.lower)


def _unknown_verb(rest: Sequence[Word]) -> str | None:
    """The verb of "(did) he play …" or "(did) the area stretch", as a stem."""
    end = next((index for index, word in enumerate(rest) if index and word.lower in PREPOSITIONS - {"of"}), len(rest))
    plain = [word for word in rest[:end] if not word.capital and word.lower not in FILLERS and word.lower.isalpha()]
    plain = [word for word in plain if not is_known(word.lower)] or plain
    named = bool(rest) and (rest[0].capital or rest[0].lower in _PRONOUNS)
    return verb_stem(plain[0 if named else -1].lower) if plain else None
