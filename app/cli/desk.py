"""The archive for one command: a running server's when there is one, else opened here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from app.archive.database import DATABASE_FILE
from app.client import RemoteDateline
from app.dateline import Desk
from app.errors import ArchiveNotFound
from app.settings import Settings

_ADDRESS_FILE = "server.json"


@contextmanager
def open_desk(settings: Settings, *, make: bool = False) -> Iterator[Desk]:
    """Whatever can answer for this archive; with ``make``, one is made where there is none.

    Raises:
        ArchiveNotFound: there is none.
        ArchiveLocked: another process that is not a server holds the archive.
    """
    address = running_server(settings.archive)
    if address:
        with RemoteDateline(address, settings.api_key) as remote:
            yield remote
        return
    if not make:
        require_archive(settings.archive)
    from app.wiring import open_dateline  # noqa: PLC0415  # loads the model's libraries; a running server spares us that

    with open_dateline(settings) as dateline:
        yield dateline


def require_archive(folder: Path) -> None:
    """Tell a mistyped folder from an archive before one is made there.

    Raises:
        ArchiveNotFound: the folder holds no archive.
    """
    if not (folder / DATABASE_FILE).exists():
        raise ArchiveNotFound(
            f"There is no archive in the folder {folder}.",
            hint="Fill one with `dateline ingest FOLDER`, or name yours with --archive or DATELINE_ARCHIVE.",
        )


def running_server(archive: Path) -> str | None:
    """Base URL of the server that has this archive open; None when there is none or it died."""
    try:
        address = str(json.loads((archive / _ADDRESS_FILE).read_text(encoding="utf-8"))["url"])
    except (OSError, ValueError, KeyError):
        return None
    try:
        alive = httpx.get(f"{address}/healthz", timeout=2.0).is_success
    except httpx.HTTPError:
        return None
    return address if alive else None


@contextmanager
def announced(archive: Path, url: str) -> Iterator[None]:
    """Leave the server's address in the archive while it runs."""
    path = archive / _ADDRESS_FILE
    archive.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"url": url}), encoding="utf-8")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
