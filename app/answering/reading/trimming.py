"""Shorter verbatim slices of a sentence: without its dateline, without a trailing clause that was not asked for."""

from __future__ import annotations

import re

from app.answering.reading.lexicon import AUXILIARIES
from app.answering.reading.words import is_past, words_of
from app.models import Span

_DATELINE = re.compile(
    r"(?![A-Z]\.[A-Z]\.)"  # U.N. is no place
    r"(?:[A-Z][A-Z .,'’/()-]{2,}(?:,?\s+(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)(?:,\s*\d{4})?)?\.?\s*"
    r"(?:/[A-Z][\w .-]*/\.?|\([A-Z][\w .-]*\))?\s*(?:[—–-]{1,2}|(?<=[/.)]))\s*|\([A-Z][\w ]{1,20}\)\s*[—–-]{0,2}\s*)"
)
_FULL_DAY = (
    r"(?:(?:\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s+\d{1,2}),?\s+(?:19|20)\d\d|\d\d[.-]\d\d[.-](?:19|20)\d\d)"
)
_FURNITURE = re.compile(
    rf"(?:(?:(?:Date of publication|Published|Posted on|Updated)\s+)?(?:[A-Z][a-z]{{2,8}}\s+)?{_FULL_DAY}"
    rf"|.{{10,150}}?\s[A-Z]\w+\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+{_FULL_DAY}"
    r"|Tags\s(?:[\w’'.-]+\s){1,25}?(?=(?:An?|The|At least)\s[a-z\d]))\s*(?=[“\"]?[A-Z\d])"
)
"""What pages print in front of a first sentence and scrapers run together with it: title, agency, day, tags."""
_ONLY_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/()-]{2,}(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)?(?:,\s*\d{4})?\.?\s*"
    r"(?:/[A-Z][\w .-]*/|\([A-Z][\w .-]*\))\.?\s*[—–-]{0,2}\s*"
)
_TRAILING = re.compile(
    r"(?:,|;|\s[—–-])\s(?=(?:which|who|whom|whose|while|where|as|after|before|but|though|although|because|since|"
    r"following|according|adding|saying|including|with|and (?:he|she|it|they|the|a)|[a-z]+ing)\b)"
)
_STRAIGHT_CLOSING = re.compile(r"[\w.,!?\])]\"")
_OPENS_CLAUSE = re.compile(
    r"(?:While|When|As|After|Before|Since|If|Although|Though|Because|Like|Unlike|Despite|With|Following|Once|Until)\b"
)
"""What opens a clause that is not the main one, which follows its comma."""
_LEAST_WORDS = 8


def is_dateline(text: str) -> bool:
    """Whether a sentence is nothing but place, day and agency: "MOSCOW, March 5. /TASS/."."""
    return bool(_ONLY_DATELINE.fullmatch(text))


def shown_span(text: str, sentence: Span) -> Span:
    """The sentence without the dateline or the page's furniture in front: "MOSCOW, February 28. /TASS/. Russian …"."""
    dateline = _DATELINE.match(text, sentence.start, sentence.end) or _FURNITURE.match(
        text, sentence.start, sentence.end
    )
    if dateline and sentence.end - dateline.end() > len(dateline.group()):
        return Span(dateline.end(), sentence.end)
    return sentence


def main_clause(text: str, span: Span, keep: Span | None, limit_words: int) -> Span:
    """The longest start of the span of at most ``limit_words`` that ends where a trailing clause begins.

    Args:
        keep: a part that must stay in; None when any part may go.
    """
    if len(text[span.start : span.end].split()) <= limit_words:
        return span
    best = span
    for cut in _TRAILING.finditer(text, span.start, span.end):
        words = len(text[span.start : cut.start()].split())
        if words < _LEAST_WORDS or (keep and keep.end > cut.start()) or _is_unfinished(text[span.start : cut.start()]):
            continue
        if best is span or words <= limit_words:
            best = Span(span.start, cut.start())
    return best


def _is_unfinished(part: str) -> bool:
    """Whether a quotation mark or bracket opened in the part is not closed in it, or its main clause has no verb."""
    if part.count("“") != part.count("”") or part.count('"') % 2 == 1 or part.count("(") != part.count(")"):
        return True
    main = words_of(part.partition(",")[2])
    return bool(_OPENS_CLAUSE.match(part)) and not any(is_past(word.text) or word.text in AUXILIARIES for word in main)


def balanced(text: str) -> str:
    """The text with the quotation mark that was left in a neighbouring sentence: `"We go on` -> `"We go on"`."""
    if text.count("“") > text.count("”"):
        return f"{text}”"
    if text.count("”") > text.count("“"):
        return f"“{text}"
    if text.count('"') % 2 == 0:
        return text
    only = _STRAIGHT_CLOSING.search(text)
    return f'"{text}' if only and text.count('"') == 1 else f'{text}"'
