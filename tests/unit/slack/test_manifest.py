"""The manifest asks for what the code uses, and explains it."""

from pathlib import Path

import yaml

from app.slack.listeners import CHECK, COMMAND
from app.slack.workspaces import SCOPES

FILE = Path(__file__).parents[3] / "slack" / "manifest.yaml"
MANIFEST = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def test_scopes_are_those_of_the_install_page_each_with_its_reason() -> None:
    """No scope too many, none unexplained."""
    assert tuple(MANIFEST["oauth_config"]["scopes"]["bot"]) == SCOPES
    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert all(any(f"- {scope} " in line and "#" in line for line in lines) for scope in SCOPES)


def test_command_and_shortcut_are_the_ones_listened_to() -> None:
    """Names agree with the code; Slack's lengths hold."""
    assert [one["command"] for one in MANIFEST["features"]["slash_commands"]] == [COMMAND]
    (shortcut,) = MANIFEST["features"]["shortcuts"]
    assert shortcut["callback_id"] == CHECK
    assert len(MANIFEST["display_information"]["description"]) <= 140
    assert len(MANIFEST["features"]["agent_view"]["agent_description"]) <= 300
