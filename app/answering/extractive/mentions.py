"""Questions that count articles, "how many articles mention the ceasefire?": answered by counting records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from app.answering.draft import Draft, Quote, Statement
from app.archive.mentions import Mention
from app.archive.sentences import sentence_spans
from app.figures.reading.days import DayReading, read_days
from app.models import Article, SearchFilters, Span
from app.references import long_day
from app.retrieval.near_duplicates import Stories
from app.retrieval.outlets import named_outlets

_MOST_CITED = 5
_MOST_COMPARED = 500
"""Of more articles copies are not told apart: each is held against every story before it."""
_STORY_CHARS = 600
"""Copies of a wire story share their opening; the rest is cut and extended."""
_COUNTED = r"(?:(?P<outlets>outlets?|sources?|newspapers?|papers?|agencies)|articles?|stories|reports?|news items?)"
_MENTION = (
    r"(?:mention(?:s|ed)?|refer(?:s|red)? to|contain(?:s|ed)?|discuss(?:es|ed)?|deal(?:s|t)? with|cover(?:s|ed)?|"
    r"(?:(?:are|were|is|was) )?(?:there )?(?:are )?about|writes? about|wrote about|report(?:s|ed)? on|name)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\W*how many {_COUNTED}(?P<within>(?: [\w’'&.-]+)*?) {_MENTION} (?P<what>.+)$",
        rf"\W*(?:in )?how many {_COUNTED}(?P<within>(?: [\w’'&.-]+)*?) (?:is|are|was|were|does|do|did) (?P<what>.+?) "
        r"(?:mentioned|named|discussed|appear|occur|covered)(?P<when>.*)$",
    )
)
_QUOTED = re.compile(r"[“\"‘]([^”\"’]{2,120})[”\"’](?!\w)|(?<!\w)'([^']{2,120})'(?!\w)")
_LINK = re.compile(r"\b(?:in|of|the|a|an|and|at|for|to|by|with|from|about|both)\b|[,;]", re.IGNORECASE)
_LEAD = re.compile(
    r"\s*\b(?:published|printed|since|after|in|on|during|by|before|until|between|from|and|the)\s*$", re.I
)
_BOUND = re.compile(r"\b(since|from|after|before|by|until)\s+(?:the\s+)?$", re.I)
_YEAR = re.compile(r"\b(?:since|from|after|before|by|until) ((?:19|20)\d\d)\b", re.I)


@dataclass(frozen=True, slots=True)
class Counting:
    """A question that counts the articles with all ``phrases``, or the ``outlets`` that printed them."""

    phrases: tuple[str, ...]
    outlets: bool
    filters: SearchFilters


class Records(Protocol):
    """What counting needs of the archive."""

    def sources(self) -> list[str]: ...
    def articles(self, *, filters: SearchFilters = ..., limit: int = ...) -> list[Article]: ...
    def mentions(self, phrases: Sequence[str], filters: SearchFilters = ...) -> list[Mention]: ...


def count_mentions(question: str, filters: SearchFilters, records: Records) -> Draft | None:
    """The articles counted within the filters and the days and outlets that the question names; None: it counts none.

    Days without a year are read from the newest article within the filters.
    """
    asked = counts_articles(question)
    if asked is None:
        return None
    newest = next((article.published_day for article in records.articles(filters=filters, limit=1)), None)
    counting = read_counting(asked, filters, records.sources(), newest)
    return write_mentions(counting, records.mentions(counting.phrases, counting.filters)) if counting.phrases else None


def counts_articles(question: str) -> re.Match[str] | None:
    """The parts of a question that counts articles or outlets; None for any other."""
    text = " ".join(question.split()).rstrip("?. ")
    return next((match for form in _FORMS if (match := form.match(text))), None)


def read_counting(asked: re.Match[str], filters: SearchFilters, sources: Sequence[str], newest: str | None) -> Counting:
    """What is to be counted.

    Args:
        asked: the parts of the question.
        sources: the outlets of the archive.
        newest: the day that anchors days without a year.
    """
    parts = asked.groupdict()
    today = date.fromisoformat(newest) if newest else None
    what, filters = _dated(f"{parts['what']} {parts.get('when') or ''}", filters, today)
    named = named_outlets(parts["within"], sources)
    filters = replace(filters, sources=named) if named else filters
    quoted = [one or other for one, other in _QUOTED.findall(what)]
    plain = [phrase.strip(" .:\"'“”") for phrase in _LINK.split(_QUOTED.sub(",", what))]
    phrases = tuple(dict.fromkeys(phrase for phrase in (*quoted, *plain) if phrase))
    return Counting(phrases, parts["outlets"] is not None, filters)


def write_mentions(asked: Counting, mentions: Sequence[Mention]) -> Draft:
    """How many there are, how many of them are copies, from whom and when; the newest are cited."""
    what = " and ".join(f"“{phrase}”" for phrase in asked.phrases)
    if not mentions:
        return Draft("", (), "not_in_archive", refusal=f"None of the articles searched mentions {what}.")
    newest = sorted(mentions, key=lambda mention: mention.article.published_at or "", reverse=True)
    outlets = {mention.article.source for mention in mentions if mention.article.source}
    quotes = tuple(_quote(mention) for mention in newest[:_MOST_CITED])
    parts = tuple(Statement(quote.text, (quote,)) for quote in quotes)
    articles = _counted(len(mentions), "article")
    told = f"{_counted(len(outlets), 'outlet')}, in {articles}," if asked.outlets else articles
    origin = "" if asked.outlets or not outlets else f", from {_counted(len(outlets), 'outlet')}"
    text = f"{told} mention{'s' if told.startswith('1 ') else ''} {what}{origin}{_period(newest)}{_copies(newest)}"
    text += f"; the newest {_MOST_CITED} are cited." if len(mentions) > _MOST_CITED else "."
    return Draft(str(len(outlets) if asked.outlets else len(mentions)), (Statement(text, quotes, parts=parts),))


def _dated(what: str, filters: SearchFilters, today: date | None) -> tuple[str, SearchFilters]:
    """The text without the days it names, and the filters bounded by them."""
    days = [*read_days(what, today), *_bare_years(what)]
    if not days:
        return what, filters
    opening = _BOUND.search(what[: days[0].span.start])
    first, last = _bounds(opening[1].lower() if opening else "in", days)
    for day in reversed(days):
        lead = what[: day.span.start]
        while match := _LEAD.search(lead):
            lead = lead[: match.start()]
        what = f"{lead} {what[day.span.end :]}"
    after = max(filter(None, (filters.published_after, first)), default=None)
    before = min(filter(None, (filters.published_before, last)), default=None)
    return what, replace(filters, published_after=after, published_before=before)


def _bounds(opening: str, days: Sequence[DayReading]) -> tuple[str | None, str | None]:
    """The first and the last day of "since March", "before 2019", "in February"; None leaves an end open."""
    first, last = min(day.first for day in days), max(day.last for day in days)
    if len(days) == 1 and opening in ("since", "from"):
        return first.isoformat(), None
    if len(days) == 1 and opening == "after":
        return (last + timedelta(days=1)).isoformat(), None
    if opening == "before":
        return None, (first - timedelta(days=1)).isoformat()
    return None if opening in ("by", "until") else first.isoformat(), last.isoformat()


def _bare_years(what: str) -> list[DayReading]:
    """ "before 2019"; "in 2019" is read with the other days."""
    return [
        DayReading(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), Span(*match.span(1)))
        for match in _YEAR.finditer(what)
    ]


def _quote(mention: Mention) -> Quote:
    """The sentence of the first mention, or the article's first sentence where only its title mentions it."""
    article, start = mention.article, mention.span.start if mention.span else 0
    spans = sentence_spans(article.text)
    return Quote(article, next((span for span in spans if span.start <= start < span.end), spans[0]))


def _copies(mentions: Sequence[Mention]) -> str:
    """How many repeat a story of another; "" when none does, or when there are too many to compare."""
    if len(mentions) > _MOST_COMPARED:
        return ""
    stories = Stories()
    copies = sum(not stories.is_new(mention.article.text[:_STORY_CHARS]) for mention in mentions)
    return f"; {copies} of them {'is a copy' if copies == 1 else 'are copies'} of another" if copies else ""


def _period(newest_first: Sequence[Mention]) -> str:
    days = [mention.article.published_day for mention in newest_first if mention.article.published_day]
    if not days:
        return ""
    first, last = long_day(days[-1]), long_day(days[0])
    return f", on {first}" if first == last else f", from {first} to {last}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
