"""``.docx``: the text of a Word document; what is printed around it is read as in wire copy."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from app.errors import MalformedArticle, UnreadableSource
from ingest.draft import Draft, Read
from ingest.files import too_large
from ingest.formats.fragments import html_to_text

_TITLE = re.compile(r"<h1>(?P<words>.*?)</h1>", re.DOTALL)
_NOTE_MARK = re.compile(r'<a href="#(?:foot|end)note[^>]*>[^<]*</a>')
_STYLES = "p[style-name='Title'] => h1:fresh"


def read_docx(name: str, raw: bytes, limit: int, url: str | None = None) -> Read:
    """The one article of a document: tracked changes as if accepted, comments and pictures left out.

    A paragraph in the style Title or Heading 1 that opens it is the title. The file's own author and dates are left
    aside, as they are often those of a template.

    Args:
        limit: most bytes of its text after decompression.

    Raises:
        UnreadableSource: no Word document, damaged, locked with a password, or too large.
        MalformedArticle: no text in it.
    """
    from mammoth import convert_to_html  # type: ignore[import-untyped]  # noqa: PLC0415  # other formats do without it
    from mammoth.images import img_element  # type: ignore[import-untyped]  # noqa: PLC0415

    _check_size(name, raw, limit)
    try:
        page = convert_to_html(BytesIO(raw), style_map=_STYLES, convert_image=img_element(lambda _: {})).value
    except Exception as error:  # a foreign parser may fail in any way on a hostile file; the run goes on
        raise _unreadable(name, str(error)) from error
    page = _NOTE_MARK.sub("", page)
    title = _TITLE.match(page)
    text = html_to_text(page[title.end() if title else 0 :])
    if not text:
        raise MalformedArticle(f"{name} holds no text.", hint="Write the article below its title.")
    return Read(name, Draft(text, title=html_to_text(title["words"]) if title else "", url=url))


def _check_size(name: str, raw: bytes, limit: int) -> None:
    try:
        with ZipFile(BytesIO(raw)) as parts:
            size = sum(part.file_size for part in parts.infolist() if part.filename.endswith(".xml"))
    except BadZipFile as error:
        raise _unreadable(name, "it is none, or locked with a password") from error
    if size > limit:
        raise too_large(name, limit)


def _unreadable(name: str, why: str) -> UnreadableSource:
    return UnreadableSource(
        f"{name} cannot be read as a Word document: {why}.",
        hint="Save it again as .docx without a password, or as text.",
    )
