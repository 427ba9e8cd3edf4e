"""What a counting question says happened to the counted, and who did it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.asked.words import FILLERS, PREPOSITIONS
from app.figures.nouns import is_known
from app.figures.predicates import is_irregular_past, predicate_class, takes_control, verb_stem
from app.figures.words import Word, word_set

_TIMES = word_set("after before during since until following when while")
"""What opens a clause of another deed: "(did it hand over) after the attack"."""
_TO_VERB = 3
"""Where the verb stands in "were estimated to live"."""
_ADJECTIVES = word_set("armed allied united")
_TOLD = word_set("reported believed said thought confirmed feared estimated")
_WITHIN = re.compile(
    r"(?:were|was|are|is)\s(?:on\sboard|aboard|(?P<inside>in|inside|within|part\sof)\s(?:the|a|an)\s"
    r"(?!north|south|east|west|country|world))\b"
)
"""What is in something: "(trucks) were in the convoy attacked" asks for its size, and the verb behind tells nothing."""
_TAKES_PART = re.compile(
    r"(?:have\s|had\s|has\s|did\s)?(?:t[ao]ke?n?|took)\spart\b|(?:were|was|are)\sinvolved\b|participate"
)
"""Who took part in something may have done or suffered anything there."""
_BODIES = word_set(
    "regime government army coalition group groups state air force military militia police command alliance opposition"
)
"""Doers that no list of nouns holds: "(did the Russian air) force (carry out)"."""
_PLANNED = re.compile(
    r"\b(?:announce|say|claim|plan|promise|pledge|expect|estimate|warn)\s(?:[^?.]{0,30}?\s)?"
    r"(?:that\s)?(?:it|they|he|she)\s"
    r"(?:would|will|was going to|were going to|planned to|intended to|had|has|have|was|were)\s(?:be\s|been\s)?"
    r"(?P<verb>[a-z]{3,})"
)
"""What follows is the deed: "did the firm announce in May that it would cut"."""
_PRONOUNS = word_set("he she it they we you i")


def took_part(words: Sequence[Word], after: int) -> bool:
    """Whether the question asks only who took part: "(how many bombers) took part in the attack"."""
    return _TAKES_PART.match(" ".join(word.lower for word in words[after:])) is not None


def asked_predicate(words: Sequence[Word], after: int) -> str | None:
    """The main verb: casualties win ("find had been killed"), then the verb after "did", then the first verb.

    None where the quantity ends its clause ("moved to how many seconds"): the verb is then no help.
    """
    rest = words[after:]
    if [word.lower for word in rest[:2]] == ["used", "to"]:
        rest = rest[2:]
    told = " ".join(word.text for word in rest)
    if takes_control(told):
        return "captured"
    if (within := _WITHIN.match(told)) is not None:
        return "has" if within["inside"] else None
    rest = rest[: _next_clause(rest, 1)]
    classes = [(index, kind) for index, word in enumerate(rest) if (kind := predicate_class(word.lower))]
    for index, kind in classes:
        if kind in ("killed", "wounded", "executed") and not _is_named_deed(rest, index):
            return kind
    did = next((index for index, word in enumerate(rest) if word.lower in ("did", "do", "does", "will", "would")), None)
    if did is not None:
        return _verb_of_doer(rest, did, classes)
    if rest and rest[0].lower in PREPOSITIONS:
        return _participle(rest)
    return None if not rest else _first_verb(rest, classes)


def _verb_of_doer(rest: Sequence[Word], did: int, classes: Sequence[tuple[int, str]]) -> str | None:
    """The verb behind "did the army": in another clause if that says what was only announced, else in its own."""
    planned = _PLANNED.search(" ".join(word.text for word in rest))
    if planned is not None:
        return predicate_class(planned["verb"].lower()) or verb_stem(planned["verb"].lower())
    if rest[-1].lower in ("have", "own"):
        return "has"  # "does the union that went on strike have"
    end = _next_clause(rest, did + 1)
    bare = [kind for index, kind in classes if did + 1 < index < end and _is_bare_verb(rest, index)]
    return bare[0] if bare else _unknown_verb(rest[did + 1 : end])


def _next_clause(rest: Sequence[Word], start: int) -> int:
    """Where a clause on another deed opens from word ``start`` on: "(were reported) after the attack"."""
    return next((index for index, word in enumerate(rest) if index >= start and word.lower in _TIMES), len(rest))


def doer_of(words: Sequence[Word], after: int) -> str | None:
    """The name between the auxiliary and the verb: "(how many seats did the) National List (win)"."""
    rest = words[after:]
    if not rest or rest[0].lower not in ("did", "do", "does", "has", "have", "had", "will", "would"):
        return None
    names = [word for word in rest[1:] if word.lower != "the"]
    run = next((index for index, word in enumerate(names) if not word.capital), len(names))
    return " ".join(word.text for word in names[:run]) or None


def _is_named_deed(rest: Sequence[Word], index: int) -> bool:
    """Whether the word names another deed: "(strike) in response to the killing of its soldiers"."""
    return rest[index].lower.endswith("ing") and index > 0 and rest[index - 1].lower == "the"


def _is_bare_verb(rest: Sequence[Word], index: int) -> bool:
    """Whether the word is the verb of "did", no doer or deed ("the air) strikes"), and no "in besieged (Aleppo)"."""
    word, led = rest[index], rest[index - 1].lower
    other = word.capital or word.lower.endswith(("s", "ing")) or led in ("in", "of", "from")
    return not other and led not in ("the", "an", "a", "air", "bomb", "rocket")


def _participle(rest: Sequence[Word]) -> str | None:
    """The verb behind a place: "(how many clinics) in the north have stopped work", "had the army seized"."""
    for index, word in enumerate(rest):
        if word.lower in ("have", "has", "were", "was", "had"):
            behind = rest[index + 1 : index + 6]
            stop = next((place for place, one in enumerate(behind) if one.lower in PREPOSITIONS), len(behind))
            return _verb_of(next((one for one in behind[:stop] if _tells(one)), None))
    return _verb_of(next((word for word in rest if is_irregular_past(word.lower)), None))


def _tells(word: Word) -> bool:
    """Whether the word behind an auxiliary is the verb: a past, or "hit", but no name."""
    return not word.capital and (_is_past(word) or predicate_class(word.lower) not in (None, "has"))


def _verb_of(word: Word | None) -> str | None:
    return (predicate_class(word.lower) or verb_stem(word.lower)) if word is not None else None


def _first_verb(rest: Sequence[Word], classes: Sequence[tuple[int, str]]) -> str | None:
    """The verb of "(how many posts) are in Idlib", "(how many people) were arrested"."""
    first, led = rest[0], rest[0].lower in ("were", "was")
    helped = rest[1] if len(rest) > 1 and led else first
    if _is_past(helped) and first.lower not in ("had", "held") and helped.lower not in _TOLD:
        return _verb_of(helped)
    if led and helped.lower in _TOLD and len(rest) > _TO_VERB and rest[2].lower == "to":
        return _verb_of(rest[_TO_VERB])
    if led and helped.lower in ("in", "on", "at", "inside"):
        return "has"  # "were in the convoy attacked"
    real = [kind for index, kind in classes if kind != "has" and not rest[index].capital]
    return real[0] if real else _helped_verb(rest) or (classes[0][1] if classes else None)


def _helped_verb(rest: Sequence[Word]) -> str | None:
    """The verb behind an auxiliary; "has" where only "are" tells that there are so many."""
    if rest[0].lower in ("are", "is", "were", "was", "be"):
        if len(rest) > 1 and rest[1].lower in ("the", "a", "an"):  # "(feet) was the suspected balloon flying"
            return _verb_of(next((word for word in rest[2:] if word.lower.endswith("ing")), None)) or "has"
        participle = next((word for word in rest[1:3] if _is_past(word) and word.lower not in _TOLD), None)
        return verb_stem(participle.lower) if participle else "has"
    if rest[0].lower in ("had", "have") and len(rest) > 2 and rest[1].lower == "been" and _is_past(rest[2]):
        return verb_stem(rest[2].lower)
    behind = _participle_of(rest) if rest[0].lower in ("had", "has", "have") else None
    return verb_stem(behind) if behind else None


def _participle_of(rest: Sequence[Word]) -> str | None:
    """The verb behind a subject that stands between: "(had) the country's economy contracted (since 2011)"."""
    end = next((index for index, word in enumerate(rest) if index and word.lower in PREPOSITIONS - {"of"}), len(rest))
    verbs = (word.lower for word in rest[2:end] if _is_past(word) and not word.capital and word.lower not in FILLERS)
    return next(verbs, None)


def _is_past(word: Word) -> bool:
    return (word.lower.endswith("ed") and word.lower not in _ADJECTIVES) or is_irregular_past(word.lower)


def _unknown_verb(rest: Sequence[Word]) -> str | None:
    """The verb of "(did) he play …" or "(did) the area stretch", as a stem."""
    end = next((index for index, word in enumerate(rest) if index and word.lower in PREPOSITIONS - {"of"}), len(rest))
    plain = [word for word in rest[:end] if not word.capital and word.lower not in FILLERS and word.lower.isalpha()]
    plain = [word for word in plain if not is_known(word.lower) and word.lower not in _BODIES] or plain
    if not rest or not plain:
        return None
    doers = next((index for index, word in enumerate(plain[:-1]) if word.lower.endswith("s")), -1)
    named = rest[0].capital or rest[0].lower in _PRONOUNS  # "did he play", "did US egg prices rise"
    return verb_stem(plain[doers + 1 if named else -1].lower)
