"""``.pdf``: the text layer of one article; what is printed around it is read as in wire copy."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from io import BytesIO

from app.errors import MalformedArticle, UnreadableSource
from ingest.draft import Draft, Read

_HYPHENATED = re.compile(r"(?<=[a-z])-$")
_ENDED = re.compile(r"""[.!?:]["'”’)\]»]*$""")
_FULL = 0.7
"""A line shorter than this share of its page's longest one ends a paragraph: a title, a byline, a last line."""


def read_pdf(name: str, raw: bytes, url: str | None = None) -> Read:
    """The one article of a file; the file's own title and date are left aside, as they are those of the typesetting.

    Raises:
        UnreadableSource: no PDF, damaged, or locked with a password.
        MalformedArticle: pictures of text only.
    """
    from pypdf import PdfReader  # noqa: PLC0415  # other formats do without it

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # what it could repair is of no use to the reader
    try:
        pages = [page.extract_text().splitlines() for page in PdfReader(BytesIO(raw)).pages]
    except Exception as error:  # a foreign parser may fail in any way on a hostile file; the run goes on
        raise UnreadableSource(
            f"{name} cannot be read as a PDF: {error}.", hint="Save it again without a password, or as text."
        ) from error
    text = "\n\n".join(_paragraphs([line.strip() for line in page if line.strip()]) for page in pages)
    if not text.strip():
        raise MalformedArticle(f"{name} holds no text, only pictures.", hint="Run text recognition (OCR) on it first.")
    return Read(name, Draft(text, url=url))


def _paragraphs(lines: Sequence[str]) -> str:
    """Lines joined where a sentence goes on; pages tell no paragraphs."""
    widest = max(map(len, lines), default=0)
    text = ""
    for line in lines:
        ends = _ENDED.search(line) or len(line) < _FULL * widest
        text += f"{line}\n\n" if ends else _HYPHENATED.sub("", line) if _HYPHENATED.search(line) else f"{line} "
    return text
