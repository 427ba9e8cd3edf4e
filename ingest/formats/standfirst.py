"""The standfirst of a web page: the line under its title, which text extraction tends to take for part of the frame."""

from __future__ import annotations

import re

from lxml import etree, html  # type: ignore[import-untyped]  # lxml ships no types

_NAMES = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|sub-?(?:title|head|headline|heading)|lead|lede|deck?|strapline|intro|summary|teaser|"
    r"kicker)(?:$|[\s_-])"
)
_LONGEST_WORDS = 60


def read_standfirst(raw: bytes) -> str | None:
    """The words of the element that the page marks as its standfirst, if it stands close behind the first ``<h1>``."""
    try:
        tree = html.fromstring(raw)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    for element in tree.xpath("(//h1)[1]/following::*[self::p or self::h2 or self::h3 or self::div][position() <= 6]"):
        words = " ".join(str(element.text_content()).split())
        if _is_marked(element) and 0 < len(words.split()) <= _LONGEST_WORDS:
            return words
    return None


def _is_marked(element: html.HtmlElement) -> bool:
    if element.get("itemprop") in ("description", "alternativeHeadline"):
        return True
    return bool(_NAMES.search((element.get("class") or "").lower()))
