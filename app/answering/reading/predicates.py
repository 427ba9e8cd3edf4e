"""What a question says of the thing it asks about, and whether a sentence says it too.

"How many passengers were children?" is not answered by a number of passengers, nor "how many schools did it destroy?"
by schools that are closed. Words that report the same deed count as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from app.answering.reading.evidence import Sentence
from app.answering.reading.focus import Focus
from app.answering.reading.words import Word, is_past, stem, stems_of, words_of
from app.figures.asked.money import priced_thing
from app.figures.predicates import predicate_class

_SAME_DEEDS = (
    "kill die dead death deaths toll lose lost lives victims fatalities bodies claimed",
    "injure wounded hurt casualties",
    "displace flee uprooted homeless left",
    "destroy destroyed collapsed demolished ruined",
    "capture seize take captured retake recapture",
    "surround encircle besiege",
    "arrest detain detained held",
    "live residents inhabitants population",
    "strike hit struck shell bomb",
    "suspend stop stopped closed",
    "sack dismiss fire oust",
    "begin start launch effect force",
    "finish complete end",
    "want demand ask seek",
)
_DEEDS = {stem(word): frozenset(map(stem, group.split())) for group in _SAME_DEEDS for word in group.split()}
_CLAUSE = (
    r"\s+(?P<clause>[^,?]+?)(?=\s+(?:down|up|off|out|in|on|at|to|for|after|before|during|from|as|with|since|by|about)\b"
    r"|[,?]|\Z)"
)
_DID = re.compile(rf"\bdid{_CLAUSE}", re.IGNORECASE)
_DOES = re.compile(rf"\b(?:did|does|do|will|would){_CLAUSE}", re.IGNORECASE)
_DID_TO = re.compile(
    r"\bdid\s+[^,?]+?\s(?!(?:from|in|of|on|at|to|by|with|near|behind|into|against|over|for|and)\b)"
    r"[a-z]+\s+(?P<object>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*)"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|has|have|had|will)\s+(?P<clause>[^,?]+)")
_GOES_ON = re.compile(r"[“\"]?(?:It|They|He|She|The|Another|Its|Their|This|These|Both|All)\b")
_WHEN_IS = re.compile(r"^\W*when\s+(?:is|was|are|were|will)\s+the\s+(?P<event>[^?]+)", re.IGNORECASE)
_SAYS = (
    r"(?:said|says|called|spoke|warned|told|wrote|added|announced|declared|claimed|denied|accused|demanded|promised)"
)
_SAID_BY = r"(?:said|says|wrote|added|warned|announced)"
_NEAR_WORDS = r"[^.“”\"]{0,30}"
_TO_SAY = frozenset({"say", "think", "claim", "announce", "tell"})
_ORDERS = frozenset({"first", "last", "again", "finally", "next"})
_HAPPENING = frozenset({"happen", "occur", "take", "place"})
_HOW_MANY = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
_SUCH = re.compile(
    r"\bhow\s+many\s+[\w’' -]+?\s+(?:were|are|was|is)\s+"
    r"(?!(?:aboard|on|in|inside|within|among|at|from|under)\b)(?P<such>[a-z]+)\b"
)
_WHO_LIVE = re.compile(
    r"\bhow\s+many\s+(?:people|persons|inhabitants|residents)\s+(?:live|are\s+living|does|do)\b", re.IGNORECASE
)
_PLURALS = frozenset({"children", "women", "men"})
_PARTICIPLE = re.compile(r"(?:ed|en|ing|ne|ld|nt|ght|st|de)\Z")
_TELLS_NOTHING_WORDS = """
total number altogether currently far long time day month place use part according operate maintain keep get got exist
today still first second third half end beginning start
"""
_TELLS_NOTHING = frozenset(stem(word) for word in _TELLS_NOTHING_WORDS.split())
_OF_A_PLACE_WORDS = "province region city town village border capital parliament side countryside district governorate"
_OF_A_PLACE = frozenset(stem(word) for word in _OF_A_PLACE_WORDS.split())
_NAME_REACH = 3
_ASKED_NOUN = re.compile(
    r"^(?:what\s+(?:is|was)\s+the\s+(?P<noun>[a-z]+)\s+(?:of|in|at|for|on)\b"
    r"|where\s+(?:is|are|was|were)\s+(?:the\s+)?(?P<thing>(?-i:[a-z])[a-z]+)(?:\s+(?:of|in|at|for|on)\b|\W*$)"
    r"|how\s+(?:much|long|far|high|tall|deep|wide|heavy|fast|old|big)\s+(?:(?:more|less)\s+)?"
    r"(?:is|are|was|were|does|do|did|will|would)\s+the\s+(?P<measured>(?-i:[a-z])[a-z-]+))",
    re.IGNORECASE,
)
_LOOSE_NOUNS_WORDS = """
name title reason cause result outcome number amount size price cost age value rate total percentage proportion share
colour color nationality job profession date year day month status theme topic nickname purpose
"""
_LOOSE_NOUNS = frozenset(stem(word) for word in _LOOSE_NOUNS_WORDS.split())


def same_deeds(verb: str) -> frozenset[str]:
    """Stems that report the same deed as a verb's stem, itself among them."""
    return _DEEDS.get(verb, frozenset()) | {verb}


