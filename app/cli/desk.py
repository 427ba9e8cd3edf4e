"""The archive for one command: a running server's when there is one, else opened here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from app.client import RemoteDateline
from app.dateline import Desk
from app.settings import Settings

_ADDRESS_FILE = "server.json"


@contextmanager
def open_desk(settings: Settings) -> Iterator[Desk]:
    """Whatever can answer for this archive.

    Raises:
        ArchiveLocked: another process that is not a server holds the archive.
    """
    address = running_server(settings.archive)
    if address:
        with RemoteDateline(address, settings.api_key) as remote:
            yield remote
        return
    from app.wiring import open_dateline  # noqa: PLC0415  # loads the model's libraries; a running server spares us that

    with open_dateline(settings) as dateline:
        yield dateline


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
