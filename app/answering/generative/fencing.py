"""Passages as a chat model gets to see them: numbered, fenced, and with nothing in them that could open a fence.

Article text is untrusted. Angle and square brackets become other signs, so that a text can close no fence, start no
chat turn and plant no marker; line breaks become spaces, so that no line can pose as a role; invisible characters go;
sentences that speak to a model instead of to a reader are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from app.answering.generative.instructions import for_readers
from app.models import Passage

_SIGNS = str.maketrans("<>[]{}【】〔〕［］＜＞", "‹›()()()()()‹›")
_RULES = re.compile(r"(?:[-=#*_`~]\s?){3,}")
_ATTRIBUTE_CHARS = 160


def fenced(passages: Sequence[Passage]) -> str:
    """One ``<passage number="…" …>`` for each, counted from 1."""
    return "\n".join(_fence(number, passage) for number, passage in enumerate(passages, start=1))


def neutral(text: str) -> str:
    """The text on one line, without signs that mean something to a chat model or to our markers."""
    plain = unicodedata.normalize("NFKC", text)
    visible = "".join(" " if sign.isspace() else sign for sign in plain if sign.isspace() or _is_visible(sign))
    return " ".join(_RULES.sub(" ", visible.translate(_SIGNS)).split())


def _fence(number: int, passage: Passage) -> str:
    told = {"source": passage.source, "date": (passage.published_at or "")[:10], "title": passage.title}
    attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in told.items() if value)
    return f'<passage number="{number}"{attributes}>\n{neutral(for_readers(passage.text))}\n</passage>'


def _attribute(value: str) -> str:
    return neutral(for_readers(value)).replace('"', "'")[:_ATTRIBUTE_CHARS]


def _is_visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] != "C"
