"""What `dateline doctor` says about Slack."""

import pytest

from app.diagnosis import slack_finding
from app.settings import Settings


@pytest.mark.parametrize(
    ("given", "ok", "told"),
    [
        ({}, False, "DATELINE_SLACK_APP_TOKEN"),
        ({"slack_app_token": "xapp-x"}, True, "`dateline slack`; links lead to the publishers' pages"),
        (
            {"slack_signing_secret": "s", "public_url": "https://n.example"},
            True,
            "/slack/events; links lead to https://n",
        ),
    ],
)
def test_a_token_needs_a_way_in(given: dict[str, str], ok: bool, told: str) -> None:
    """Either of two, and links had better lead here."""
    finding = slack_finding(Settings(slack_bot_token="xoxb-x", **given))  # type: ignore[arg-type]  # noqa: S106

    assert finding.ok == ok
    assert told in finding.message
