"""Plain text to paragraphs and back. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\f\v]")
_WIDEST_WRAP = 100
_SENTENCE_END = re.compile(r"""[.!?…:;]["'”’)\]»]*$""")


def split_paragraphs(text: str) -> list[str]:
    """Paragraphs in order, none empty.

    Blank lines separate paragraphs. Within such a block, lines of a hard-wrapped text are joined by a space; any other
    line break ends a paragraph too, so that a file without blank lines is not one long paragraph.
    """
    blocks = _BLANK_LINES.split(_LINE_ENDS.sub("\n", text))
    return [paragraph for block in blocks for paragraph in _split_block(block)]


def join_paragraphs(paragraphs: Sequence[str]) -> str:
    """One text, a blank line between paragraphs."""
    return "\n\n".join(paragraphs)


def flat(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def _split_block(block: str) -> list[str]:
    lines = [line.strip() for line in block.split("\n")]
    lines = [line for line in lines if line]
    return [" ".join(lines)] if _is_wrapped(lines) else lines


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether all lines but the last are about equally full and most of them stop in mid-sentence."""
    if len(lines) < 2:
        return False
    *full, _ = lines
    widest = max(map(len, lines))
    if widest > _WIDEST_WRAP or widest < 40 or min(map(len, full)) < 0.6 * widest:
        return False
    return sum(1 for line in full if not _SENTENCE_END.search(line)) * 2 > len(full)
