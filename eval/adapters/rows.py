"""Reading the rows of other tools' files: JSON, JSON Lines, plain or gzipped, with faults named."""

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from app.errors import EvalError, reason
from eval.cases import Case

Row = Mapping[str, Any]


def read_text(path: Path) -> str:
    """The UTF-8 text of a file, gzipped or not.

    Raises:
        EvalError: missing, unreadable or not UTF-8; names the file.
    """
    try:
        raw = path.read_bytes()
        return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise EvalError(
            f"{path} cannot be read: {reason(error)}.", hint="Give a UTF-8 file, plain or gzipped."
        ) from error


def read_rows(path: Path, *, under: str | None = None) -> list[Row]:
    """The objects of a JSON array, of the list under the key ``under``, or of JSON Lines.

    Raises:
        EvalError: neither; names the file and, for JSON Lines, the line.
    """
    text = read_text(path)
    try:
        whole = json.loads(text)
    except ValueError:
        return [_parse_line(line, f"{path.name}:{n}") for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if under and isinstance(whole, dict) and isinstance(whole.get(under), list):
        whole = whole[under]
    rows = whole if isinstance(whole, list) else [whole]
    if not all(isinstance(row, dict) for row in rows):
        raise EvalError(f"{path.name} is JSON but holds no list of objects.", hint="See `dateline eval import --help`.")
    return rows


def cases_from(rows: Sequence[Row], read: Callable[[Row, int], Case], name: str) -> list[Case]:
    """Each row as a case, by ``read(row, number)``; numbers start at 1.

    Raises:
        EvalError: a field is missing or does not fit; names the file and the row.
    """
    cases = []
    for number, row in enumerate(rows, start=1):
        try:
            cases.append(read(row, number))
        except KeyError as error:
            raise EvalError(
                f"{name}, row {number}: the field {error} is missing; it has {', '.join(row) or 'none'}.",
                hint="Is --format the one this file is in?",
            ) from error
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(str(part) for part in fault["loc"])
            raise EvalError(f"{name}, row {number}: {where}: {fault['msg']}.", hint="Correct the row.") from error
    return cases


def _parse_line(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise EvalError(f"{where}: not JSON: {error}.", hint="Each line must be one JSON object.") from error
    if not isinstance(row, dict):
        raise EvalError(f"{where}: expected a JSON object.", hint="Each line must be one JSON object.")
    return row
