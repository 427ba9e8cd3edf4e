"""Text comparison shared by the metrics: one normalisation, and the scores on it.

Normalisation follows SQuAD's (Rajpurkar et al. 2016: lower case, no punctuation, no articles, single spaces), with
figures kept whole: thousands commas go ("1,200" is "1200"), decimal points, "%" and "$" stay; curly quotes go, too.
"""

import re
import string
from collections import Counter
from functools import lru_cache

from app.english import NUMBER_WORDS

_ARTICLES = frozenset({"a", "an", "the"})
_MARKS = re.compile(f"[{re.escape(re.sub('[$%.]', '', string.punctuation))}’“”]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
_FULL_STOP = re.compile(r"\.(?!\d)")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_WORD = re.compile(r"[a-z]+")
_NUMBER_WORDS = {word: float(value) for word, value in NUMBER_WORDS.items() if value <= 20}


@lru_cache(maxsize=8192)
def normalised(text: str) -> str:
    """The text as metrics compare it: words separated by one space; empty for nothing but punctuation."""
    text = _MARKS.sub(" ", _THOUSANDS.sub("", text.lower()))
    return " ".join(word for word in _FULL_STOP.sub(" ", text).split() if word not in _ARTICLES)


def flat(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def exact_match(said: str, gold: str) -> float:
    """1 when both are equal after normalisation, else 0.

    Range {0, 1}. Two empty texts are equal. Source: Rajpurkar et al. 2016.
    """
    return float(normalised(said) == normalised(gold))


def token_f1(said: str, gold: str) -> float:
    """Harmonic mean of token precision and recall: 2pr / (p + r), tokens counted with repetition.

    Range [0, 1]; 0 when either side has no tokens or they share none. Source: Rajpurkar et al. 2016.
    """
    said_words, gold_words = normalised(said).split(), normalised(gold).split()
    common = sum((Counter(said_words) & Counter(gold_words)).values())
    if not common:
        return 0.0
    precision, recall = common / len(said_words), common / len(gold_words)
    return 2 * precision * recall / (precision + recall)


def contains(text: str, gold: str) -> float:
    """1 when the normalised gold stands in the normalised text between word borders, else 0.

    Range {0, 1}; 0 for a gold that normalises to nothing ("40" is not in "400").
    """
    wanted = normalised(gold)
    return float(bool(wanted) and f" {wanted} " in f" {normalised(text)} ")


def numbers_in(text: str) -> frozenset[float]:
    """Numbers stated in a text: digits with commas and decimals, and the words zero to twenty."""
    digits = {float(number.replace(",", "")) for number in _NUMBER.findall(text)}
    words = {_NUMBER_WORDS[word] for word in _WORD.findall(text.lower()) if word in _NUMBER_WORDS}
    return frozenset(digits | words)
