"""Bytes to text, or a clear refusal. Pure."""

from __future__ import annotations

import codecs
import unicodedata
from typing import NamedTuple

from charset_normalizer import from_bytes

from app.errors import UnreadableSource

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ["cp1252", "cp1251", "cp1250", "cp1254", "cp1256", "koi8_r", "gb18030", "big5", "shift_jis", "euc_kr"]
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_FRENCH = frozenset("àâæçèéêëîïôœùûüÿÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ")
_SNIFFED = 65_536
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"SQLite f")


class Decoded(NamedTuple):
    """A text and how it was read; ``guessed`` marks an encoding that nothing declared."""

    text: str
    encoding: str
    guessed: bool


def decode(raw: bytes, name: str) -> Decoded:
    """The text of a file of unknown encoding: byte order mark, UTF-8, UTF-16, then a legacy code page.

    Raises:
        UnreadableSource: empty, binary, or mostly but not entirely UTF-8.
    """
    if not raw.strip():
        raise UnreadableSource(f"{name} is empty.", hint="Give a file that holds an article.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return Decoded(_strict(raw[len(mark) :], encoding, name), encoding, guessed=False)
    wide = _wide_encoding(raw)
    if wide:
        return Decoded(_strict(raw, wide, name), wide, guessed=True)
    if is_binary(raw):
        raise UnreadableSource(f"{name} is binary, not text.", hint="Convert it to text, Markdown, HTML or JSON first.")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError as error:
        return _decode_legacy(raw, name, error)


def is_binary(raw: bytes) -> bool:
    """Whether the beginning holds a known signature, a NUL, or more than one control byte in a hundred."""
    head = raw[:_SNIFFED]
    if head.startswith(_MAGIC) or b"\x00" in head:
        return True
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return controls * 100 > len(head)


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL in every other byte of Western text."""
    head = raw[: _SNIFFED - _SNIFFED % 2]
    if len(head) < 4 or len(raw) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd * 10 > 4 * len(head) and not even:
        return "utf-16-le"
    if even * 10 > 4 * len(head) and not odd:
        return "utf-16-be"
    return None


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            f"{name} is declared {encoding.upper()} but byte {error.start} is not.", hint="Save it as UTF-8."
        ) from error


def _decode_legacy(raw: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    if _mostly_utf8(raw):
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableSource(
            f"{name} is damaged UTF-8: line {line} holds the byte 0x{raw[error.start]:02x}.",
            hint="Save it again as UTF-8.",
        ) from error
    best = from_bytes(raw[: 4 * _SNIFFED], cp_isolation=_LEGACY, language_threshold=0.0).best()
    if best is None:
        raise UnreadableSource(
            f"{name} is in no encoding that could be recognised.", hint="Save it as UTF-8."
        ) from error
    encoding = "cp1252" if _only_western(raw) else best.encoding
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as failed:
        raise UnreadableSource(f"{name} mixes encodings.", hint="Save it as UTF-8.") from failed
    return Decoded(text, encoding, guessed=True)


def _mostly_utf8(raw: bytes) -> bool:
    """More valid multi-byte sequences than damage: a UTF-8 file gone wrong, not a code page."""
    text = raw[: 4 * _SNIFFED].decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    valid = sum(1 for letter in text if letter > "\x7f" and letter != "\ufffd")
    return valid > damaged


def _only_western(raw: bytes) -> bool:
    """Read as cp1252, accented letters are French ones, or Latin and at most one letter in ten.

    Czech or Polish has more of them, and others than French; Cyrillic has hardly anything else.
    """
    text = raw[: 4 * _SNIFFED].decode("cp1252", errors="replace")
    accented = [letter for letter in text if letter > "\x7f" and letter.isalpha()]
    signs = {letter for letter in text if letter > "\x7f" and not letter.isalpha()}
    return (
        (len(accented) * 10 <= sum(map(str.isalpha, text)) or _FRENCH.issuperset(accented))
        and all("LATIN" in unicodedata.name(letter, "") for letter in accented)
        and all(unicodedata.category(sign)[0] in "PZ" or sign in "£€°§©®½¼¾" for sign in signs)
    )
