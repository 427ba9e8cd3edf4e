"""Names and words of an event, equal across spellings: Hasakeh and Hasaka, Turkish and Turkey, IS and Daesh.

Every word has one or more keys. Most are its consonants; one that begins with "=" is a whole name (a country, a group,
initials), with "~" a kind of event told in several words (blast, bombing), with "^" the stem of a verb.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from app.figures.predicates import verb_stem
from app.figures.words import bare_lower, distinct_words, read_words, word_set
from app.retrieval.demonyms import place_of

_ARTICLE = re.compile(r"^(?:al|el|[ae][rsdtnz]|ash|esh|l)-|^[ae](?=([rsdtnz])\1[a-z]{2})")
"""The Arabic article, also where its sound runs into the name: "al-Zor", "ez-Zor", "Ezzor"."""
_SHORTEST_VERB = 6
_LONE_ARTICLES = word_set("al el ad ar as ash az ed er es esh ez")
_QUARTERS = word_set("north south east west northern southern eastern western central")
_VOWELS = re.compile(r"[aeiouyw'’-]+")
_ALIASES = {
    alias: key
    for key, aliases in {
        "=islamic state": "is isis isil daesh",
        "=united nations": "un u.n",
        "=united states": "us u.s usa",
    }.items()
    for alias in aliases.split()
}
_SAME_EVENT = {
    name_of: f"~{group.split()[0]}"
    for group in (
        "fighting clashes clash battle battles infighting combat fight gunfight skirmishes confrontations",
        "strikes strike raid raids airstrike airstrikes bombardment bombardments shelling airraid sorties",
        "bomb bombing bombings blast blasts explosion explosions bomber bombers exploded detonated",
        "attack attacks assault assaults offensive raid",
        "airbase airport airfield",
        "militants rebels rebel fighters insurgents militant islamist islamists jihadist jihadists",
        "hospital hospitals clinic", "school schools", "funeral mourners", "rockets rocket mortar mortars shells shell",
        "earthquake quake", "storm hurricane cyclone typhoon", "flood floods flooding", "crash crashed collision",
        "protest protests demonstration demonstrations rally rallies", "gas chemical sarin chlorine toxic",
        "ceasefire truce", "evacuation evacuated evacuees evacuee", "motorcycle motorbike", "camp camps",
        "centre center", "headquarters station", "army troops soldiers military forces", "minibus bus buses convoy",
    )
    for name_of in group.split()
}  # fmt: skip
_SPELLINGS = (("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("q", "k"), ("ck", "k"), ("c", "k"), ("z", "s"))


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """One key for all spellings of a lower-case word: its country, or its consonants with the first letter."""
    place = place_of(word)
    if place is not None:
        return f"={place}"
    bare = _ARTICLE.sub("", word)
    bare = re.sub(r"['’]?s$", "", bare) if len(bare) > 4 and not bare.endswith("ss") else bare
    vowel = "a" if bare[:1] in "aeiou" else ""
    for spelling, sound in _SPELLINGS:
        bare = bare.replace(spelling, sound)
    skeleton = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", bare)).removesuffix("h")
    return vowel + skeleton if len(skeleton) > 1 else bare


@lru_cache(maxsize=1_024)
def name_keys(text: str) -> frozenset[str]:
    """The keys of every word of ``text``, of the parts of hyphenated words, and of acronyms that stand for names."""
    return frozenset().union(*map(_word_keys, distinct_words(text)))


@lru_cache(maxsize=50_000)
def _word_keys(word: str) -> frozenset[str]:
    lower = bare_lower(word)
    keys = {name_key(lower)}
    if lower in _SAME_EVENT:
        keys.add(_SAME_EVENT[lower])
    if lower.startswith("air") and len(lower) > len("airing"):  # "airstrike" is "air strike"
        keys.update((name_key("air"), name_key(lower[3:])))
    if _is_verb(lower):
        keys.add(f"^{verb_stem(lower)}")
    if "-" in lower:
        keys.update(name_key(part) for part in lower.split("-") if len(part) > 2)
    if word[: len(lower)].isupper() or lower == "daesh":
        keys.add(_ALIASES.get(lower, f"={lower}"))
    return frozenset(keys)


def abbreviates(text: str, name: str) -> bool:
    """Whether an acronym in ``text`` is made of the initials of ``name``: "the UN's office" of "the United Nations"."""
    initials = "".join(word.lower[0] for word in read_words(name) if word.capital and not word.text.isupper())
    acronyms = {word.lower for word in read_words(text) if word.text[: len(word.lower)].isupper()}
    return len(initials) > 1 and initials in acronyms


@lru_cache(maxsize=4_096)
def phrase_keys(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """For a lower-case name of one or more words: the keys of its words, and keys that stand for the whole of it."""
    words = _name_words(phrase)
    whole = {f"={phrase}"}
    if len(words) > 1:
        whole |= {"=" + "".join(word[0] for word in words), name_key("".join(words))}
    elif phrase in _ALIASES:
        whole.add(_ALIASES[phrase])
    elif phrase in _SAME_EVENT:
        whole.add(_SAME_EVENT[phrase])
    elif _is_verb(phrase):
        whole.add(f"^{verb_stem(phrase)}")
    return frozenset(name_key(word) for word in words), frozenset(whole)


def _is_verb(word: str) -> bool:
    return word.endswith(("ing", "ed")) and len(word) >= _SHORTEST_VERB


def _name_words(phrase: str) -> list[str]:
    """The words of a name that every text prints: no lone article ("Deir al Zor") and no quarter ("East Ghouta")."""
    words = [part for word in phrase.split() for part in _parts(word)]
    if place_of(phrase) is not None:
        return words
    telling = [word for word in words if word not in _LONE_ARTICLES and word not in _QUARTERS]
    return telling or words


def _parts(word: str) -> list[str]:
    """ "un-red" apart, "al-quriyah" in one."""
    return [word] if _ARTICLE.match(word) else [part for part in word.split("-") if len(part) > 2] or [word]


def names_it(phrase: str, keys: Set[str]) -> bool:
    """Whether a text with ``keys`` names ``phrase``: all its words, its acronym or another of its names.

    "a|b" is one thing with two names.
    """
    found = (phrase_keys(one) for one in phrase.split("|"))
    return any(parts <= keys or not whole.isdisjoint(keys) for parts, whole in found)
