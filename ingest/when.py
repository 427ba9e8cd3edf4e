"""Dates as structured formats give them: ISO 8601, RFC 2822, seconds since 1970, printed days. Pure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from app.errors import MalformedArticle
from ingest.date_line import read_date_line

_PARTIAL = re.compile(r"--\d\d-\d\d")
_AMBIGUOUS = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})(?!\d)")
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_MILLISECONDS_FROM = 10_000_000_000
"""Seconds since 1970 stay below this until the year 2286; a larger number counts milliseconds."""


class When(NamedTuple):
    """``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SSZ`` (UTC), or a partial date ``--MM-DD``, or neither."""

    published_at: str | None = None
    partial_date: str | None = None


def read_when(value: object) -> When:
    """The date in a field of a record, of front matter or of a feed; an empty field is no date.

    Raises:
        MalformedArticle: not a date, or one whose day and month cannot be told apart.
    """
    if value in (None, "", []):
        return When()
    if isinstance(value, date):
        return When(_stamp(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return When(_stamp(_since_1970(value)))
    if isinstance(value, str):
        return _read_text(value.strip())
    raise _unreadable(value)


def _read_text(text: str) -> When:
    if not text or _PARTIAL.fullmatch(text):
        return When(partial_date=text or None)
    if re.fullmatch(r"\d{9,13}", text):
        return When(_stamp(_since_1970(int(text))))
    for read in (_iso, _rfc_2822):
        found = read(text)
        if found is not None:
            return When(_stamp(found))
    printed = read_date_line(text)
    if printed is not None and not (printed.is_full and re.search(r"\d[:.h]\d\d|[ap]\.?m\.?$", text[10:])):
        return When(printed.iso) if printed.is_full else When(partial_date=printed.iso)
    return When(_any_language(text))


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) <= len("2020-02-28") else datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc_2822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None


def _any_language(text: str) -> str:
    """Last resort, slow to load: "28 février 2020", "May 20, 2020 9:29 a.m. EST"; day, month and year must be there."""
    import dateparser  # noqa: PLC0415

    strict = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
    found = None if _AMBIGUOUS.match(text) or len(text) > 80 else dateparser.parse(text, settings=strict)
    if found is None:
        raise _unreadable(text)
    has_time = bool(re.search(r"\d[:h]\d\d|\d\s*[ap]\.?m\b", text))
    return _stamp(found if has_time else found.date())


def _since_1970(number: float) -> datetime:
    try:
        moment = datetime.fromtimestamp(number / 1000 if abs(number) >= _MILLISECONDS_FROM else number, tz=UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise _unreadable(number) from error
    return moment


def _stamp(moment: date) -> str:
    """A day as it is; a time in UTC, to which a time without zone is taken to belong."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    if not _EARLIEST <= aware < _LATEST:
        raise _unreadable(moment)
    return aware.strftime("%Y-%m-%dT%H:%M:%SZ")


def _unreadable(value: object) -> MalformedArticle:
    return MalformedArticle(
        f"The date {str(value)[:60]!r} cannot be read with certainty.",
        hint="Write it as 2020-02-28 or 2020-02-28T09:30:00Z.",
    )
