"""What ``dateline doctor`` examines: the machine, the embedding model, the archive."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.archive.archive import Archive
from app.embeddings import open_embedder
from app.embeddings.protocol import Embedder
from app.errors import ArchiveLocked, DatelineError
from app.settings import Settings

_ENOUGH_DISK_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined; ``message`` says what was found and, when not ``ok``, what to do."""

    subject: str
    ok: bool
    message: str


def examine(settings: Settings) -> Iterator[Finding]:
    """Everything that decides whether Dateline works here, in the order in which it would fail."""
    yield Finding("python", True, f"{platform.python_version()} on {platform.machine()}")
    yield _disk(settings.archive)
    if settings.slack_tokens_given:
        yield slack_finding(settings)
    try:
        embedder = open_embedder(
            settings.embedding_model,
            backend=settings.embedding_backend,
            cache_folder=settings.model_cache.expanduser(),
        )
    except DatelineError as error:
        yield Finding("embedding model", False, str(error))
        return
    yield Finding("embedding model", True, f"{embedder.name}, weights {embedder.fingerprint}, {embedder.dimension}-d")
    yield Finding("embedding backend", True, f"{embedder.backend}: {embedder.reason}")
    yield _archive(settings, embedder)


def slack_finding(settings: Settings) -> Finding:
    """How Slack reaches this server; no token is sent anywhere."""
    ways = [
        way
        for way, given in (
            ("`dateline slack`", settings.slack_app_token),
            ("events at /slack/events", settings.slack_signing_secret),
        )
        if given
    ]
    if not ways:
        missing = "DATELINE_SLACK_APP_TOKEN for `dateline slack`, or DATELINE_SLACK_SIGNING_SECRET for events over HTTP"
        return Finding("slack", False, f"A token is set, but no way in: set {missing}.")
    links = settings.public_url or "the publishers' pages, as DATELINE_PUBLIC_URL is not set"
    return Finding("slack", True, f"{' and '.join(ways)}; links lead to {links}")


def _disk(folder: Path) -> Finding:
    existing = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    hint = "" if free >= _ENOUGH_DISK_BYTES else " Free some space, or name another folder with DATELINE_ARCHIVE."
    return Finding("disk", not hint, f"{free / 1e9:.1f} GB free for {folder}.{hint}")


def _archive(settings: Settings, embedder: Embedder) -> Finding:
    if not settings.archive.exists():
        return Finding("archive", True, f"{settings.archive} is empty; fill it with `dateline ingest` or `make demo`.")
    try:
        with Archive.open(settings.archive, embedder, chroma_url=settings.chroma_url) as archive:
            status = archive.status()
    except ArchiveLocked as error:
        return Finding("archive", True, f"in use: {error}")
    except DatelineError as error:
        return Finding("archive", False, str(error))
    counts = f"{status.articles} articles, {status.chunks} chunks, {status.vectors} vectors, {status.words} in words"
    return Finding("archive", status.in_step, f"{counts}; {'in step' if status.in_step else 'run `dateline reindex`'}")
