"""axe-core, fetched once from the npm registry into a cache folder."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

PACKAGE = "axe-core@4.11.0"
GRAVE = {"serious", "critical"}


def axe_script(cache: Path) -> str:
    """The library's source; skips the test, with the reason, where it cannot be fetched."""
    script = cache / "package" / "axe.min.js"
    if not script.exists():
        _fetch(cache)
    return script.read_text(encoding="utf-8")


def grave_findings(page: Page, script: str) -> list[str]:
    """Rule, reason and elements of every serious finding on the page as it stands."""
    page.evaluate(script)
    result: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{found['id']}: {found['help']} {[node['html'][:160] for node in found['nodes']]}"
        for found in result["violations"]
        if found["impact"] in GRAVE
    ]


def _fetch(cache: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm here to fetch axe-core with")
    fetched = subprocess.run(  # noqa: S603
        [npm, "pack", PACKAGE, "--silent"], cwd=cache, capture_output=True, text=True, timeout=60, check=False
    )
    if fetched.returncode:
        pytest.skip(f"{PACKAGE} cannot be fetched: {fetched.stderr.strip()[-200:]}")
    with tarfile.open(cache / fetched.stdout.strip()) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        (cache / "package").mkdir(exist_ok=True)
        (cache / "package" / "axe.min.js").write_bytes(script.read())
