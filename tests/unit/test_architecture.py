"""The shape of the code: who may import whom, and that importing does nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COMPOSERS = {"app/wiring.py"}


def imported_modules(path: Path) -> set[str]:
    """Every module that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def python_files(folder: str) -> list[Path]:
    """The modules of a package."""
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", python_files("app"), ids=lambda path: str(path.relative_to(ROOT)))
def test_app_imports_neither_ingest_nor_eval(path: Path) -> None:
    """Imports point inward; only the command line and the wiring compose all three."""
    name = path.relative_to(ROOT).as_posix()
    if name in COMPOSERS or name.startswith("app/cli/"):
        pytest.skip("composes all three")

    outward = {module for module in imported_modules(path) if module.split(".")[0] in {"ingest", "eval", "tests"}}

    assert not outward


@pytest.mark.parametrize("path", python_files("app") + python_files("ingest") + python_files("eval"), ids=str)
def test_only_settings_reads_the_environment(path: Path) -> None:
    """os.environ and os.getenv appear in no other module."""
    if path == ROOT / "app/settings.py":
        pytest.skip("the one place")
    names = {
        node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    }

    assert not names & {"environ", "getenv"}


@pytest.mark.parametrize("path", python_files("eval"), ids=lambda path: str(path.relative_to(ROOT)))
def test_eval_is_never_imported_whole(path: Path) -> None:
    """`import eval…` would hide the builtin."""
    whole = [
        alias.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.split(".")[0] == "eval"
    ]

    assert not whole


def test_help_loads_no_model_library() -> None:
    """`dateline --help` is quick: torch, chromadb and openvino stay out."""
    code = (
        "import sys, app.cli.commands\n"
        "heavy = {'torch', 'chromadb', 'openvino', 'transformers', 'sentence_transformers', 'trafilatura'}\n"
        "print(sorted((heavy | {'slack_bolt', 'aiohttp'}) & set(sys.modules)))"
    )

    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603

    assert printed.strip() == "[]"


def test_every_test_folder_is_a_package() -> None:
    """A folder without __init__.py can hide the package it mirrors."""
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}

    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]
