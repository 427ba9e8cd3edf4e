"""From what was asked for to the files and addresses behind it."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import UnreadableSource
from ingest.files import open_bytes
from ingest.json_lines import count_lines
from ingest.plan import Planned, PlannedFile, PlannedUrl, format_of, is_url, unknown_format
from ingest.report import Failure

_COUNTED_GZ_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Listing:
    """What will be read, in order; what could not be found; how many files of folders hold no article format."""

    planned: tuple[Planned, ...]
    failures: tuple[Failure, ...]
    ignored: int


def list_sources(sources: Sequence[str]) -> Listing:
    """Folders (recursively, by name, hidden files apart) and globs expanded; each file once."""
    planned: dict[str, Planned] = {}
    failures: list[Failure] = []
    ignored = 0
    for source in sources:
        if is_url(source):
            planned.setdefault(source, PlannedUrl(source))
            continue
        paths, explicit = _expand(source)
        if not paths and explicit:
            failures.append(Failure.of(source, UnreadableSource(f"{source} does not exist.", hint="Check the path.")))
        for path in paths:
            kind = format_of(path.name)
            if kind is not None:
                planned.setdefault(os.path.realpath(path), PlannedFile(path, kind))
            elif explicit:
                failures.append(Failure.of(str(path), unknown_format(str(path))))
            else:
                ignored += 1
    return Listing(tuple(planned.values()), tuple(failures), ignored)


def count_articles(planned: Sequence[Planned]) -> int | None:
    """How many articles the files hold: lines of ``.jsonl``, else one each. None when only reading will tell."""
    total = 0
    for item in planned:
        if isinstance(item, PlannedUrl) or item.format in ("csv", "feed"):
            return None
        if item.format != "jsonl":
            total += 1
            continue
        lines = _lines_of(item.path)
        if lines is None:
            return None
        total += lines
    return total


def _lines_of(path: Path) -> int | None:
    try:
        if path.suffix.lower() == ".gz" and path.stat().st_size > _COUNTED_GZ_BYTES:
            return None
        with open_bytes(path) as stream:
            return count_lines(stream)
    except (UnreadableSource, OSError):
        return None  # reading it will say why


def _expand(source: str) -> tuple[list[Path], bool]:
    """The files behind a path or pattern, and whether the caller named them rather than their folder."""
    path = Path(source).expanduser()
    if path.is_dir():
        return list(_files_below(path)), False
    if path.exists():
        return [path], True
    found = sorted(Path(match) for match in glob.glob(str(path), recursive=True))
    files = [match for match in found if match.is_file()]
    below = [file for match in found if match.is_dir() for file in _files_below(match)]
    return [*files, *below], not (files or below)


def _files_below(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith("."))
