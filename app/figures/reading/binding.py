"""What a number is bound to in its sentence: the predicate around it, and whether it counts without a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.english import LOWER_WEEKDAYS
from app.figures.nouns import are_lengths
from app.figures.predicates import predicate_class, predicate_names, verb_stem
from app.figures.reading.numbers import LED
from app.figures.reading.phrases import QUANTIFIERS, CountedPhrase
from app.figures.reading.verbs import (
    CASUALTIES,
    FINITE,
    NO_VERBS,
    NUMBER_WORDS,
    VERB,
    behind_relative,
    is_relative,
    passive_after,
    predicate_after,
    predicate_before,
)
from app.figures.words import Word, word_set

_TOLL = re.compile(
    r"\b(?P<what>(?:updated|revised|raised|risen|rose|climbed|increased)(?= to\b)|"
    r"(?:death\s+)?toll(?:\b[^.;]{0,80}?)?|(?:number|count)\s+of\s+(?:the\s+)?(?P<noun>\w+)|fatalities|deaths|"
    r"casualties|injur(?:ies|ed)|wounded|figure|number|it|dead)"
    r"\b[^.;]{0,90}?\b(?:of|at|to|from|between|was|is|were|reach\w*|stands?(?: at)?|stood(?: at)?|hit|hits|rises?|"
    r"passed|exceed\w*|toll|surpass\w*)\s+(?:at\s+)?(?:(?:least|more than|over|nearly|about|around|up to|almost|some|"
    r"approximately|as (?:high|many|low|few) as)\s+(?:at\s+)?)?$",
    re.IGNORECASE,
)
"""What leads up to a bare number that counts the dead or hurt: "the death toll has risen to", "put it at"."""
_OPENS_CLAUSE = re.compile(rf"(?:^\W*|[,;–—]\s|\b(?:that|and|where|while)\s){LED}$|\bthan\s$", re.IGNORECASE)
""" "(…, and) some 60,000 (turned out)", "more people than (150 who came)"."""
_RELATED = re.compile(
    rf"\b(?:famil(?:y|ies)|relatives|parents|wives|homes|houses|leaders|supporters|friends)\sof\s{LED}$",
    re.IGNORECASE,
)
"""Whose are counted, not who: "the families of (12 miners)"."""
_NUMBER_OF = re.compile(
    r"\b(?P<what>number|count)\s+of\s+(?:the\s+)?(?:\w+\s+)??(?P<noun>killed|wounded|injured|dead|displaced|missing|"
    r"detained|arrested|victims|deaths|injuries|fatalities|casualties)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
""" "The number of people killed in the raids rose to"."""
_TOLL_LINKS = frozenset(
    {
        "has",
        "killed",
        "struck",
        *map(verb_stem, ["put", "placed", "reached", "rose", "risen", "climbed", "passed", "exceeded"]),
    }
)
"""Verbs between a toll and its number that say nothing of what happened: "the death toll reached 112 people"."""
_AMONG = re.compile(
    r"[^.;,\d]{0,40}\bamong\s(?:those|the|them)\s(?P<kind>killed|dead|wounded|injured|displaced|detained|victims|"
    r"fatalities)\b",
    re.IGNORECASE,
)
"""What those are among whom the counted are told to be: "14 children were among those killed"."""
_LIES = word_set("located situated lies lying lie within is are")
_OFF = re.compile(
    r"\s(?:\([^)]*\)\s)?(?:(?:to\sthe\s)?(?:north|south|east|west)[\w-]*\s)?(?:from|of|away|outside|up|down)\b",
    re.IGNORECASE,
)
"""What follows a distance: "(60 kilometres) north of", "(5 km) away"."""
_INCLUDES = re.compile(
    r"\b(?:those|the)\s(?P<kind>killed|dead|wounded|injured|victims|deaths)\b[^.;]{0,60}\binclud(?:e|es|ed|ing)"
    r"\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Whose parts are listed: "those killed included six women and (five) children"."""
