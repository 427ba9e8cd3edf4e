"""Lines of a JSONL file, one at a time, whatever the file's size."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_BLOCK = 1 << 20


class Line(NamedTuple):
    """One line that is not blank. ``text`` is None when it cannot be read; ``why`` then completes "the line …"."""

    number: int
    text: str | None
    why: str = ""


def read_lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """Lines of UTF-8 (or, with a byte order mark, UTF-16) text; memory holds one line of at most ``limit`` bytes."""
    stream = _as_utf8(stream)
    number = 0
    while raw := stream.readline(limit + 1):
        number += 1
        if len(raw) > limit and not raw.endswith(b"\n"):
            _skip_line(stream)
            yield Line(number, None, f"is longer than the {limit / 1_000_000:g} MB allowed for one article")
        elif raw.strip():
            yield _decoded(number, raw)


def count_lines(stream: BinaryIO) -> int:
    """How many lines there are, blank ones included, at the price of reading the bytes once."""
    count, last = 0, b"\n"
    while block := stream.read(_BLOCK):
        count += block.count(b"\n")
        last = block[-1:]
    return count + (last != b"\n")


def _decoded(number: int, raw: bytes) -> Line:
    if number == 1:
        raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return Line(number, raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Line(number, None, f"is not UTF-8 (byte 0x{raw[error.start]:02x})")


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_BLOCK)) and not rest.endswith(b"\n"):
        pass


def _as_utf8(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or a recoding of it when it begins with a UTF-16 mark."""
    head = stream.read(2)
    stream.seek(0)
    if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return codecs.EncodedFile(stream, "utf-8", "utf-16")
    return stream
