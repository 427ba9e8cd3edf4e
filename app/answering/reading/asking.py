"""Which word of a question asks, and for what: the kind of answer and the noun phrase asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from app.answering.reading.lexicon import AUXILIARIES, Kind, kind_of_category
from app.answering.reading.words import Word, is_participle, is_verb_form, words_of

_SENTENCE_BREAK = re.compile(r"(?<=[.!?:])\s+(?=[A-Z“\"‘'])")
_ASKS = re.compile(r"\b(?:who|whom|whose|which|what|when|where|why|how)\b(?!\s+to\b)", re.IGNORECASE)
_AND_ASKS = re.compile(r",?\s+and\s+(?:who|which|what|when|where|why|how)\b", re.IGNORECASE)
_HOW_NUMBER = re.compile(
    r"\bhow\s+(?:many|much|old|long|far|high|big|tall|often|large|deep|heavy|fast|wide|hot|warm|cold)\b", re.IGNORECASE
)
_WHAT_NUMBER = re.compile(
    r"\b(?:what|which)(?:\s+(?:is|was|are|were))?(?:\s+the)?(?:\s+\w+){0,2}\s+(?:percent|percentage|proportion|share|"
    r"age|amount|price|number|magnitude|toll|rate|cost|limit|value|score|total|wage|salary|fee|sum|speed|height|depth|"
    r"length|weight|temperature)\b",
    re.IGNORECASE,
)
_THIS_NOUN = re.compile(r"\bthis\s+((?:\w+\s+){0,2}\w+)", re.IGNORECASE)
NAME_OF = re.compile(
    r"\bnames?\s+of\s+(?:the|a|an|his|her|their|(?-i:[A-Z])[\w-]*[’']s)"
    r"\s+(?:(?-i:[A-Z])[\w’'-]*\s+|\d+\s+|(?:two|three|four|five|six)\s+)*(?P<noun>[a-z]+(?:\s+[a-z]+){0,4})\b(?![’'])",
    re.IGNORECASE,
)
_KIND_OF_WORD: Mapping[str, Kind] = {
    "who": "person",
    "whom": "person",
    "whose": "person",
    "when": "date",
    "where": "place",
}
_SORT_OF = re.compile(r"(?:types?|kinds?|sorts?|forms?)\s+of\s+", re.IGNORECASE)
_BEING = frozenset({"is", "are", "was", "were", "s"})
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "your", "of", "s"]
)
_PART_OF_PHRASE = frozenset({"of", "new", "last", "most", *_DETERMINERS})
_PREPOSITIONS = frozenset(
    [
        "near",
        "north",
        "south",
        "east",
        "west",
        "outside",
        "inside",
        "across",
        "along",
        "off",
        "amid",
        "nationwide",
        "behind",
    ]
)
_LONGEST = 7
_MOST_KEYWORDS = 6
_AFTER_HEAD = frozenset({"of", "in", "at", "for", "on", "who", "that"})
_KEYWORD_KINDS = frozenset({"person", "date", "year", "month", "colour"})


class Asked(NamedTuple):
    """What a question asks for.

    Attributes:
        kind: what the answer has to be.
        category: the noun after "which" or "what" that says so ("actor"); None when there is none.
        phrase: the whole phrase it stands in, without names: "home goods chain"; None when there is none.
    """

    kind: Kind
    category: str | None = None
    phrase: str | None = None


def asking_sentence(question: str) -> str:
    """The last sentence with a question word, else the last one."""
    sentences = _SENTENCE_BREAK.split(question.strip())
    asking = [sentence for sentence in sentences if _ASKS.search(sentence)]
    return asking[-1] if asking else sentences[-1]


def asking_word(ask: str) -> re.Match[str] | None:
    """The question word that asks: the first of the sentence, else the last one that opens no clause after a comma.

    "A balloon, which officials called a spy, was shot down off which state?" asks with its second "which", and "how to"
    never asks.
    """
    found = list(_ASKS.finditer(ask))
    if not found or found[0].start() == 0:
        return found[0] if found else None
    main = [match for match in found if not ask[: match.start()].rstrip().endswith(",")]
    return main[-1] if main else found[0]


def asks_twice(ask: str) -> bool:
    """Whether a second question follows with "and": "what do they demand and what is offered?"."""
    return bool(_AND_ASKS.search(ask))


def asked_of(ask: str) -> Asked:
    """What the asking sentence asks for."""
    word = asking_word(ask)
    how = _HOW_NUMBER.search(ask)
    if (how and (word is None or word.start() >= how.start())) or _WHAT_NUMBER.search(ask):
        return Asked("number")
    if word is None:
        this = _THIS_NOUN.search(ask)
        return _of_words(this.group(1).split()) if this else _of_keywords(ask)
    asks = word.group().lower()
    if asks not in ("which", "what"):
        return Asked(_KIND_OF_WORD.get(asks, "thing"))
    named = NAME_OF.search(ask)
    if asks == "what" and named:
        return _of_phrase(_phrase(named["noun"]))
    return _of_phrase(_phrase(ask[word.end() :]))


def _of_words(words: Sequence[str]) -> Asked:
    known = [(word.lower(), kind) for word in words if (kind := kind_of_category(word))]
    return Asked(known[0][1], known[0][0]) if known else Asked("thing")


def _of_keywords(ask: str) -> Asked:
    """Search words ask for what their head says: "mayor of karsan", "idlib ceasefire date"."""
    words = ask.strip(" ?.!:").split()
    if not words or len(words) > _MOST_KEYWORDS or ask.rstrip().endswith(":"):
        return Asked("thing")
    plain = [word.lower() for word in words]
    of = next((place for place, word in enumerate(plain) if word in _AFTER_HEAD), len(words))
    head = plain[of - 1] if of else ""
    kind = kind_of_category(head)
    known = kind in _KEYWORD_KINDS or head == "capital"
    return Asked(kind, head) if kind and known and not AUXILIARIES & set(plain) else Asked("thing")


def _of_phrase(words: Sequence[Word]) -> Asked:
    """The last known noun says the kind, unless another noun follows it: a "sea creature" is no sea."""
    text = " ".join(word.text for word in words if not word.is_capitalised and word.text not in _DETERMINERS - {"of"})
    phrase = _SORT_OF.sub("", text).removeprefix("of ").removesuffix(" of") or None
    if not words:
        return Asked("thing")
    if _SORT_OF.match(text):
        return Asked("thing", words[-1].text.lower(), phrase)
    kind: Kind = "thing"
    category = None
    for word in words:
        lower = word.text.lower().replace("’", "'").removesuffix("'s")
        found = kind_of_category(lower)
        if lower == "of" and category is None and word is not words[0]:
            break
        if found:
            kind, category = found, lower
        elif category and word.is_content and not word.is_capitalised:
            kind, category = "thing", None
        if category and (not found or "'s" in word.text.replace("’", "'")):
            break
    return Asked(kind, category, phrase)


def _phrase(after: str) -> list[Word]:
    """The words of the noun phrase that opens the text; of what is asked with "what is the …" those after "the"."""
    words = list(words_of(after)[:_LONGEST])
    if words and words[0].text.lower() in _BEING:
        words = words[1:]
        if not words or words[0].text.lower() not in _DETERMINERS:
            return []
    phrase: list[Word] = []
    for word, following in zip_longest(words, words[1:]):
        if len(phrase) > 1 and word.text.lower() in _DETERMINERS and not kind_of_category(phrase[-1].text):
            return phrase[:-1]  # "which actor joins the show": what stands before an article is a verb
        if (phrase and "," in after[phrase[-1].end : word.start]) or _ends_noun_phrase(word, following):
            break
        phrase.append(word)
    return phrase


def _ends_noun_phrase(word: Word, following: Word | None) -> bool:
    lower = word.text.lower()
    if kind_of_category(lower):
        return False
    if lower in AUXILIARIES or word.text in _PREPOSITIONS or is_verb_form(lower) or lower.endswith(("n't", "n’t")):
        return True
    if is_participle(lower):  # "the strongest armed group", "which monitoring group"
        return following is None or kind_of_category(following.text) is None
    return not word.is_content and lower not in _PART_OF_PHRASE