_INSIDE = frozenset({"killed", "wounded", "displaced", "missing"})
"""What a phrase itself may tell of those it counts: "(12) wounded soldiers"."""
_COUNTS_PEOPLE = word_set("killed executed wounded displaced captured detained freed missing evacuated")
"""What a bare number behind such a verb counts: "killing at least (100)"."""


def bound_predicate(
    words: Sequence[Word],
    number: int,
    phrase: CountedPhrase | None,
    after: int,
    text: tuple[str, str],
    previous: str | None,
) -> tuple[str | None, int | None]:
    """The predicate of a number and the word index of the verb in front of it; None where there is none.

    Args:
        number, after: the first word of the number and the first word behind it.
        text: the sentence in front of the number and behind what it counts.
        previous: the predicate of the figure before, for "this was later updated to 82".
    """
    before, behind = text
    if _RELATED.search(before) or (phrase is not None and _is_distance(words, number, phrase, behind)):
        return None, None
    included = _INCLUDES.search(before)
    if included is not None:
        return predicate_class(included["kind"].lower()), None
    toll, among = toll_predicate(before, previous), _AMONG.match(behind)
    if among is not None or (phrase is None and toll is not None and "toll" in before.lower()):
        return predicate_class(among["kind"].lower()) if among else toll, None
    last = phrase.last if phrase else after
    relative = phrase is not None and behind_relative(words, last)
    following = _told_behind(_inside(words, phrase), relative or predicate_after(words, last))
    if following is None and phrase is None and last < len(words):
        following = _stem_of_verb(words[last])
    preceding = predicate_before(words, number)
    if preceding is not None and (_is_done_before(words, preceding[1], number) or _starts_afresh(words, number)):
        preceding = None
    aside = preceding is not None and _is_aside(words, (number, last), following, preceding, told=bool(relative))
    if following is not None and not aside:
        return following, None
    if toll is not None and (phrase is None or preceding is None or preceding[0] in _TOLL_LINKS):
        return toll, None
    return _without_follower(words, phrase, last, preceding)


def _is_distance(words: Sequence[Word], number: int, phrase: CountedPhrase, behind: str) -> bool:
    """Whether it tells how far off a place lies: "(struck the town of) Jayrud 60 kilometres (35 miles) from"."""
    led = next((word for word in reversed(words[:number]) if word.lower not in QUANTIFIERS), None)
    far = are_lengths(words[phrase.last - 1].lower) and _OFF.match(behind) is not None
    return far and led is not None and (led.capital or led.lower in _LIES)


def _is_aside(
    words: Sequence[Word], counted: tuple[int, int], following: str | None, preceding: tuple[str, int], *, told: bool
) -> bool:
    """Whether what follows is told beside what was done: "killed 30 people (injured 90)", "(who had fled)".

    Args:
        counted: the number's word, and the one behind what it counts.
        told: what follows stands behind a relative clause.
    """
    (number, last), (kind, verb) = counted, preceding
    if is_relative(words, last):
        return not told and kind in predicate_names() - {"has"}
    close = all(word.lower in QUANTIFIERS for word in words[verb + 1 : number])
    fleeing = following == "displaced" and (close or [word.lower for word in words[last : last + 1]] == ["fleeing"])
    return kind in CASUALTIES and (fleeing or _begins_verb(words, last))


def _without_follower(
    words: Sequence[Word], phrase: CountedPhrase | None, last: int, preceding: tuple[str, int] | None
) -> tuple[str | None, int | None]:
    """The predicate where none follows the phrase at once: the known verb in front, else a passive further behind."""
    described = _described(words, phrase)
    if preceding is not None and preceding[0] in predicate_names() and not (described and preceding[0] == "has"):
        return preceding
    later = described or passive_after(words, last)
    return (later, None) if later else (preceding or (None, None))


def _starts_afresh(words: Sequence[Word], number: int) -> bool:
    """Whether a sentence without a stop in front begins with the number: "(… bombing White Helmets) Three workers"."""
    first = number
    while first > 0 and words[first - 1].lower in QUANTIFIERS:
        first -= 1
    return 0 < first < len(words) and words[first].text.isalpha() and words[first].capital


