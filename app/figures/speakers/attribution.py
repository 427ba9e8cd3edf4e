"""Who says a sentence: the speaker named in it, or around the quotation it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from app.archive.sentences import sentence_spans
from app.figures.speakers import words as lexicon
from app.figures.speakers.bodies import RESOLVES_TO, observatory_in, spelled_out
from app.figures.speakers.speech import Attribution, attributions_in
from app.figures.words import word_set
from app.models import Article, Span

_OPEN_OR_CLOSE = re.compile(r"[\"“”]")
_INITIALS = re.compile(r"\((?!(?:AA|AP|AFP|DPA|EPA|UPI)\))[A-Z]{2,8}\)")
"""Initials behind a name, which are no part of the sentence: "the Northern Observatory (NO) said"."""
_BODIES = ("agency", "ministry", "office", "channel", "network")
_ANY_KIND = word_set("the a an its his her their local state official news same semi-official state-run")
_WATCHES = re.compile(r"\b(?:monitor\w*|watch\w*|rights|activist|war)\b")
"""A group of this kind is the observatory of the article: "a rights group"."""
_ASSOCIATION = re.compile(
    r"\b(?:Union|Societ(?:y|ies)|Organi[sz]ations?|Association|Committee|Foundation|Council|Charity|Relief)\b"
)
"""What "the group" may stand for."""
_GOES_ON = re.compile(
    r"[\"“]?(?:It|They|He|She)\b(?!\s(?:is|was|has\sbeen)\s(?:the|a|an|not|only|after|unclear|one)\b)"
)
"""A sentence that goes on telling what somebody said; "It was the second attack …" starts afresh."""
CREDIT = re.compile(
    r"\((?:[^()]{0,40}\b)?(?:Photo|photo|Agencies|Reuters|AFP|AP|AA|Getty|EPA)\b[^()]{0,20}\)\s+(?=[\"“A-Z\d])"
)
""" "(Reuters Photo) At least": where a caption ends and the text goes on without a stop."""
_BODY = re.compile(
    r"\b(?:agency|news|television|tv|channel|ministry|network|observatory|council|coalition|committee|army|government|"
    r"reports?|statement|activists|sources|media|group|union|organi[sz]ation)$",
    re.IGNORECASE,
)
"""What no "he" stands for."""
_IS_DEED = re.compile(r"\b(?:confirm|record|count|document|declare|report|register)\w*$")
"""Verbs of the one who counts, whom a closing speaker only quotes: "Tarvia has confirmed 33, the ministry said"."""
_PRONOUN = frozenset(lexicon.PRONOUNS)


class Speakers:
    """The speakers of one text; built once, asked for many positions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sentences = [part for sentence in sentence_spans(text) for part in _without_caption(text, sentence)]
        self._starts = [sentence.start for sentence in self._sentences]
        plain = _INITIALS.sub(lambda found: " " * len(found[0]), text)
        self._attributions = [attributions_in(plain, sentence) for sentence in self._sentences]
        self._quotes = _quotations(text)

    @property
    def sentences(self) -> list[Span]:
        return self._sentences

    def at(self, position: int) -> str | None:
        """The speaker of what stands at ``position``; None when the outlet speaks in its own voice."""
        index = max(0, bisect_right(self._starts, position) - 1)
        if not self._sentences:
            return None
        found = _closing(self._text, self._attributions[index], position)
        found = found or _nearest(self._attributions[index], position)
        if found is not None:
            outer = _outer(self._text, self._attributions[index], found)
            inner = self._resolved(found, index)
            inner = f"{inner} (citing {found.cited})" if inner and found.cited and "(" not in inner else inner
            reporter = self._resolved(outer, index) if outer else None
            return f"{reporter} (citing {inner})" if reporter and inner and reporter != inner else inner
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
        opening = _GOES_ON.match(self._text, sentence.start, sentence.end)
        if opening is None or index == 0:
            return None
        before = self._attributions[index - 1]
        return self._resolved(before[-1], index - 1) if before and not before[-1].closed else None

    def _resolved(self, found: Attribution, index: int) -> str | None:
        lower = found.name.lower()
        if lower in _PRONOUN:
            return self._earlier_name(index, person=lower in ("he", "she"))
        if not found.generic:
            return self._full_name(found.name)
        if " and " in lower:
            return self._both(found, index)
        return self._of_general(found, index)

    def _of_general(self, found: Attribution, index: int) -> str:
        """A general name with the body that the article names for it: "a monitor (Northern Observatory)"."""
        lower = found.name.lower()
        head = lower.split()[-1]
        if head in ("report", "statement", "claim") and lower.startswith("the "):
            return self._earlier_name(index - 1, named=True) or found.name
        seated = "-based" in lower and observatory_in(self._text)
        if seated and not lower.endswith("observatory"):
            return f"{found.name} ({seated})"
        if head in ("group", "organisation", "organization") and not _WATCHES.search(lower):
            return (lower.startswith("the ") and self._of_group(index)) or found.name
        wanted = RESOLVES_TO.get(head, (head,))
        observatory = observatory_in(self._text) if "observatory" in wanted else None
        if observatory is not None:
            return observatory if head == "observatory" else f"{found.name} ({observatory})"
        for other in sorted(range(len(self._sentences)), key=lambda other: abs(other - index)):
            for attribution in self._attributions[other]:
                words = re.findall(r"[\w'’-]+", attribution.name.lower())
                if attribution.generic or _is_other_body(lower, words):
                    continue
                if any(word in words for word in wanted) and not lower.endswith(words[-1]):
                    return attribution.name if head in words else f"{found.name} ({attribution.name})"
        return found.name

    def _both(self, found: Attribution, index: int) -> str:
        """Two speakers of one verb, each led back to a name: "a monitoring group (Northern Observatory) and rebels"."""
        first, _, second = found.name.partition(" and ")
        led = [self._resolved(found._replace(name=name), index) or name for name in (first, second)]
        return " and ".join(led)

    def _of_group(self, index: int) -> str | None:
        """The body that "the group" stands for: the one named before, else the only association that speaks behind."""
        behind = {
            found.name
            for row in self._attributions[index + 1 :]
            for found in row
            if not found.generic and _ASSOCIATION.search(found.name)
        }
        return self._earlier_name(index, named=True) or (behind.pop() if len(behind) == 1 else None)

    def _full_name(self, name: str) -> str:
        """A surname or initials with what stood before them where the article named them in full."""
        name = spelled_out(name, self._text)
        if len(name.split()) > 2:
            return name
        longer = [other.name for row in self._attributions for other in row if other.name.endswith(f" {name}")]
        return max(longer, key=len, default=name)

    def _earlier_name(self, index: int, *, named: bool = False, person: bool = False) -> str | None:
        """The last speaker up to sentence ``index``, no pronoun; ``named``: who has a name, ``person``: no body."""
        for other in range(index, max(-1, index - 6), -1):
            for attribution in reversed(self._attributions[other]):
                body = person and _BODY.search(attribution.name) is not None
                if attribution.name.lower() not in _PRONOUN and not body and not (named and attribution.generic):
                    return self._resolved(attribution, other)
        return self._earlier_name(index, named=named) if person else None


