from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from app.errors import MalformedArticle, UnreadableSource
from ingest.draft import Draft
from ingest.formats.pdf import read_pdf
from ingest.paragraphs import split_paragraphs

FONT = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}


def pdf(*pages: tuple[str, ...], locked: bool = False) -> bytes:
    """A file with these lines on each page."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(width=600, height=800)
        font = DictionaryObject({NameObject(name): NameObject(value) for name, value in FONT.items()})
        fonts = DictionaryObject({NameObject("/F"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(
            ("BT /F 12 Tf 14 TL 40 760 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET").encode()
        )
        page[NameObject("/Contents")] = writer._add_object(stream)
    if locked:
        writer.encrypt("word", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_the_lines_of_a_page_become_paragraphs() -> None:
    """A sentence goes on over line ends, hyphens of the typesetter vanish, titles and last lines stand alone."""
    found = read_pdf(
        "strike.pdf",
        pdf(
            (
                "Rail strike halts trains",
                "BELMORA, January 7, 2020. A strike by train drivers brought down traf-",
                "fic on Tuesday, the state railway said, and three trains in four stood",
                "still.",
                "The next talks are set for Friday. The ministry has offered a mediator.",
            ),
            ("Coaches were booked out.",),
        ),
    ).found

    assert isinstance(found, Draft)
    assert split_paragraphs(found.text) == [
        "Rail strike halts trains",
        "BELMORA, January 7, 2020. A strike by train drivers brought down traffic on Tuesday, the state railway said, "
        "and three trains in four stood still.",
        "The next talks are set for Friday. The ministry has offered a mediator.",
        "Coaches were booked out.",
    ]


@pytest.mark.parametrize(
    ("raw", "told"),
    [(b"%PDF-1.7 cut off", "cannot be read as a PDF"), (pdf(("Secret.",), locked=True), "cannot be read as a PDF")],
    ids=["damaged", "locked"],
)
def test_what_cannot_be_opened_is_told(raw: bytes, told: str) -> None:
    """With the name of the file."""
    with pytest.raises(UnreadableSource, match=rf"a\.pdf {told}"):
        read_pdf("a.pdf", raw)


def test_a_scan_is_told_apart() -> None:
    """It holds no text, so what helps is recognising it."""
    with pytest.raises(MalformedArticle, match=r"only pictures.*OCR"):
        read_pdf("a.pdf", pdf(()))
