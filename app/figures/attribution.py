"""Who says a sentence: the speaker named in it, or around the quotation it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from app.archive.sentences import sentence_spans
from app.figures import speaker_words as lexicon
from app.figures.words import Word, read_words
from app.models import Article, Span
from app.retrieval.demonyms import place_of

_OPEN_OR_CLOSE = re.compile(r"[\"“”]")
_DETERMINERS = frozenset("a an the its their his her our one some this".split())
_RESOLVES_TO = {
    "monitor": ("observatory", "monitor", "network", "watch"),
    "group": ("observatory", "watch", "group", "network", "committee", "committees", "amnesty", "coalition"),
    "watchdog": ("observatory", "watch", "agency"),
    "monitors": ("observatory",),
    "observatory": ("observatory",),
    "ministry": ("ministry",),
    "agency": ("agency", "sana", "tass", "anadolu", "amaq"),
    "broadcaster": ("television", "tv", "channel"),
    "army": ("army",),
}
_PRONOUN = frozenset(lexicon.PRONOUNS)


class Attribution(NamedTuple):
    """One "X said" of a sentence. ``start`` and ``end`` are offsets in the article; ``closed`` when it ends a clause."""

    name: str
    generic: bool
    start: int
    end: int
    closed: bool


class Speakers:
    """The speakers of one text; built once, asked for many positions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences = sentence_spans(text)
        self._starts = [sentence.start for sentence in self._sentences]
        self._attributions = [_attributions(text, sentence) for sentence in self._sentences]
        self._quotes = _quotations(text)

    @property
    def sentences(self) -> list[Span]:
        return self._sentences

    def at(self, position: int) -> str | None:
        """The speaker of what stands at ``position``; None when the outlet speaks in its own voice."""
        index = max(0, bisect_right(self._starts, position) - 1)
        if not self._sentences:
            return None
        found = _nearest(self._attributions[index], position)
        if found is not None:
            outer = _outer(self._text, self._attributions[index], found)
            inner = self._resolved(found, index)
            return f"{self._resolved(outer, index)} (citing {inner})" if outer and inner else inner
        return self._of_quotation(position, index) or self._carried(index)

    def _of_quotation(self, position: int, index: int) -> str | None:
        quote = next((quote for quote in self._quotes if quote.start < position < quote.end), None)
        if quote is None:
            return None
        last = max(0, bisect_right(self._starts, quote.end) - 1)
        first = max(0, bisect_right(self._starts, quote.start) - 1)
        for other in (*range(index, last + 1), *range(index - 1, first - 2, -1)):
            if 0 <= other < len(self._sentences) and self._attributions[other]:
                return self._resolved(self._attributions[other][0], other)
        return None

    def _carried(self, index: int) -> str | None:
        """ "TV reports that Turkey … . It now has 40": a sentence led by a pronoun continues the report before it."""
        sentence = self._sentences[index]
        opening = re.match(r"[\"“]?(It|They|He|She)\b", self._text[sentence.start : sentence.end])
        if opening is None or index == 0:
            return None
        before = self._attributions[index - 1]
        return self._resolved(before[-1], index - 1) if before and not before[-1].closed else None

    def _resolved(self, found: Attribution, index: int) -> str | None:
        lower = found.name.lower()
        if lower in _PRONOUN:
            return self._earlier_name(index)
        if not found.generic:
            return self._full_name(found.name)
        if " and " in lower:
            return found.name
        head = lower.split()[-1]
        wanted = _RESOLVES_TO.get(head, (head,))
        for other in sorted(range(len(self._sentences)), key=lambda other: abs(other - index)):
            for attribution in self._attributions[other]:
                words = attribution.name.lower().split()
                if not attribution.generic and any(word in words for word in wanted):
                    return f"{found.name} ({attribution.name})"
        return found.name

    def _full_name(self, name: str) -> str:
        """A surname with what stood before it where the article named it in full."""
        if len(name.split()) > 2:
            return name
        longer = [other.name for row in self._attributions for other in row if other.name.endswith(f" {name}")]
        return max(longer, key=len, default=name)

    def _earlier_name(self, index: int) -> str | None:
        for other in range(index, max(-1, index - 6), -1):
            for attribution in reversed(self._attributions[other]):
                if attribution.name.lower() not in _PRONOUN:
                    return self._resolved(attribution, other) if attribution.generic else attribution.name
        return None


