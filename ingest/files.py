"""Local files as bytes, within limits; ``.gz`` is opened on the way."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from app.errors import UnreadableSource


@contextmanager
def open_bytes(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, decompressed when its name ends in ``.gz``.

    Raises:
        UnreadableSource: the file is missing, not a file, not readable, or its compression is damaged.
    """
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
            yield cast(BinaryIO, stream)
    except FileNotFoundError as error:
        raise UnreadableSource(f"{path} does not exist.", hint="Check the path.") from error
    except IsADirectoryError as error:
        raise UnreadableSource(f"{path} is a folder, not a file.", hint="Give the folder itself.") from error
    except PermissionError as error:
        raise UnreadableSource(f"{path} may not be read by this user.", hint="Change its permissions.") from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableSource(f"{path} is not whole gzip data.", hint="Compress or copy it again.") from error
    except OSError as error:
        raise UnreadableSource(f"{path} could not be read: {error.strerror}.", hint="Check the disk.") from error


def read_bytes(path: Path, limit: int) -> bytes:
    """The whole file, decompressed.

    Raises:
        UnreadableSource: as ``open_bytes``, or more than ``limit`` bytes.
    """
    with open_bytes(path) as stream:
        raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise too_large(str(path), limit)
    return raw


def too_large(name: str, limit: int) -> UnreadableSource:
    """The refusal of something beyond the limit (bytes)."""
    return UnreadableSource(
        f"{name} is larger than the {limit / 1_000_000:g} MB allowed for one article.",
        hint="Split it, write many articles as .jsonl or .csv (which stream), or raise DATELINE_MAX_UPLOAD_MB.",
    )


def unzipped(name: str, raw: bytes, limit: int) -> bytes:
    """Bytes in memory, decompressed when ``name`` ends in ``.gz``.

    Raises:
        UnreadableSource: damaged compression, or more than ``limit`` bytes.
    """
    if name.lower().endswith(".gz"):
        try:
            with gzip.open(BytesIO(raw)) as stream:
                raw = stream.read(limit + 1)
        except (EOFError, OSError, zlib.error) as error:
            raise UnreadableSource(f"{name} is not whole gzip data.", hint="Compress or copy it again.") from error
    if len(raw) > limit:
        raise too_large(name, limit)
    return raw