def says_the_deed(focus: Focus, sentence: Sentence) -> bool:
    """For "when did the ferry capsize?": whether the sentence itself speaks of capsizing, not of the ferry alone."""
    deeds, doers = _deeds_of(focus.ask)
    if not deeds:
        return True
    if doers and not doers & sentence.stems and not _GOES_ON.match(sentence.text):
        return False
    return any(word.stem in deeds and not word.is_capitalised for word in sentence.words)


def names_what_is_done_to(focus: Focus, sentence: Sentence) -> bool:
    """For "when did the army capture Palmyra?": whether Palmyra is named there, not the army alone."""
    done = _DID_TO.search(focus.ask)
    names = {word.stem for word in words_of(done["object"])} & focus.required if done else set()
    return not names or bool(names & (sentence.stems | sentence.around | stems_of(sentence.article.title)))


def _nouns_before(verb: Word, words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.start < verb.start and word.is_content and word.text.islower())


@lru_cache(maxsize=64)
def _deeds_of(ask: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems that report the deed of "did the ferry capsize" or "was the pier built", and stems of whoever did it."""
    passive = _PASSIVE.search(ask)
    done = [word for word in words_of(passive["clause"])[1:] if is_past(word.text)] if passive else []
    if done:
        return same_deeds(done[-1].stem), _nouns_before(done[-1], words_of(passive["clause"] if passive else ""))
    happening = _WHEN_IS.match(ask)
    if happening:
        return frozenset(
            word.stem for word in words_of(happening["event"]) if word.is_content and not word.is_capitalised
        ), frozenset()
    does = _DOES.search(ask)
    words = [word for word in words_of(does["clause"]) if word.is_content and word.text not in _ORDERS] if does else []
    if words and words[-1].stem in _HAPPENING:
        return frozenset(), frozenset()
    deeds = frozenset().union(*(same_deeds(word.stem) for word in words[-2:] if not word.is_capitalised))
    return deeds, frozenset(word.stem for word in words[:-1])


def says_what_is_done(focus: Focus, sentence: Sentence) -> bool:
    """For "what does the array listen for?": whether the sentence speaks of listening."""
    speaker = _speaker_asked(focus)
    if speaker:
        return _is_said_by(speaker, sentence.text)
    does = _DOES.search(focus.ask)
    words = [word for word in words_of(does["clause"]) if word.is_content and word.text.islower()] if does else []
    return bool(words) and bool(same_deeds(words[-1].stem) & sentence.stems)


def asks_what_is_said(focus: Focus) -> bool:
    """Whether somebody's words are asked for, "what did Moss say about the fish?": no other's answer."""
    return _speaker_asked(focus) is not None


def _speaker_asked(focus: Focus) -> str | None:
    """The last word of whose words are asked for: "Hale" of "what did Viktor Hale say"; None for other questions."""
    does = _DOES.search(focus.ask)
    words = words_of(does["clause"]) if does else ()
    return words[-2].text if focus.asking == "what" and len(words) > 1 and words[-1].text in _TO_SAY else None


def _is_said_by(name: str, text: str) -> bool:
    """ "Moss spoke of …", "…, said Ada Moss" and "she said", where who is meant stood before."""
    said = rf"\b{re.escape(name)}\b{_NEAR_WORDS}\b{_SAYS}\b|\b{_SAID_BY}\b{_NEAR_WORDS}\b{re.escape(name)}\b"
    return re.search(rf"{said}|\b(?i:he|she)\s+{_SAYS}\b", text) is not None


def says_the_asked(focus: Focus, sentence: Sentence) -> bool:
    """Whether anything that a "how many" question says of the counted stands in the sentence or around it."""
    wanted = _predicate(focus)
    if not wanted:
        return True
    if asks_population(focus):
        return focus.required <= sentence.stems | stems_of(sentence.article.title)
    seen = sentence.stems | sentence.around | stems_of(sentence.article.title)
    did = _DID.search(focus.ask)
    verb = [word.stem for word in words_of(did.group("clause")) if word.stem in wanted][-1:] if did else []
    return any(same_deeds(one) & seen for one in verb or wanted)


def asks_population(focus: Focus) -> bool:
    """Whether it is asked how many people live somewhere."""
    return _WHO_LIVE.search(focus.ask) is not None


def is_such(focus: Focus, sentence: Sentence) -> bool:
    """For "how many passengers were children?": whether the sentence or those around it speak of children."""
    such = _SUCH.search(focus.ask)
    if such is None:
        return True
    word = words_of(such.group("such"))[0]
    if (
        not word.is_content
        or predicate_class(word.text)
        or (_PARTICIPLE.search(word.text) and word.text not in _PLURALS)
    ):
        return True
    return word.stem in sentence.stems | sentence.around


def is_owned_by_asked(focus: Focus, sentence: Sentence) -> bool:
    """Whether the people in "Iraqi outposts" are more in the sentence than part of a place: "the Iraqi province"."""
    return all(_is_owner(people, sentence.words) for people in focus.counted if people.startswith("@"))


def _is_owner(people: str, words: tuple[Word, ...]) -> bool:
    following = [after.stem for word, after in pairwise(words) if word.stem == people]
    ends = bool(words) and words[-1].stem == people
    return not following or ends or not _OF_A_PLACE.issuperset(following)


def is_named(focus: Focus, sentence: Sentence) -> bool:
    """For "the name of the bride": whether a name stands beside the noun."""
    words = sentence.words
    for place, word in enumerate(words):
        if word.stem in focus.named_thing:
            near = words[max(0, place - _NAME_REACH) : place + _NAME_REACH + 1]
            names = [other for other in near if other.is_capitalised and other.start > 0 and other.is_content]
            if any(not name.stem.startswith("@") for name in names):
                return True
    return not focus.named_thing


def speaks_of_noun(focus: Focus, sentence: Sentence) -> bool:
    """For "what was the turnout in …", "the price of flour": whether the noun stands there or in the title."""
    asked = _ASKED_NOUN.search(focus.ask)
    noun = stem(next(filter(None, asked.groups()))) if asked else None
    priced = words_of(priced_thing(focus.ask) or "") if focus.measure == "money" else ()
    noun = priced[0].stem if priced and priced[0].is_content else noun
    if noun is None or noun in _LOOSE_NOUNS:
        return True
    return noun in sentence.stems | sentence.around | stems_of(sentence.article.title)


def _predicate(focus: Focus) -> list[str]:
    """Stems of the content words after the counted noun that are no names, numbers or days."""
    how_many = _HOW_MANY.search(focus.ask)
    if how_many is None or not focus.counted:
        return []
    rest = [word for word in words_of(focus.ask) if word.start >= how_many.end()]
    return [
        word.stem
        for word in rest
        if word.is_content
        and not word.is_capitalised
        and word.text[0].isalpha()
        and word.stem not in _TELLS_NOTHING
        and word.stem not in focus.counted
        and not word.stem.startswith("@")
    ]