def speaker_at(article: Article, span: Span) -> str | None:
    """Who says what stands at ``span`` of the article; None when the outlet speaks in its own voice."""
    return Speakers(article.text).at(span.start)


def _quotations(text: str) -> list[Span]:
    spans: list[Span] = []
    start: int | None = None
    for match in _OPEN_OR_CLOSE.finditer(text):
        opens = match[0] == "“" or (match[0] == '"' and start is None)
        if opens:
            start = match.start()
        elif start is not None:
            spans.append(Span(start, match.end()))
            start = None
    return spans


def _nearest(attributions: Sequence[Attribution], position: int) -> Attribution | None:
    before = [found for found in attributions if found.end <= position]
    after = [found for found in attributions if found.start >= position]
    if before and not (before[-1].closed and after):
        return before[-1]
    return after[0] if after else None


def _outer(text: str, attributions: Sequence[Attribution], inner: Attribution) -> Attribution | None:
    """The one who reports the report: "The WHO says health officials have reported that …"."""
    for outer in attributions:
        between = text[outer.end : inner.start]
        if (
            outer.end <= inner.start
            and outer.name.lower() not in _PRONOUN
            and re.fullmatch(r"\s(?:that\s)?(?:the\s)?", between)
        ):
            return outer
    return None


def _attributions(text: str, sentence: Span) -> list[Attribution]:
    words = [
        Word(word.text, word.lower, word.start + sentence.start, word.end + sentence.start)
        for word in read_words(text[sentence.start : sentence.end])
    ]
    found: list[Attribution] = []
    for index, word in enumerate(words):
        if word.lower == "according" and index + 2 < len(words) and words[index + 1].lower == "to":
            name = _name_after(words, text, index + 2)
        elif _reports(words, index):
            name = _name_before(words, text, index) or _name_after(words, text, index + 1, after_verb=True)
        else:
            continue
        if name is not None:
            first, last = name
            found.append(_attribution(words, text, index, first, last, sentence))
    return found


def _reports(words: Sequence[Word], index: int) -> bool:
    lower = words[index].lower
    if lower in lexicon.TOLL_VERBS:
        return any(word.lower in lexicon.TOLL_NOUNS for word in words[index + 1 : index + 5])
    return lower in lexicon.REPORT_VERBS and not words[index].capital


def _attribution(words: Sequence[Word], text: str, verb: int, first: int, last: int, sentence: Span) -> Attribution:
    start, end = min(words[first].start, words[verb].start), max(words[last - 1].end, words[verb].end)
    name = " ".join(text[words[first].start : words[last - 1].end].split())
    name = re.sub(r"^(?:the|The|A|An)\s+(?=[A-Z])", "", name)
    name = re.sub(r"(?<=\w)\s(?:AP|AFP|Reuters|REUTERS|UPI|DPA)$", "", name)
    rest = text[end : sentence.end]
    closed = first > verb or re.match(r"\s*(?:[.,;!?\"”]|$|(?:while|but|and|as)\b)", rest) is not None
    generic = not any(word.capital and word.lower not in lexicon.NOT_NAMES for word in words[first:last])
    return Attribution(name, generic, start, end, closed)


def _name_before(words: Sequence[Word], text: str, verb: int) -> tuple[int, int] | None:
    last = verb
    while last > 0 and _skippable(words, last - 1):
        last -= 1
    if last > 0 and words[last - 1].lower in ("which", "who"):
        last -= 1
    if last == 0 or re.search(r"[\"“”;:]", text[words[last - 1].end : words[verb].start]):
        return None
    if words[last - 1].lower in _PRONOUN:
        return last - 1, last
    main = _before_relative(words, text, last)
    if main is not None:
        return main
    first = _walk_back(words, text, last)
    return (first, last) if _is_name(words[first:last]) else None


