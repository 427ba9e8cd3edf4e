from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from app.errors import MalformedArticle, UnreadableSource
from ingest.draft import Draft
from ingest.formats.docx import read_docx

LIMIT = 1_000_000
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def document(body: str, notes: str = "") -> bytes:
    """A Word document of these paragraphs, as WordprocessingML."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as parts:
        relation = f'<Relationship Id="r1" Type="{_DOCUMENT}" Target="word/document.xml"/>'
        parts.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>')
        parts.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
        styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        parts.writestr("word/styles.xml", f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>')
        parts.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_WORD}">{notes}</w:footnotes>')
    return kept.getvalue()


def paragraph(inside: str, style: str = "") -> str:
    return f'<w:p><w:pPr>{f"""<w:pStyle w:val="{style}"/>""" if style else ""}</w:pPr>{inside}</w:p>'


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(raw: bytes) -> str:
    found = read_docx("a.docx", raw, LIMIT).found
    assert isinstance(found, Draft)
    return found.text


def test_the_titled_paragraph_is_the_title_and_the_rest_the_text() -> None:
    """Words split over runs are whole again; one paragraph, one paragraph."""
    raw = document(
        paragraph(words("Ferry stops"), "T")
        + paragraph(words("It carried 2") + words("29 people."))
        + paragraph(words("It is tied up."))
    )

    found = read_docx("a.docx", raw, LIMIT).found

    assert found == Draft("It carried 229 people.\n\nIt is tied up.", title="Ferry stops")


def test_tracked_changes_are_read_as_accepted() -> None:
    """What an editor struck out is not quoted; what was put in its place is."""
    struck = "<w:del><w:r><w:delText>230</w:delText></w:r></w:del>"

    assert (
        text_of(document(paragraph(words("It carried ") + struck + f"<w:ins>{words('229')}</w:ins>")))
        == "It carried 229"
    )


def test_a_note_leaves_no_mark_in_its_sentence() -> None:
    """ "[1]" would be taken for a citation; the note itself stays, as a paragraph."""
    note = f'<w:footnote w:id="2">{paragraph(words("The port says 230."))}</w:footnote>'
    raw = document(paragraph(words("It carried 229") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + words(".")), note)

    assert text_of(raw) == "It carried 229.\n\nThe port says 230."


@pytest.mark.parametrize("raw", [b"", b"PK", b"plain words", document("")[:-40]])
def test_what_is_no_document_is_refused(raw: bytes) -> None:
    """By name, with the next step."""
    with pytest.raises(UnreadableSource, match=r"a\.docx cannot be read as a Word document") as refused:
        read_docx("a.docx", raw, LIMIT)

    assert "without a password" in refused.value.hint


def test_a_document_without_words_holds_no_text() -> None:
    with pytest.raises(MalformedArticle, match="holds no text"):
        read_docx("a.docx", document(paragraph("")), LIMIT)


def test_a_document_that_unpacks_to_too_much_is_refused_unread() -> None:
    """A small file may hold a very large one."""
    with pytest.raises(UnreadableSource, match="larger than the 1 MB"):
        read_docx("a.docx", document(paragraph(words("x" * 2 * LIMIT))), LIMIT)
