"""Who an article is and whether it changed: canonical addresses, deterministic ids, content hashes."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from app.errors import MalformedArticle
from app.models import Article

CONTENT_HASH_VERSION = 1

_DEFAULT_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"utm_\w+|pk_\w+|mtm_\w+|at_(?:medium|campaign|custom\d)|.*clid|mc_[ce]id|igshid|_ga|cmpid|ocid|smid"
)
_PARTIAL = re.compile(r"--\d\d-\d\d")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff]")
_LONE_SURROGATES = re.compile(r"[\ud800-\udfff]")
_LINE_ENDS = re.compile(r"[ \t\u00a0]*(?:\r\n|\r|\n|\x85|\u2028|\u2029)")


def canonical_url(url: str) -> str:
    """One spelling for addresses that open the same article.

    Scheme and host in lower case, no default port, no credentials, no fragment, no tracking parameters, the rest of the
    parameters in order of name, no slash at the end. Mobile and AMP pages keep their own addresses: their text differs.

    Raises:
        MalformedArticle: not an absolute http(s) address.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise _bad_url(url) from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not host:
        raise _bad_url(url)
    address = f"[{host}]" if ":" in host else host
    if port and port != _DEFAULT_PORTS[scheme]:
        address += f":{port}"
    named = parse_qsl(parts.query, keep_blank_values=True)
    kept = sorted((name, value) for name, value in named if not _TRACKING.fullmatch(name.lower()))
    return urlunsplit((scheme, address, parts.path.rstrip("/"), urlencode(kept), ""))


def article_id_for(url: str | None, publisher_id: str | None, text: str, *, source: str | None = None) -> str:
    """Sixteen hexadecimal digits that name the article for good.

    From the canonical URL, or else from the publisher's own id (within ``source``), or else from the text.

    Raises:
        MalformedArticle: ``url`` is no absolute http(s) address.
    """
    if url:
        key = f"url:{canonical_url(url)}"
    elif publisher_id:
        key = f"id:{(source or '').casefold()}:{publisher_id}"
    else:
        key = f"text:{text}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def content_hash(article: Article) -> str:
    """``<hash version>:<32 hexadecimal digits>`` over everything a reader could see change.

    Neither the address nor the stored version counts, so the same article under a tracking link is unchanged.
    """
    seen = [
        article.text,
        article.title,
        article.source,
        article.published_at,
        article.partial_date,
        article.place,
        article.agency,
        article.authors,
        article.language,
    ]
    digest = hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()
    return f"{CONTENT_HASH_VERSION}:{digest[:32]}"


def new_article(
    *,
    text: str,
    title: str = "",
    source: str | None = None,
    url: str | None = None,
    publisher_id: str | None = None,
    published_at: str | None = None,
    partial_date: str | None = None,
    place: str | None = None,
    agency: str | None = None,
    authors: tuple[str, ...] = (),
    language: str | None = None,
) -> Article:
    """An article with a normalised text, checked dates and its id, ready for ``Archive.add``.

    Raises:
        MalformedArticle: no text, an address that is none, or a date that is none.
    """
    normal = normal_text(text)
    where = _line(url) or _line(title) or _line(publisher_id) or "without title or address"
    if not normal:
        raise MalformedArticle(
            f"The article {where} has no text.", hint="Give its text in a field text, content or body."
        )
    named = _line(source)
    return Article(
        article_id=article_id_for(_line(url), _line(publisher_id), normal, source=named),
        text=normal,
        title=_line(title) or "",
        source=named,
        url=_line(url),
        published_at=utc_time(published_at, where) if published_at else None,
        partial_date=_partial_day(partial_date, where) if partial_date else None,
        place=_line(place),
        agency=_line(agency),
        authors=tuple(name for name in map(_line, authors) if name),
        language=_line(language),
    )


def normal_text(text: str) -> str:
    """NFC, ``\\n`` line ends, no spaces at line ends, no control or zero-width characters, nothing around it."""
    lines = _LINE_ENDS.sub("\n", _CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", _LONE_SURROGATES.sub("\ufffd", lines)).strip()


def utc_time(text: str, where: str) -> str:
    """``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SSZ`` from any ISO 8601 day or time; a time without offset is UTC.

    Args:
        text: an ISO 8601 day or time.
        where: names the article in the error.

    Raises:
        MalformedArticle: not such a date.
    """
    try:
        stripped = text.strip()
        if len(stripped) == len("2020-02-28"):
            return date.fromisoformat(stripped).isoformat()
        moment = datetime.fromisoformat(stripped)
    except ValueError as error:
        raise MalformedArticle(
            f"{text!r} of the article {where} is no date.",
            hint="Write published_at as 2020-02-28 or 2020-02-28T09:30:00Z.",
        ) from error
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.strftime("%Y-%m-%dT%H:%M:%SZ")


def _partial_day(text: str, where: str) -> str:
    try:
        if not _PARTIAL.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(f"2000-{text[2:]}")  # a leap year: --02-29 is a day
    except ValueError as error:
        raise MalformedArticle(
            f"{text!r} of the article {where} is no partial date.", hint="Write it as --MM-DD."
        ) from error
    return text


def _line(text: str | None) -> str | None:
    return " ".join(normal_text(text).split()) or None if text else None


def _bad_url(url: str) -> MalformedArticle:
    return MalformedArticle(f"{url!r} is no web address.", hint="Give an absolute address with http:// or https://.")
