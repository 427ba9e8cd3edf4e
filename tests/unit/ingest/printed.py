"""Days anywhere in a text, where the project itself looks in headers and openings only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.printed_days import DAY_PATTERN, PrintedDay, read_match

_PRINTED = re.compile(rf"(?<![\w./-]){DAY_PATTERN}", re.IGNORECASE)


def find_days(text: str) -> Iterator[PrintedDay]:
    """Every readable day of the text, in order."""
    return (day for match in _PRINTED.finditer(text) if (day := read_match(match)))
