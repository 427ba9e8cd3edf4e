"""Text on its way into Slack and out of it: escaping, links, markers, cutting to length.

Slack reads two dialects: its own *mrkdwn* in blocks, and Markdown in streamed text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_MARKER = re.compile(r"\[(\d+)\]")
_MARKDOWN_SIGNS = re.compile(r"([\\`*_~\[\]])")
_ADDRESSED = re.compile(r"<[@!#][^>|]*(?:\|([^>]*))?>")
_LINK = re.compile(r"<((?:https?|mailto):[^>|]*)(?:\|([^>]*))?>")
_LABEL_CHARS = 150
_URL_CHARS = 1_000
_ENTITY = re.compile(r"&\w{0,4}$")


def plain(message: str) -> str:
    """What a person wrote, without Slack's markup: mentions left out, links by their label or address."""
    text = _LINK.sub(lambda link: link[2] or link[1], message)
    text = _ADDRESSED.sub(lambda name: name[1] or "", text)
    return " ".join(html.unescape(text).split())


def escaped(text: str) -> str:
    """Text that mrkdwn shows as it is: a name like ``<!channel>`` calls nobody."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(label: str, url: str | None) -> str:
    """A mrkdwn link; the label alone without a URL, or with one that is too long for a line."""
    shown = escaped(shortened(label, _LABEL_CHARS))
    return f"<{_address(url)}|{shown.replace('|', '¦')}>" if url and len(url) <= _URL_CHARS else shown


def with_links(text: str, links: Mapping[int, str | None]) -> str:
    """mrkdwn in which each known marker ``[n]`` is a link."""
    return _MARKER.sub(lambda mark: link(mark[0], links.get(int(mark[1]))), escaped(text))


def markdown_with_links(text: str, links: Mapping[int, str | None]) -> str:
    """Markdown in which each known marker ``[n]`` is a link, everything else as it is."""
    told, end = "", 0
    for mark in _MARKER.finditer(text):
        url = links.get(int(mark[1]))
        label = _as_it_is(mark[0])
        told += _as_it_is(text[end : mark.start()]) + (f"[{label}]({_address(url)})" if url else label)
        end = mark.end()
    return told + _as_it_is(text[end:])


def pieces(text: str, longest: int) -> list[str]:
    """The text cut at lines, else at spaces, else anywhere but within an entity; no piece is empty."""
    left, cut = text.strip(), []
    while len(left) > longest:
        place = max(left.rfind("\n", longest // 2, longest), left.rfind(" ", longest // 2, longest))
        if place < 0:
            place = len(_ENTITY.sub("", left[:longest])) or longest
        cut.append(left[:place].strip())
        left = left[place:].strip()
    return [*cut, left] if left else cut


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word and ended by "…" when it is longer."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head[: head.rfind(" ")] if " " in head[longest // 2 :] else head) + "…"


def _as_it_is(text: str) -> str:
    return escaped(_MARKDOWN_SIGNS.sub(r"\\\1", text))


def _address(url: str) -> str:
    """A URL that can end neither a link's address nor the link."""
    return url.translate({ord("|"): "%7C", ord(">"): "%3E", ord("<"): "%3C", ord(" "): "%20", ord(")"): "%29"})
