"""Many workspaces install the app themselves."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

import httpx
import pytest

from app.dateline import Dateline
from tests.fake_slack.server import FakeSlack
from tests.integration.slack.conftest import CAMERAS, Connected


@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")  # slack_sdk 3.48 with aiohttp 3.14
def test_a_workspace_installs_the_app_asks_and_removes_it(
    connected: Connected, newsroom: Dateline, slack: FakeSlack
) -> None:
    """Its token is kept in the archive's folder, readable by its owner alone, and forgotten afterwards."""
    slack.tokens = {"xoxb-installed"}
    oauth = {"slack_client_id": "1.2", "slack_client_secret": "s3cret", "slack_bot_token": None}
    with connected(**oauth) as people, httpx.Client(base_url=people.app_url or "") as browser:
        before = people.writes("C0DESK", CAMERAS)
        people.tell(before.body)
        install(browser)

        assert len(people.answers_to(people.asks("C0DESK", CAMERAS))) == 1
        assert (newsroom.settings.archive / "slack.sqlite").stat().st_mode & 0o077 == 0

        people.tell(people.event({"type": "app_uninstalled"}))
        after = people.writes("C0DESK", CAMERAS)
        people.tell(after.body)
        silent = [people.answers_to(said, seconds=0.5) for said in (before, after)]

    assert silent == [[], []]


def install(browser: httpx.Client) -> None:
    """What a person's browser does: the install page, Slack's page, and back."""
    page = browser.get("/slack/install")
    assert page.status_code == 200
    address = page.text.split('<a href="')[1].split('"')[0].replace("&amp;", "&")
    asked = parse_qs(urlparse(address).query)
    assert "chat:write" in asked["scope"][0]
    state = asked["state"][0]
    secured = {"cookie": page.headers["set-cookie"].split(";")[0]}  # a browser sends it over https only
    done = browser.get("/slack/oauth_redirect", params={"code": "c", "state": state}, headers=secured)
    assert done.status_code == 200, done.text
