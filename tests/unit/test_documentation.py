"""What the README and .env.example promise exists."""

import re
from pathlib import Path

import pytest
import typer.main

from app.cli.commands import app as command_line
from app.settings import Settings

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = {f"DATELINE_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("document", ["README.md", ".env.example", "CONTRIBUTING.md"])
def test_named_settings_exist(document: str) -> None:
    """No document names a setting that is not there."""
    named = set(re.findall(r"DATELINE_[A-Z_]+[A-Z]", (ROOT / document).read_text(encoding="utf-8")))

    assert named <= SETTINGS


def test_the_example_lists_every_setting_with_its_default() -> None:
    """.env.example can be uncommented line by line and changes nothing."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^# (DATELINE_[A-Z_]+)=([^\s#]*)", text, re.MULTILINE))
    plain = {f"DATELINE_{name.upper()}": field.default for name, field in Settings.model_fields.items()}

    assert shown == {name: _as_written(default) for name, default in plain.items()}


def _as_written(default: object) -> str:
    if default in (None, ()):
        return ""
    return f"{default:g}" if isinstance(default, float) else str(default).lower() if default is False else str(default)


def test_named_commands_exist() -> None:
    """Every `dateline …` in the README is a command."""
    commands = set(typer.main.get_command(command_line).commands)  # type: ignore[attr-defined]  # it is a group
    named = set(re.findall(r"(?:\.venv/bin/)?dateline ([a-z]+)", README))

    assert named <= commands
    assert commands <= named, "a command the README does not mention"


def test_named_make_targets_exist() -> None:
    """Every `make …` in the README is a target."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)", README))

    assert named <= targets


def test_drawn_folders_exist() -> None:
    """The tree in the README is the tree on disk."""
    tree = README.split("## The tree")[1].split("```")[1]
    named = re.findall(r"^(\S+)/ ", tree, re.MULTILINE)

    assert named
    assert not [folder for folder in named if not (ROOT / folder).is_dir()]
