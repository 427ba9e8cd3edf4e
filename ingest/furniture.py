"""Page furniture: lines of a page that belong to its frame, not to the report. Pure.

Only whole paragraphs are ever left out, and only those that read like a known piece of furniture from end to end or
repeat an earlier paragraph word for word: a sentence of reporting that mentions Twitter or a newsletter stays. What
could be a heading as well ("Video", "Facebook") goes only in the company of other furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from ingest.furniture_patterns import ALONE, IN_COMPANY, LINK_LABELS

_ALONE = re.compile("|".join(f"(?:{line})" for line in ALONE), re.IGNORECASE)
_IN_COMPANY = re.compile("|".join(f"(?:{line})" for line in IN_COMPANY), re.IGNORECASE)
_LINK = re.compile(rf"(?:{'|'.join(LINK_LABELS)})\s*[:|»>–—-]+\s*\S.*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"""[.!…]["'”’)\]]*$""")
_AROUND = "*#>»→▶•·|/: \t\u00a0"
_LONGEST = 400
_LONGEST_LINK_WORDS = 25
_SHORTEST_REPEATED_WORDS = 12
_LONE_RUN = 3


def without_furniture(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs without page furniture and repetitions; all of them when nothing else would be left."""
    kept: list[str] = []
    for likely, run in groupby(paragraphs, key=lambda line: is_furniture(line) or _could_be_furniture(line)):
        lines = list(run)
        if not (likely and (len(lines) >= _LONE_RUN or any(map(is_furniture, lines)))):
            kept += lines
    return _without_repetitions(kept) or list(paragraphs)


def is_furniture(paragraph: str) -> bool:
    """Whether the whole paragraph belongs to the page's frame, whatever stands around it."""
    if len(paragraph) > _LONGEST:
        return False
    line = paragraph.strip(_AROUND)
    return not line or bool(_ALONE.fullmatch(line.rstrip(".!…"))) or _is_link(line)


def _could_be_furniture(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST and bool(_IN_COMPANY.fullmatch(paragraph.strip(_AROUND)))


def _is_link(line: str) -> bool:
    """ "Read also: <a headline>": a pointer to another story, not a sentence."""
    if not _LINK.match(line) or _SENTENCE_END.search(line):
        return False
    return len(line.split()) <= _LONGEST_LINK_WORDS


def _without_repetitions(paragraphs: Sequence[str]) -> list[str]:
    """The first of each longer paragraph; of short ones only immediate repetitions go, for tables repeat them."""
    seen: Counter[str] = Counter()
    kept: list[str] = []
    for paragraph in paragraphs:
        long = len(paragraph.split()) >= _SHORTEST_REPEATED_WORDS
        if (long and seen[paragraph]) or (kept and kept[-1] == paragraph and not paragraph[-1:].isdigit()):
            continue
        seen[paragraph] += 1
        kept.append(paragraph)
    return kept