def _is_done_before(words: Sequence[Word], verb: int, number: int) -> bool:
    """Whether the verb is a passive one before "and", which has no object: "a woman was killed and (25 others)"."""
    between = [word.lower for word in words[verb + 1 : number] if word.lower not in QUANTIFIERS]
    return between == ["and"] and verb > 0 and words[verb - 1].lower in ("was", "were", "been")


def _begins_verb(words: Sequence[Word], last: int) -> bool:
    """Whether the word behind the phrase has an object of its own: "(killed 30 people) injured 90"."""
    rest = [word.lower for word in words[last : last + 3]]
    rest = [rest[0], *(word for word in rest[1:] if word not in QUANTIFIERS)] if rest else rest
    return len(rest) > 1 and rest[0].endswith("ed") and (rest[1][0].isdigit() or rest[1] in NUMBER_WORDS)


def _told_behind(inside: str | None, behind: str | None) -> str | None:
    """What the phrase tells, but for displaced people who were killed."""
    return behind if inside in ("displaced", "missing") and behind in CASUALTIES else inside or behind


def _inside(words: Sequence[Word], phrase: CountedPhrase | None) -> str | None:
    """The predicate that the phrase itself tells: "(60) dead", "(12) wounded soldiers"."""
    kinds = [predicate_class(word.lower) for word in words[phrase.first : phrase.last]] if phrase else []
    return next((kind for kind in kinds if kind in _INSIDE), None)


def _stem_of_verb(word: Word) -> str | None:
    return verb_stem(word.lower) if VERB.match(word.lower) and word.lower not in NO_VERBS else None


def _described(words: Sequence[Word], phrase: CountedPhrase | None) -> str | None:
    """The stem of a participle that opens the phrase: "collapsed buildings"."""
    opens = phrase is not None and phrase.last - phrase.first > 1 and words[phrase.first].lower.endswith("ed")
    return verb_stem(words[phrase.first].lower) if phrase is not None and opens else None


def stands_alone(
    words: Sequence[Word], number: int, after: int, verb: int | None, predicate: str | None, text: tuple[str, str]
) -> bool:
    """Whether a number without a noun counts people: "killing at least 100", "150 who came", "1 million have fled".

    ``text`` is the sentence in front of the number and behind it.
    """
    before, behind = text
    if predicate is not None and re.search(r"\btoll\b", before, re.IGNORECASE) and _TOLL.search(before):
        return True
    done = re.match(r"\swho\b", behind) or (_OPENS_CLAUSE.search(before) and _is_done(words, after))
    if done and predicate is not None and behind[:1] == " ":
        return True
    if predicate not in _COUNTS_PEOPLE or _begins_anew(words, after):
        return False
    return verb is None or all(word.lower in QUANTIFIERS for word in words[verb + 1 : number])


def _is_done(words: Sequence[Word], after: int) -> bool:
    """Whether a past verb follows at once: "(60,000) turned out", "(1 million) have crossed"."""
    rest = [word.lower for word in words[after : after + 2]]
    done = rest[1:] if rest[:1] in (["have"], ["had"]) else rest[:1]
    return bool(done) and (done[0] in FINITE or (VERB.match(done[0]) is not None and done[0].endswith("ed")))


def toll_predicate(before: str, previous: str | None) -> str | None:
    """What a bare number after "toll", "number of victims" or "put it at" counts; ``previous`` is the figure before."""
    found = _NUMBER_OF.search(before) or _TOLL.search(before)
    if found is None:
        return None
    what = found["what"].lower()
    if found["noun"]:
        return predicate_class(found["noun"].lower())
    if "toll" in what:
        return "killed"
    return predicate_class(what) or previous


def _begins_anew(words: Sequence[Word], after: int) -> bool:
    """Whether another number or a new sentence without a stop follows: page furniture like "Views 1662 An air …"."""
    if after >= len(words):
        return False
    word = words[after]
    goes_on = word.lower in (*LOWER_WEEKDAYS, "most", "mostly") or predicate_class(word.lower) is not None
    return word.text[0].isdigit() or (word.text[0].isupper() and not goes_on)
