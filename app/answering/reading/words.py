"""Words of a text with their places and stems: the unit that sentences and questions are compared in."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from app.retrieval.demonyms import place_of, places

_LONG_PLACES = "|".join(form.title().replace(" ", r"\s+") for form in places() if form.isascii() and " " in form)
_WORD = re.compile(
    r"(?=[A-Z])(?:"  # at other signs neither is tried
    rf"(?:{_LONG_PLACES})\b"  # places of several words: United States
    r"|[A-Z]{1,3}-?\d+[A-Za-z]?\b)"  # M5, Su-24
    r"|[$£€]?\d[\d,]*(?:\.\d+)?%?"  # figures with their sign: $1,200.50 · 18%
    r"|[^\W\d_]+(?:"
    r"(?:\.[^\W\d_]+)+\.?"  # abbreviations with inner points: U.S.
    r"|(?:[’'&+-]+[^\W_]+)*\+?)"  # words, also M&M's and de-escalation
)

_STOPWORDS = """
a an the and or but if of in on at to for from by with as into over after before about between during under
above against is are was were be been being am do does did has have had will would can could may might must
shall should it its this that these those he she they them his her their him we our you your i who whom whose
which what when where why how many much there here than then so not no nor also just only some any all more most
other such own same too very said say says told tells according new recently recent week weeks today yesterday
last year currently now t s
"""
STOPWORDS = frozenset(_STOPWORDS.split())
_IRREGULAR_FORMS = """
begin began begun; meet met; lead led; win won; hold held; shoot shot; fight fought; take took taken; give gave given;
lose lost; sell sold; buy bought; fall fell fallen; strike struck; sink sank sunk; break broke broken;
choose chose chosen; write wrote written; speak spoke spoken; drive drove driven; fly flew flown; send sent; keep kept;
pay paid; become became; come came; go went gone; make made; build built; flee fled; leave left; steal stole stolen;
withdraw withdrew withdrawn; retake retook retaken; run ran; child children; man men; woman women
"""
_IRREGULAR = {form: base for base, *forms in (line.split() for line in _IRREGULAR_FORMS.split(";")) for form in forms}


_VERB_FORMS = """
says said tells told makes made gets got goes went comes came takes took gives gave sees saw knows knew thinks thought
finds found shows wants needs seems puts put sets set lets let cuts cut hits hit calls helps keeps kept leaves left
means meant holds held brings brought begins began runs ran feels felt becomes became loses lost wins won pays paid
sends sent builds built falls fell rises rose grows grew draws drew wears wore throws threw catches caught
buys bought sells sold sits sat stands stood speaks spoke reads read spends spent leads led meets met shuts shut beats
beat breaks broke chooses chose drives drove eats ate flies flew forgets forgot hides hid rides rode sings sang sinks
sank sleeps slept steals stole strikes struck swims swam swears swore teaches taught wakes woke writes wrote swept
begun taken given seen known gone shown drawn worn thrown flown driven chosen broken stolen written spoken fallen grown
includes including according retook overran gave blew blown threw grew knew flew drew
"""
_PARTICIPLE = re.compile(r"[^-]{2,}(?:ed|ing|ly)")
_NOUNS_LIKE_PARTICIPLES_WORDS = """
seed breed reed weed deed feed speed creed need shed sled king ring wing thing spring string family ally rally
"""
_NOUNS_LIKE_PARTICIPLES = frozenset(_NOUNS_LIKE_PARTICIPLES_WORDS.split())
_FINITE = frozenset(_VERB_FORMS.split())


class Word(NamedTuple):
    """One word: ``text[start:end]`` of the text it came from.

    Attributes:
        stem: what it is compared by; places share the stem ``@key`` with their people.
        is_content: whether it carries meaning by itself. "US" does, "us" does not.
    """

    text: str
    start: int
    end: int
    stem: str
    is_content: bool

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=2_048)
def words_of(text: str) -> tuple[Word, ...]:
    """All words of the text in order."""
    return tuple([Word(match[0], match.start(), match.end(), *_known(match[0])) for match in _WORD.finditer(text)])


def is_participle(lower: str) -> bool:
    """Whether a lower-case word ends like "freed", "closing" or "newly" and is no noun such as "seed"."""
    return _PARTICIPLE.fullmatch(lower) is not None and lower not in _NOUNS_LIKE_PARTICIPLES


def is_verb_form(lower: str) -> bool:
    """Whether a lower-case word is an irregular or third-person form that news uses as a verb only, or nearly so."""
    return lower in _FINITE


def is_past(word: str) -> bool:
    """Whether a word in small letters tells what was done: "freed", "shot"."""
    return word.islower() and (is_verb_form(word) or (is_participle(word) and word.endswith("ed")))


def stem(word: str) -> str:
    """The form in which words are compared: "posts" -> "post", "Turkish" -> "@turkey"."""
    return _known(word)[0]


@lru_cache(maxsize=65_536)
def _known(word: str) -> tuple[str, bool]:
    """Stem of the word, and whether it is a content word; "Syrias" is Syria's, its apostrophe lost."""
    lower = word.lower()
    is_content = lower not in STOPWORDS and word not in ("us", "Us")
    place = place_of(word) or (place_of(word[:-1]) if word.endswith("s") and word[0].isupper() else None)
    if place:
        return f"@{place}", is_content
    plain = lower.replace("’", "'").removesuffix("'s").strip("'.")
    parts: list[str] = _analyzer().analyze(_IRREGULAR.get(plain, plain))
    return (parts[0] if len(parts) == 1 else plain), is_content


@lru_cache(maxsize=2_048)
def stems_of(text: str) -> frozenset[str]:
    """Stems of the content words of the text."""
    return frozenset([known[0] for known in map(_known, _WORD.findall(text)) if known[1]])


def all_stems_of(text: str) -> frozenset[str]:
    """Stems of all words of the text."""
    return _stems_and_count(text)[0]


def word_count(text: str) -> int:
    """How many words the text has."""
    return _stems_and_count(text)[1]


@lru_cache(maxsize=4_096)
def _stems_and_count(text: str) -> tuple[frozenset[str], int]:
    words = _WORD.findall(text)
    return frozenset([_known(word)[0] for word in words]), len(words)


@cache
def _analyzer() -> TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.stemmer("english")).build()
