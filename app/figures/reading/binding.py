"""What a number is bound to in its sentence: the predicate around it, and whether it counts without a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.figures.predicates import is_irregular_past, predicate_class, predicate_names, takes_control, verb_stem
from app.figures.reading.phrases import CountedPhrase
from app.figures.words import Word, word_set

_AUXILIARIES = word_set("was were got is are be been being has have had who that which also reportedly now then all")
_SUBSETS = word_set(
    "including among mostly most mainly of them whom some and the both least at more than women children"
)
_PASSED_BACK = word_set(
    "at least more than over up to nearly almost about around some approximately roughly fewer less under as many only "
    "just an a the of another estimated additional further total its their his her for across also and lives "
    "roughly no "
    "death deaths in be believed"
)
_QUANTIFIERS = word_set(
    "at least more than over up to nearly almost about around some approximately roughly fewer less under as many only "
    "just an a of the another estimated additional further total"
)
_NUMBER_WORDS = word_set("two three four five six seven eight nine ten eleven twelve dozens several")
_CLAUSE_WORDS = word_set("said says while but when after before because although where")
_RELATIVES = word_set("who which whom")
_FAR, _LONGEST_SUBJECT = 4, 24
"""Words between a verb and the number that is its object, where no "and" joins two; words of a long subject."""
_VERB = re.compile(r"^(?!.*(?:hundred|indeed|united|bed|red|speed|need|seed)$).{3,}(?:ed|ing)$")
_NO_VERBS = word_set("including according during following")
_IRREGULAR = word_set(
    "has have had held hold sent send took take lost lose won win built build spent spend made make gave give "
    "fell rose loss losses "
    "sold sell bought buy paid pay cost costs drew brought bring broke saw ran set put cut shed grew hosts host houses "
    "contains covers cover stretches stretch spans lasts include includes numbers employs serves needs receives "
    "provide provides got get met fought led left"
)
_TOLL = re.compile(
    r"\b(?P<what>(?:updated|revised|raised|risen|rose|climbed|increased)(?= to\b)|(?:death\s+)?toll(?:\b[^.;]{0,80}?)?|(?:number|"
    r"count)\s+of\s+(?:the\s+)?(?P<noun>\w+)|fatalities|deaths|casualties|"
    r"injur(?:ies|ed)|wounded|figure|number|it|dead)\b[^.;]{0,90}?\b(?:of|at|to|was|is|were|reach\w*|stands?(?: "
    r"at)?|stood(?: at)?|"
    r"hit|hits|rises?|passed|exceed\w*|toll|surpass\w*)\s+(?:at\s+)?(?:(?:least|more than|over|nearly|about|"
    r"around|up to|"
    r"almost|some|approximately)\s+(?:at\s+)?)?$",
    re.IGNORECASE,
)
_LED = r"(?:(?:at\s)?(?:least|more than|over|nearly|almost|about|around|some|up to|only|just)\s(?:at\s)?)?"
_OPENS_CLAUSE = re.compile(rf"(?:^\W*|[,;–—]\s|\b(?:that|and|where|while)\s){_LED}$|\bthan\s$", re.IGNORECASE)
_RELATED = re.compile(
    rf"\b(?:famil(?:y|ies)|relatives|parents|wives|homes|houses|leaders|supporters|friends)\sof\s{_LED}$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\b(?P<what>number|count)\s+of\s+(?:the\s+)?(?:\w+\s+)??(?P<noun>killed|wounded|injured|dead|displaced|missing|"
    r"detained|arrested|victims|deaths|injuries|fatalities|casualties)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_CASUALTIES = frozenset({"killed", "wounded", "executed"})
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
    r"[^.;,\d]{0,40}\bamong\s(?:those|the|them)\s(?P<kind>killed|dead|wounded|injured|displaced|detained|victims|fatalities)\b",
    re.IGNORECASE,
)
"""What those are among whom the counted are told to be: "14 children were among those killed"."""
_HEARSAY = word_set("reported believed confirmed feared found said known summarily estimated thought identified to")
_HAPPENS = word_set("missing dying fleeing perishing remaining leaving entering arriving")
_INSIDE = frozenset({"killed", "wounded", "displaced", "missing"})
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_COUNTS_PEOPLE = word_set("killed executed wounded displaced captured detained freed missing evacuated")


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
    if _RELATED.search(before):
        return None, None
    toll = toll_predicate(before, previous)
    if phrase is None and toll is not None and "toll" in before.lower():
        return toll, None
    last = phrase.last if phrase else after
    among = _AMONG.match(behind)
    if among is not None:
        return predicate_class(among["kind"].lower()), None
    following = _told_behind(_inside(words, phrase), predicate_after(words, last))
    if following is None and phrase is None and last < len(words):
        following = _stem_of_verb(words[last])
    preceding = predicate_before(words, number)
    if preceding is not None and _is_done_before(words, preceding[1], number):
        preceding = None
    if following is not None and not (preceding and preceding[0] in _CASUALTIES and _begins_verb(words, last)):
        return following, None
    if toll is not None and (phrase is None or preceding is None or preceding[0] in _TOLL_LINKS):
        return toll, None
    described = _described(words, phrase)
    if preceding is not None and preceding[0] in predicate_names() and not (described and preceding[0] == "has"):
        return preceding
    later = described or passive_after(words, last)
    return (later, None) if later else (preceding or (None, None))


def _is_done_before(words: Sequence[Word], verb: int, number: int) -> bool:
    """Whether the verb is a passive one before "and", which has no object: "a woman was killed and (25 others)"."""
    between = [word.lower for word in words[verb + 1 : number] if word.lower not in _QUANTIFIERS]
    return between == ["and"] and verb > 0 and words[verb - 1].lower in ("was", "were", "been")


def _begins_verb(words: Sequence[Word], last: int) -> bool:
    """Whether the word behind the phrase has an object of its own: "(killed 30 people) injured 90"."""
    rest = [word.lower for word in words[last : last + 3]]
    rest = [rest[0], *(word for word in rest[1:] if word not in _QUANTIFIERS)] if rest else rest
    return len(rest) > 1 and rest[0].endswith("ed") and (rest[1][0].isdigit() or rest[1] in _NUMBER_WORDS)


def _told_behind(inside: str | None, behind: str | None) -> str | None:
    """What the phrase tells, but for displaced people who were killed."""
    return behind if inside in ("displaced", "missing") and behind in _CASUALTIES else inside or behind


def _inside(words: Sequence[Word], phrase: CountedPhrase | None) -> str | None:
    """The predicate that the phrase itself tells: "(60) dead", "(12) wounded soldiers"."""
    kinds = [predicate_class(word.lower) for word in words[phrase.first : phrase.last]] if phrase else []
    return next((kind for kind in kinds if kind in _INSIDE), None)


def _stem_of_verb(word: Word) -> str | None:
    return verb_stem(word.lower) if _VERB.match(word.lower) and word.lower not in _NO_VERBS else None


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
    return verb is None or all(word.lower in _QUANTIFIERS for word in words[verb + 1 : number])


def _is_done(words: Sequence[Word], after: int) -> bool:
    """Whether a past verb follows at once: "(60,000) turned out", "(1 million) have crossed"."""
    rest = [word.lower for word in words[after : after + 2]]
    done = rest[1:] if rest[:1] in (["have"], ["had"]) else rest[:1]
    return bool(done) and (_VERB.match(done[0]) is not None or is_irregular_past(done[0])) and done[0].endswith("ed")


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


def predicate_after(words: Sequence[Word], last: int) -> str | None:
    """The predicate that follows a counted phrase ending before word ``last``: "(were) killed", "including … died"."""
    helped = subset = False
    for index in range(last, min(last + 14, len(words))):
        word = words[index].lower
        kind = predicate_class(word) if word not in ("has", "have", "had") else None
        if kind is not None:
            if index == last and word.endswith("ing") and word not in _HAPPENS:
                return None  # "sorties targeting 1354 posts" tells what they did, not what was done to them
            at_once = index == last and (index == 0 or words[index].start - words[index - 1].end == 1)
            joined = index > last and words[index - 1].text[0].isdigit()
            return kind if at_once or helped or (subset and kind in _CASUALTIES and not joined) else None
        if word in _AUXILIARIES or word in _HEARSAY:
            helped = helped or word in _AUXILIARIES
        elif word in _SUBSETS or word[0].isdigit():
            subset = subset or word not in ("and", "at", "least", "more", "than", "of")
            if word == "and" and (_opens_verb(words, index) if subset else not _coordinates(words, index)):
                return None
        elif word in ("fell", "fallen") and _fell_dead(words, index):
            return "killed"
        elif helped and (_VERB.match(word) or is_irregular_past(word)) and not (subset and _is_of_part(words, index)):
            return verb_stem(word)
        elif word in _CLAUSE_WORDS or not (subset or helped or _coordinated(words, last, index)):
            return None
    return None


def _begins_anew(words: Sequence[Word], after: int) -> bool:
    """Whether another number or a new sentence without a stop follows: page furniture like "Views 1662 An air …"."""
    if after >= len(words):
        return False
    word = words[after]
    goes_on = word.lower in _WEEKDAYS or word.lower in ("most", "mostly") or predicate_class(word.lower) is not None
    return word.text[0].isdigit() or (word.text[0].isupper() and not goes_on)


def passive_after(words: Sequence[Word], last: int) -> str | None:
    """The predicate of "18 people in the suburb were killed": a helped participle some words after the phrase."""
    for index in range(last, min(last + _LONGEST_SUBJECT, len(words))):
        word = words[index].lower
        kind = predicate_class(word)
        joins = word == "and" and (_joins_name(words, index) or _joins_doers(words, index))
        if word.isdigit() or word in _CLAUSE_WORDS or word == "addition" or (word == "and" and not joins):
            return None
        if kind in _CASUALTIES and index > last:
            return kind
        led = words[index - 1].lower if index else ""
        if led in ("was", "were", "been") and words[index - 2].lower not in ("which", "who", "that"):
            return kind if kind != "has" else None
    return None


def _joins_name(words: Sequence[Word], index: int) -> bool:
    """Whether a name follows "and" at ``index``: "(from Tunisia) and the Arab Republic of Egypt (were killed)"."""
    following = words[index + 1 : index + 3]
    named = bool(following) and (following[0].capital or (following[0].lower == "the" and following[-1].capital))
    return named or (bool(following) and following[0].lower in ("its", "their", "other"))


def _joins_doers(words: Sequence[Word], index: int) -> bool:
    """Whether "and" at ``index`` adds to the phrase: "(74 soldiers) and allied militiamen had been (killed)"."""
    following = [word.lower for word in words[index + 1 : index + 5]]
    helped = next((place for place, word in enumerate(following) if word in ("was", "were", "had", "have")), 0)
    return helped > 0 and not any(predicate_class(word) for word in following[:helped])


def _is_of_part(words: Sequence[Word], index: int) -> bool:
    """Whether the verb tells of a part: "including a child who was visiting", not "mostly women were affected"."""
    led = [word.lower for word in words[max(0, index - 2) : index]]
    return led[-1:] not in (["were"], ["was"]) or led[0] in ("who", "which", "that")


def _fell_dead(words: Sequence[Word], index: int) -> bool:
    """ "(25 people) fell as martyrs", "have fallen victims"."""
    return any(word.lower in ("martyrs", "victims", "victim") for word in words[index + 1 : index + 3])


def _opens_verb(words: Sequence[Word], index: int) -> bool:
    """Whether "and" at ``index`` leads a deed of its own: "(killed 47 people, most of them civilians,) and wounded"."""
    return index + 1 < len(words) and predicate_class(words[index + 1].lower) in _CASUALTIES


def _coordinates(words: Sequence[Word], index: int) -> bool:
    return any(word.text[0].isdigit() or word.lower in _NUMBER_WORDS for word in words[index + 1 : index + 4])


def _coordinated(words: Sequence[Word], last: int, index: int) -> bool:
    return any(word.lower == "and" for word in words[last:index])


def predicate_before(words: Sequence[Word], number: int) -> tuple[str, int] | None:
    """The nearest verb before word ``number`` and where it stands: its class, or its stem when it is in none."""
    joined = False
    for index in range(number - 1, max(-1, number - 9), -1):
        word = words[index].lower
        if word == "lives" and words[index + 1].lower == "of":
            return "killed", index
        if word in ("are", "is", "were", "was") and index and words[index - 1].lower == "there":
            return "has", index
        kind = predicate_class(word)
        if word == "control" and takes_control(" ".join(one.text for one in words[max(0, index - 3) : number])):
            return "captured", index
        if kind and word not in ("strike", "strikes", "attack", "attacking", "fire", "target", "lives"):
            return kind, index
        joined = joined or word == "and"
        if word in _PASSED_BACK or word.endswith("ly"):
            continue
        if word in _IRREGULAR or is_irregular_past(word) or (_VERB.match(word) and word not in _NO_VERBS):
            return kind or verb_stem(word), index
        if (number - index > _FAR and not joined) or word in _CLAUSE_WORDS or word in _RELATIVES:
            return None
    return None
