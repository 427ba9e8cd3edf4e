"""Read and write datasets: JSON Lines of cases, every fault named with file and line."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from app.errors import EvalError, reason
from eval.cases import Case

SHIPPED = Path(__file__).parent / "datasets"


@dataclass(frozen=True, slots=True)
class Dataset:
    """Named cases; ``sha256`` is of their canonical form, so the same cases give the same hash from any format."""

    name: str
    cases: tuple[Case, ...]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(dump_cases(self.cases).encode()).hexdigest()

    def first(self, limit: int | None) -> "Dataset":
        """The first ``limit`` cases; all of them for None."""
        return self if limit is None else Dataset(self.name, self.cases[:limit])


class _Line(NamedTuple):
    number: int
    text: str


def load_dataset(path: Path) -> Dataset:
    """The dataset in a ``.jsonl`` file, named after it.

    Raises:
        EvalError: unreadable file, malformed line, unknown or missing field, wrong type, or a duplicate id or
            question; the message starts with ``file:line:``.
    """
    cases: list[Case] = []
    seen: dict[tuple[str, ...], int] = {}
    for line in _lines(path):
        case = _parse(line, path)
        for key in (("id", case.id), ("question", case.question, case.as_of or "", *case.conversation)):
            if key in seen:
                raise EvalError(
                    f"{path.name}:{line.number}: the {key[0]} {key[1]!r} is already on line {seen[key]}.",
                    hint="Remove one of the two lines or give it an id of its own.",
                )
            seen[key] = line.number
        cases.append(case)
    if not cases:
        raise EvalError(f"{path.name} holds no cases.", hint="A dataset has one JSON object a line.")
    return Dataset(path.name.removesuffix(".jsonl"), tuple(cases))


def dump_cases(cases: Iterable[Case]) -> str:
    """Canonical JSON Lines: fields in the order of the model, defaults left out."""
    rows = (case.model_dump(mode="json", exclude_defaults=True) for case in cases)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def shipped_names() -> Sequence[str]:
    """Names of the datasets that come with the project."""
    return sorted(path.name.removesuffix(".jsonl") for path in SHIPPED.glob("*.jsonl"))


def _lines(path: Path) -> Iterator[_Line]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(
            f"The dataset {path} cannot be read: {reason(error)}.",
            hint=f"Give a UTF-8 .jsonl file or one of: {', '.join(shipped_names())}.",
        ) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _Line(number, line)


def _parse(line: _Line, path: Path) -> Case:
    try:
        return Case.model_validate_json(line.text)
    except ValidationError as error:
        raise EvalError(
            f"{path.name}:{line.number}: {_reason(error.errors()[0])}.",
            hint=f"A case has the fields {', '.join(Case.model_fields)}.",
        ) from error


def _reason(fault: Any) -> str:
    """Pydantic's first finding as one clause; ``fault`` is its ErrorDetails."""
    where = ".".join(str(part) for part in fault["loc"]) or "the line"
    if fault["type"] == "extra_forbidden":
        return f'unknown field "{where}"'
    if fault["type"] == "missing":
        return f'the field "{where}" is missing'
    return f"{where}: {fault['msg'][:1].lower()}{fault['msg'][1:]}"
