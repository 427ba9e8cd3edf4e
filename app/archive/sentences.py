"""Where the sentences of a news text begin and end.

``sentencex`` proposes borders (about 200,000 sentences a second, exact code points, unknown languages
included). News needs four corrections, each found by reading its output on wire copy and news pages:

1. Lines are paragraphs; ``sentencex`` sees a border in blank lines only. A line broken by a fixed width goes on.
2. It never looks inside quotation marks; a quotation of several sentences has borders like any other text.
3. It cuts after ``5 p.m.`` before ``ET``, after the ``3.`` of a list, after ``308 N.``, inside the dateline
   ``MOSCOW, February 28. /TASS/.``, before a word in lower case and in ``"Over?" Mr. Lavrov asked``.
4. It takes the month ``May.`` for an abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # compiled, ships no stubs

from app.models import Span

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f]")
"""White space of several bytes, such as a no-break space: ``sentencex`` 1.0 panics when one stands before a stop."""
_QUOTE_MARK = re.compile(r"[\"“”„«»]")
_AFTER_MAY = re.compile(r"\bMay\.\s+(?=[A-Z])")

_ENDS_SENTENCE = re.compile(r"[.!?:;…]['\"’”»)\]]*$")
_GOES_ON = re.compile(r"[a-zà-öø-ÿ,;:%]|/[A-Z][\w .-]*/|\)")
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_AFTER_CLOCK = re.compile(
    r"(?:[ECMPBIU]S?D?T|GMT|UTC|Eastern|Central|Mountain|Pacific|local"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\b"
)
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")
_EXCLAIMED = re.compile(r"[!?][\"”»]$")
_SPEAKER = re.compile(r"(?:[\w.'’-]+\s+){1,5}(?:said|says|asks?|asked|told|wrote|adds|added|shouted|tweeted|replied)\b")
_STREET = re.compile(r"\d\s[NSEW]\.$")
_NEEDS_NUMBER = re.compile(r"\b(?:approx|ca|est|no|nos|fig|pp?)\.$", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Ph\.D|M\.D|Brig|Insp|Supt|Amb)\.$")

_TAIL = 24  # code points of the left side that any rule looks at
_WIDTHS = range(40, 121)  # widths that text is broken at by hand or by wire systems


def sentence_spans(text: str, language: str = "en") -> list[Span]:
    """Sentences, headings and other lines of ``text`` in order, without surrounding white space.

    Every character that is not white space lies in exactly one span.

    Args:
        text: any text; nothing is changed in it.
        language: ISO 639 code; an unknown one gets rules that fit most languages.
    """
    return list(_sentence_spans(text, language))


@lru_cache(maxsize=128)
def _sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    return tuple(
        span
        for paragraph in _paragraphs(text)
        for span in _sentences(text[paragraph.start : paragraph.end], paragraph.start, language)
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """Blocks of one line, or of several where a fixed width broke them."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = _trimmed(text, *match.span())
        if line.start == line.end:
            continue
        if block and text.count("\n", block[-1].end, line.start) != 1:
            yield from _unwrapped(text, block)
            block = []
        block.append(line)
    yield from _unwrapped(text, block)


def _unwrapped(text: str, lines: list[Span]) -> Iterator[Span]:
    """The paragraphs in lines that follow one another without a blank line."""
    if not lines:
        return
    width = max(line.end - line.start for line in lines) if len(lines) > 2 else 0
    start = lines[0].start
    for line, following in pairwise(lines):
        if not _line_goes_on(text, line, following, width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _line_goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    if _ENDS_SENTENCE.search(text, max(line.start, line.end - _TAIL), line.end):
        return False
    if text[following.start].islower():
        return True
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    return width in _WIDTHS and (line.end - line.start) + 1 + len(first_word) > width


def _sentences(paragraph: str, offset: int, language: str) -> Iterator[Span]:
    start = 0
    for border in sorted(_proposed_borders(paragraph, language)):
        if not _is_false(paragraph[start:border].rstrip(), paragraph[border:]):
            yield _trimmed(paragraph, start, border, offset)
            start = border
    last = _trimmed(paragraph, start, len(paragraph), offset)
    if last.start < last.end:
        yield last


def _proposed_borders(paragraph: str, language: str) -> set[int]:
    """Offsets where a sentence may begin; 0 and the end are left out."""
    borders = _library_borders(paragraph, language)
    marks = [mark.start() for mark in _QUOTE_MARK.finditer(paragraph)]
    for start, end in zip([0, *(mark + 1 for mark in marks)], [*marks, len(paragraph)], strict=True):
        if marks:
            borders |= {start + border for border in _library_borders(paragraph[start:end], language)}
    borders |= {match.end() for match in _AFTER_MAY.finditer(paragraph)}
    return {border for border in borders if paragraph[:border].strip() and paragraph[border:].strip()}


def _library_borders(text: str, language: str) -> set[int]:
    plain = _WIDE_SPACE.sub(" ", text)
    return {boundary["start_index"] for boundary in get_sentence_boundaries(language, plain)} - {0}


def _is_false(left: str, right: str) -> bool:
    """Whether the sentence goes on across a proposed border."""
    right = right.lstrip()
    tail = left[-_TAIL:]
    if _GOES_ON.match(right) or (_CLOCK.search(tail) and _AFTER_CLOCK.match(right)):
        return True
    if _NEEDS_NUMBER.search(tail) and right[0].isdigit():
        return True
    if _EXCLAIMED.search(tail) and _SPEAKER.match(right):
        return True
    return bool(_LIST_NUMBER.fullmatch(left) or _STREET.search(tail) or _TITLE.search(tail))


def _trimmed(text: str, start: int, end: int, offset: int = 0) -> Span:
    """``[start, end)`` without the white space at its ends, moved by ``offset``."""
    kept = text[start:end]
    left = len(kept) - len(kept.lstrip())
    return Span(offset + start + left, offset + start + max(left, len(kept.rstrip())))