def speaker_at(article: Article, span: Span) -> str | None:
    """Who says what stands at ``span`` of the article; None when the outlet speaks in its own voice."""
    return Speakers(article.text).at(span.start)


def _is_other_body(name: str, words: Sequence[str]) -> bool:
    """Whether a body tells its kind, and the other is not of it: the civil protection agency and "the agency X"."""
    kind = [word for word in name.split()[:-1] if word not in _ANY_KIND and not word.endswith(("'s", "’s"))]
    return name.endswith(_BODIES) and any(word not in words for word in kind)


def _without_caption(text: str, sentence: Span) -> list[Span]:
    """The sentence cut where the credit of a picture ends: "… in Idlib (Reuters Photo) At least 15 …" is two."""
    credits = [match.end() for match in CREDIT.finditer(text, sentence.start, sentence.end)]
    starts = [sentence.start, *credits]
    return [Span(start, end) for start, end in zip(starts, [*credits, sentence.end], strict=True)]


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


def _closing(text: str, attributions: Sequence[Attribution], position: int) -> Attribution | None:
    """The speaker of the whole sentence: "Tarvia has confirmed 33 cases, the ministry said"; None when it has none.

    Only where nothing but such a closing follows the position; "…, and the army said 40 …" opens a clause of its own.
    """
    after = [found for found in attributions if found.start >= position]
    before = [found for found in attributions if found.end <= position]
    if (
        len(after) != 1
        or not after[0].closed
        or not re.search(r",\s$", text[max(0, after[0].start - 2) : after[0].start])
    ):
        return None
    return after[0] if before and _IS_DEED.search(text[before[-1].start : before[-1].end]) else None


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
