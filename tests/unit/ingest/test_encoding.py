from __future__ import annotations

import pytest

from app.errors import UnreadableSource
from ingest.encoding import decode

RUSSIAN = "МОСКВА, 28 февраля. Президенты обсудили выполнение соглашений по Идлибу, сообщил министр. " * 3
ACCENTED = "Près de 1 200 élèves ont été évacués à Orléans, a déclaré le préfet."
CZECH = "Při výbuchu v dole zemřelo třináct horníků, řekl ředitel těžební společnosti. Příčina není známá. " * 3
FRENCH = "Le ministre a déclaré vendredi que la province restait « calme » après les combats de l’automne. " * 3


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (RUSSIAN.encode("utf-8"), RUSSIAN),
        (b"\xef\xbb\xbf" + RUSSIAN.encode("utf-8"), RUSSIAN),
        (RUSSIAN.encode("utf-16"), RUSSIAN),
        (FRENCH.encode("utf-16-be"), FRENCH),
        (RUSSIAN.encode("utf-32"), RUSSIAN),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (FRENCH.encode("cp1252"), FRENCH),
        (ACCENTED.encode("cp1252"), ACCENTED),
        (CZECH.encode("cp1250"), CZECH),
        (
            "Syria’s army said – on Friday – that 40 posts stood.".encode("cp1252"),
            "Syria’s army said – on Friday – that 40 posts stood.",
        ),
    ],
    ids=[
        "utf-8",
        "utf-8-mark",
        "utf-16-mark",
        "utf-16-be",
        "utf-32-mark",
        "cp1251",
        "cp1252",
        "short-french",
        "czech",
        "few-signs",
    ],
)
def test_text_in_usual_encodings_is_read(raw: bytes, expected: str) -> None:
    """What an editor could have saved comes out as it was typed."""
    assert decode(raw, "a.txt").text == expected


def test_an_undeclared_encoding_is_marked_as_guessed() -> None:
    """UTF-8 is certain; a code page is a guess that the report mentions."""
    assert not decode(RUSSIAN.encode(), "a.txt").guessed
    assert decode(RUSSIAN.encode("cp1251"), "a.txt").guessed


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "a.txt is empty"),
        (b" \n\t\n", "a.txt is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a.txt is binary"),
        (b"%PDF-1.7 text text text", "a.txt is binary"),
        (bytes(range(1, 32)) * 20, "a.txt is binary"),
        (b"first line\n" + RUSSIAN.encode()[:-5] + b"\xff rest", "damaged UTF-8: line 2"),
        (b"\xff\xfea", "is declared UTF-16-LE"),
    ],
    ids=["empty", "blank", "png", "pdf", "controls", "damaged", "odd-utf-16"],
)
def test_what_is_no_text_is_refused_with_the_reason(raw: bytes, message: str) -> None:
    """One sentence names the file and what is wrong with it."""
    with pytest.raises(UnreadableSource, match=message) as caught:
        decode(raw, "a.txt")
    assert caught.value.hint
