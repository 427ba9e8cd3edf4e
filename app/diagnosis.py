"""What ``dateline doctor`` examines: the machine, the embedding model, the archive, the chat model."""

from __future__ import annotations

import platform
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.chat.langchain_model import open_langchain_model
from app.chat.protocol import Message
from app.cli.desk import running_server
from app.client import RemoteDateline
from app.embeddings.protocol import Embedder
from app.errors import ArchiveLocked, DatelineError
from app.settings import Settings
from app.wiring import chat_options, make_embedder, open_archive

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
        embedder = make_embedder(settings)
    except DatelineError as error:
        yield Finding("embedding model", False, str(error))
        return
    yield Finding("embedding model", True, f"{embedder.name}, weights {embedder.fingerprint}, {embedder.dimension}-d")
    yield Finding("embedding backend", True, f"{embedder.backend}: {embedder.reason}")
    yield _archive(settings, embedder)
    yield chat_model_finding(settings)


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


def chat_model_finding(settings: Settings) -> Finding:
    """Whether the chat model replies; it is asked for one word."""
    if not settings.chat_model_given:
        return Finding("chat model", True, "none; answers are written from verbatim sentences")
    try:
        model = open_langchain_model(chat_options(settings))
        started = time.perf_counter()
        reply = [
            piece for piece in model.stream([Message("user", "Reply with the word yes.")]) if isinstance(piece, str)
        ]
    except DatelineError as error:
        return Finding("chat model", False, str(error))
    if not reply:
        return Finding("chat model", False, f"{model.name} replied with nothing; look at the log of its server.")
    return Finding("chat model", True, f"{model.name} replied in {time.perf_counter() - started:.1f} s")


def _disk(folder: Path) -> Finding:
    existing = next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    hint = "" if free >= _ENOUGH_DISK_BYTES else " Free some space, or name another folder with DATELINE_ARCHIVE."
    return Finding("disk", not hint, f"{free / 1e9:.1f} GB free for {folder}.{hint}")


def _archive(settings: Settings, embedder: Embedder) -> Finding:
    if not settings.archive.exists():
        return Finding("archive", True, f"{settings.archive} is empty; fill it with `dateline ingest` or `make demo`.")
    address = running_server(settings.archive)
    try:
        if address:
            with RemoteDateline(address, settings.api_key) as server:
                status = server.status()
        else:
            with open_archive(settings, embedder) as archive:
                status = archive.status()
    except ArchiveLocked as error:
        return Finding("archive", True, f"in use: {error}")
    except DatelineError as error:
        return Finding("archive", False, str(error))
    served = f"served at {address}: " if address else ""
    counts = f"{status.articles} articles, {status.chunks} chunks, {status.vectors} vectors, {status.words} in words"
    return Finding(
        "archive", status.in_step, f"{served}{counts}; {'in step' if status.in_step else 'run `dateline reindex`'}"
    )
