"""A draft and its text become an article: what the format does not say is read from the text. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.archive.identity import new_article
from app.english import WEEKDAYS
from app.errors import MalformedArticle
from app.models import Article
from ingest.draft import Draft
from ingest.furniture import without_furniture
from ingest.header import Header, read_header
from ingest.opening import Opening, read_opening
from ingest.paragraphs import join_paragraphs, split_paragraphs
from ingest.printed_days import PrintedDay

_NAME_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Composed(NamedTuple):
    """An article and the doubts about it that a person may settle."""

    article: Article
    doubts: tuple[str, ...]


class _Dated(NamedTuple):
    published_at: str | None
    partial_date: str | None
    doubts: tuple[str, ...]


def compose(draft: Draft, *, name: str = "", published: str | None = None) -> Composed:
    """The article of a draft.

    Args:
        draft: what the format gave.
        name: file name; a leading ``YYYY-MM-DD`` dates an article that neither its format nor its text dates in full.
        published: ``YYYY-MM-DD`` for articles without a full date, or a year ``YYYY`` for those that lack only that.

    Raises:
        MalformedArticle: no text, or an address or date that is none.
    """
    paragraphs = without_furniture(split_paragraphs(draft.text))
    if not paragraphs:
        raise MalformedArticle(
            f"{name or draft.title or 'The article'} has no text.",
            hint="Give its text in a field text, content or body.",
        )
    opening = read_opening(paragraphs[0], draft.title, draft.published_at[:10] if draft.published_at else None)
    header = read_header([paragraphs[0][opening.start :], *paragraphs[1:]], draft.title)
    dated = _date(draft, _best_day(header, opening), name, published)
    agency = draft.agency or header.agency or opening.agency
    article = new_article(
        text=join_paragraphs(header.body),
        title=header.title,
        source=draft.source or agency,
        url=draft.url,
        publisher_id=draft.publisher_id,
        published_at=dated.published_at,
        partial_date=dated.partial_date,
        place=draft.place or header.place,
        agency=agency,
        authors=draft.authors or header.authors,
        language=draft.language,
    )
    if draft.article_id:
        article = replace(article, article_id=draft.article_id)
    return Composed(article, dated.doubts)


def check_published(published: str | None) -> str | None:
    """The value itself when it is a day or a year.

    Raises:
        MalformedArticle: neither ``YYYY-MM-DD`` nor ``YYYY``.
    """
    if published is None or _YEAR.fullmatch(published):
        return published
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise MalformedArticle(
            f"The day of publication {published!r} is no date.",
            hint="Write it as 2020-02-28, or 2020 for the year alone.",
        ) from error


def _best_day(header: Header, opening: Opening) -> PrintedDay | None:
    """A full day first; the header's before the opening's."""
    days = [day for day in (header.day, opening.day) if day is not None]
    return next((day for day in days if day.is_full), days[0] if days else None)


def _date(draft: Draft, printed: PrintedDay | None, name: str, published: str | None) -> _Dated:
    if draft.published_at:
        return _Dated(draft.published_at, None, ())
    if printed is not None and printed.is_full:
        return _Dated(printed.iso, None, _weekday_doubts(printed, printed.iso))
    chosen = _day_of_name(name) or _given_day(printed, published)
    if chosen:
        return _Dated(chosen, None, _weekday_doubts(printed, chosen))
    if draft.partial_date or printed is None:
        return _Dated(None, draft.partial_date, ())
    doubt = f"prints the day {printed.iso[2:]} without a year and has no date unless --published gives one"
    return _Dated(None, printed.iso, (doubt,))


def _day_of_name(name: str) -> str | None:
    match = _NAME_DAY.match(name.replace("\\", "/").rsplit("/", 1)[-1])
    if match is None:
        return None
    try:
        return date.fromisoformat(match[0]).isoformat()
    except ValueError:
        return None


def _given_day(printed: PrintedDay | None, published: str | None) -> str | None:
    if published is None or not _YEAR.fullmatch(published):
        return published
    if printed is None:
        return None
    try:
        return date(int(published), printed.month, printed.day).isoformat()
    except ValueError:  # 29 February of another year
        return None


def _weekday_doubts(printed: PrintedDay | None, day: str) -> tuple[str, ...]:
    """A printed weekday may contradict a date; it never decides one."""
    if printed is None or printed.weekday is None or printed.iso[-5:] != day[5:10]:
        return ()
    actual = date.fromisoformat(day[:10]).weekday()
    if actual == printed.weekday:
        return ()
    return (f"prints a {WEEKDAYS[printed.weekday]}, but {day[:10]} was a {WEEKDAYS[actual]}",)