def _before_relative(words: Sequence[Word], text: str, last: int) -> tuple[int, int] | None:
    """The speaker in front of "which monitors the war said"."""
    for index in range(last - 1, max(1, last - 12), -1):
        if words[index].lower in lexicon.REPORT_VERBS:
            return None
        if words[index].lower in ("which", "who"):
            first = _walk_back(words, text, index)
            named = any(word.lower in lexicon.HEADS for word in words[first:index])
            return (first, index) if named else None
    return None


def _skippable(words: Sequence[Word], index: int) -> bool:
    lower = words[index].lower
    weekday = lower in lexicon.NOT_NAMES and words[index].capital and index > 0
    return weekday or lower in lexicon.ADVERBS or (lower in ("on", "late") and index + 1 < len(words))


def _walk_back(words: Sequence[Word], text: str, last: int) -> int:
    first = last
    while first > 0:
        word = words[first - 1]
        gap = text[word.end : words[first].start] if first < last else " "
        if re.search(r"[.;:\"“”()]", gap):
            break
        if word.capital and word.lower not in lexicon.NOT_NAMES:
            first -= 1
        elif word.lower in lexicon.PARTICLES and first < last and words[first].capital:
            first -= 1
        elif word.lower in ("in", "from", "at") and first < last and first > 1 and _is_group(words[first - 2]):
            first -= 2
        elif word.lower in lexicon.HEADS or word.lower in lexicon.MODIFIERS or word.lower in lexicon.ROLES:
            first -= 1
        elif word.lower in ("of", "for") and first < last and first > 1:
            first -= 1
        elif word.lower == "and" and first < last and first > 1 and _is_group(words[first - 2]):
            first -= 1
        elif word.lower == "the" and first > 1 and words[first - 2].lower in ("of", "for", "at"):
            first -= 1
        elif word.lower in _DETERMINERS and first < last:
            return first - 1 if word.lower in ("a", "an", "the") else first
        else:
            break
    while first < last and words[first].lower in ("of", "for", "the"):
        first += 1
    return _after_place(words, first, last)


def _after_place(words: Sequence[Word], first: int, last: int) -> int:
    """Where the name begins when a place ran into it: "(in) Aleppo Syrian state television"."""
    for index in range(last - 2, first, -1):
        joined = words[index - 1].lower in ("of", "for", "the", "and", "in", "at", "from")
        if words[index].capital and place_of(words[index].lower.removesuffix("s")) and not joined:
            return index if words[index - 1].capital else first
    return first


def _is_group(word: Word) -> bool:
    """A speaker that a place may follow: "activists in Syria", "a source in the hospital"."""
    return word.lower in lexicon.HEADS and (word.lower.endswith("s") or word.lower in ("source", "official", "doctor"))


def _name_after(words: Sequence[Word], text: str, first: int, *, after_verb: bool = False) -> tuple[int, int] | None:
    if first >= len(words):
        return None
    last = first
    while last < len(words) and last - first < 12:
        word = words[last]
        gap = text[words[last - 1].end : word.start]
        if last > first and re.search(r"[.,;:\"“”()]", gap):
            break
        named = (
            (word.capital and word.lower not in lexicon.NOT_NAMES)
            or word.lower in lexicon.PARTICLES
            or (word.lower in lexicon.HEADS or word.lower in lexicon.MODIFIERS or word.lower in lexicon.ROLES)
        )
        joins = (
            word.lower in ("of", "for", "the", "at")
            and last + 1 < len(words)
            and (last == first or words[last - 1].lower not in _DETERMINERS)
        )
        if named or joins or (word.lower in _DETERMINERS and last == first):
            last += 1
        else:
            break
    while last > first and words[last - 1].lower in ("of", "for", "the", "at", "a", "an"):
        last -= 1
    if after_verb and last < len(words) and _goes_on(words, text, last):
        return None
    return (first, last) if last > first and _is_name(words[first:last]) else None


def _goes_on(words: Sequence[Word], text: str, last: int) -> bool:
    """Whether a verb follows: "said Russia was …" names no speaker."""
    following = words[last]
    return following.lower in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "should",
        "did",
        "can",
    )


def _is_name(words: Sequence[Word]) -> bool:
    return any((word.capital and word.lower not in lexicon.NOT_NAMES) or word.lower in lexicon.HEADS for word in words)
