"""What a run was made of: code, archive, prompts, settings and versions, so that it can be repeated."""

import hashlib
import json
import platform
import re
import subprocess
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    from app.archive.archive import Archive
    from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
_PACKAGES = ("chromadb", "numpy", "openvino", "sentence-transformers", "tantivy", "torch", "langchain")
_SECRET = re.compile(r"key|token|secret|password|credential", re.IGNORECASE)
_PAGE = 1000


def commit() -> tuple[str | None, bool | None]:
    """The checkout's commit and whether tracked files differ from it; (None, None) outside a checkout."""
    head = _git("rev-parse", "HEAD")
    return (None, None) if head is None else (head, bool(_git("status", "--porcelain", "--untracked-files=no")))


def code_sha256() -> str:
    """Of every Python and prompt file an answer can depend on: changes when an uncommitted edit does."""
    files = [*(ROOT / "app").rglob("*.py"), *(ROOT / "prompts").glob("*.md")]
    return _sha256(f"{file.relative_to(ROOT)}\n{file.read_text(encoding='utf-8')}" for file in sorted(files))


def prompt_fingerprints() -> dict[str, str]:
    """SHA-256 of each prompt file by name."""
    return {file.stem: _sha256([file.read_text(encoding="utf-8")]) for file in sorted((ROOT / "prompts").glob("*.md"))}


def versions() -> dict[str, str]:
    """Python's version and those of the packages that shape an answer, as far as installed."""
    installed = {dist.metadata["Name"].lower(): dist.version for dist in metadata.distributions()}
    return {"python": platform.python_version()} | {p: installed[p] for p in _PACKAGES if p in installed}


def corpus_sha256(archive: "Archive") -> str:
    """Of the stored articles' ids, versions and texts, in an order of their own."""
    rows, offset = [], 0
    while page := archive.articles(limit=_PAGE, offset=offset):
        rows += [f"{a.article_id}\n{a.version}\n{a.published_at}\n{a.title}\n{a.text}" for a in page]
        offset += len(page)
    return _sha256(sorted(rows))


def public_settings(settings: "Settings") -> dict[str, Any]:
    """The settings without secrets, without passwords in URLs and without the folders of this machine.

    The archive's own folder is left out: its content says what was asked, wherever it lies.
    """
    told = settings.model_dump(mode="json", exclude={"archive"})
    return {name: _public(name, value) for name, value in told.items()}


def public_url(url: str) -> str:
    """The URL without user name, password and query."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def fingerprint(parts: Mapping[str, Any]) -> str:
    """Twelve characters that change with any part."""
    return _sha256([json.dumps(parts, sort_keys=True)])[:12]


def _public(name: str, value: Any) -> Any:
    if value is None or not isinstance(value, str):
        return value
    if _SECRET.search(name):
        return "(set)"
    if "://" in value:
        return public_url(value)
    return Path(value).name if Path(value).is_absolute() else value


def _sha256(texts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _git(*words: str) -> str | None:
    try:
        done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603, S607  # fixed words
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
