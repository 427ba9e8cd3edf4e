"""``.txt``: wire copy as it came, everything to be read from the text itself."""

from __future__ import annotations

from ingest.draft import Draft, Read
from ingest.encoding import Decoded, decode


def read_text(name: str, raw: bytes, url: str | None = None) -> Read:
    """The one article of a text file.

    Raises:
        UnreadableSource: empty, binary or mis-encoded.
    """
    decoded = decode(raw, name)
    return Read(name, Draft(decoded.text, url=url), encoding_doubts(decoded))


def encoding_doubts(decoded: Decoded) -> tuple[str, ...]:
    """An encoding that had to be guessed is worth a look."""
    return (f"does not say how it is encoded and was read as {decoded.encoding}",) if decoded.guessed else ()
