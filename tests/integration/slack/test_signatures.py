"""Who may post to /slack/events."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import time

import httpx
import pytest

from tests.fake_slack.people import People, signed
from tests.integration.conftest import ROOT
from tests.integration.slack.conftest import CAMERAS, Connected


def posted(people: People, body: str | bytes, headers: dict[str, str]) -> httpx.Response:
    return httpx.post(
        f"{people.app_url}/slack/events", content=body, headers={"content-type": "application/json", **headers}
    )


def test_slack_can_verify_the_address(people: People) -> None:
    """The challenge comes back."""
    body = json.dumps({"type": "url_verification", "token": "t", "challenge": "3eZbrw1a"})

    reply = posted(people, body, signed(body))

    assert reply.status_code == 200
    assert "3eZbrw1a" in reply.text


@pytest.mark.parametrize("forged", ["unsigned", "wrong secret", "another body", "stale"])
def test_what_slack_did_not_sign_just_now_is_refused(people: People, forged: str) -> None:
    """A signature holds for five minutes."""
    said = people.writes("C0DESK", CAMERAS)
    body = json.dumps(said.body)
    headers = {
        "unsigned": {},
        "wrong secret": signed(body, secret="guessed"),  # noqa: S106
        "another body": signed(body + " "),
        "stale": signed(body, at=time.time() - 600),
    }[forged]

    assert posted(people, body, headers).status_code == 401
    assert people.slack.workspace.answers("C0DESK", said.thread) == []


def test_what_slack_did_not_sign_is_not_logged(connected: Connected, caplog: pytest.LogCaptureFixture) -> None:
    """Anybody could fill the log; Bolt would let them."""
    with caplog.at_level(logging.INFO), connected() as people:
        assert posted(people, '{"text": "anything at all"}', {}).status_code == 401

    assert "anything at all" not in caplog.text


@pytest.mark.parametrize("body", ["no json", '{"text": ', '"text"', "[1]", "null"])
def test_what_is_no_event_is_refused_unread(people: People, body: str) -> None:
    """Anybody may send it, so it is no failure of the server."""
    assert posted(people, body, {}).status_code == 401


@pytest.mark.parametrize(("body", "at"), [("{}", "soon"), (b"\xff", str(int(time.time())))])
def test_a_signature_that_cannot_be_read_is_none(people: People, body: str | bytes, at: str) -> None:
    """A time that is no number and a body that is no text."""
    headers = {"x-slack-signature": "v0=0", "x-slack-request-timestamp": at}

    assert posted(people, body, headers).status_code == 401


def test_a_replayed_event_is_taken_and_not_answered_again(people: People) -> None:
    """The very same request, signature and all."""
    said = people.writes("C0DESK", CAMERAS)
    body = json.dumps(said.body)
    headers = signed(body)
    assert posted(people, body, headers).status_code == 200
    assert people.answers_to(said)

    assert posted(people, body, headers).status_code == 200

    people.answers_to(people.asks("C0DESK", CAMERAS))
    assert len(people.answers_to(said)) == 1


def test_without_slack_there_is_no_such_address(http_without_slack: httpx.Client) -> None:
    """When Slack is not configured nothing changes."""
    assert http_without_slack.post("/slack/events", content="{}").status_code == 404


def test_without_slack_its_libraries_are_not_loaded() -> None:
    """A server that does not use Slack starts no slower for it."""
    code = (
        "import sys; from contextlib import nullcontext\n"
        "from app.settings import Settings; from app.wiring import make_application\n"
        "make_application(Settings(_env_file=None), nullcontext())\n"
        "print(sorted({'slack_bolt', 'slack_sdk'} & set(sys.modules)))"
    )

    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603

    assert printed.strip() == "[]"
