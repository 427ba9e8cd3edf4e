"""What the beginning of a report says about it: title, date line, byline, dateline. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.byline import read_byline
from ingest.date_line import read_date_line
from ingest.dateline import Dateline, read_dateline
from ingest.paragraphs import flat
from ingest.printed_days import PrintedDay

_HEADER_PARAGRAPHS = 4
_LONGEST_TITLE_WORDS = 30
_QUOTES = str.maketrans("‘’“”«»", '\'\'""""')
_FULL_STOP = re.compile(r"""(?<![A-Z])[.;:,]["'”’)]*$""")


@dataclass(frozen=True, slots=True)
class Header:
    """What was read, and the paragraphs that remain as the text (standfirst first, dateline left in place)."""

    title: str
    body: tuple[str, ...]
    day: PrintedDay | None = None
    place: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()


def read_header(paragraphs: Sequence[str], title: str) -> Header:
    """Title (unless given), day, place, agency and authors as the first paragraphs print them.

    Paragraphs that say nothing else (a known title, a date line, a byline, an agency's name) leave the text, but never
    all of them. Reading stops at a dateline or after a few paragraphs of text.
    """
    header = Header(title, ())
    for at, paragraph in enumerate(paragraphs):
        dateline = read_dateline(paragraph)
        if dateline is not None:
            header = _with_dateline(header, dateline)
            alone = not paragraph[dateline.end :].strip()
            if alone and not dateline.place:
                continue
            header = replace(header, body=(*header.body, *paragraphs[at + alone :]))
            break
        if len(header.body) == _HEADER_PARAGRAPHS:
            header = replace(header, body=(*header.body, *paragraphs[at:]))
            break
        header = _read_line(header, paragraph, last=at + 1 == len(paragraphs))
    return header if header.body else replace(header, body=tuple(paragraphs))


def same_words(left: str, right: str) -> bool:
    """Whether two lines read the same but for case, kind of quotation marks and a full stop at the end."""
    return _plain(left) == _plain(right)


def _with_dateline(header: Header, dateline: Dateline) -> Header:
    return replace(
        header,
        day=dateline.day if _prefers(dateline.day, header.day) else header.day,
        place=dateline.place or header.place,
        agency=dateline.agency or header.agency,
    )


def _read_line(header: Header, paragraph: str, *, last: bool) -> Header:
    day = read_date_line(paragraph)
    if day is not None and not header.day and (day.is_full or not header.body):
        return replace(header, day=day)
    byline = read_byline(paragraph)
    if byline is not None:
        return replace(
            header,
            authors=header.authors or byline.authors,
            place=header.place or byline.place,
            agency=header.agency or byline.agency,
        )
    if header.title and same_words(header.title, paragraph):
        return header
    if not header.title and not header.body and not last and _is_title(paragraph):
        return replace(header, title=paragraph)
    return replace(header, body=(*header.body, paragraph))


def _prefers(new: PrintedDay | None, old: PrintedDay | None) -> bool:
    """A full date beats one without a year; otherwise the first one read stays."""
    return old is None or (new is not None and new.is_full and not old.is_full)


def _is_title(paragraph: str) -> bool:
    return len(paragraph.split()) <= _LONGEST_TITLE_WORDS and not _FULL_STOP.search(paragraph)


def _plain(line: str) -> str:
    return flat(line).translate(_QUOTES).casefold().rstrip(".")
