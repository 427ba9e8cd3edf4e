"""Calls of Slack's Web API that wait as Slack asks and say in which of three ways they failed."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from app.errors import SlackBusy, SlackRefused, SlackUnreachable

log = logging.getLogger(__name__)

_TROUBLE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"})
_HINTS = {
    "not_in_channel": "Invite the app to the channel: /invite @Dateline.",
    "channel_not_found": "Invite the app to the channel: /invite @Dateline.",
    "missing_scope": "Install the app again with the scopes of slack/manifest.yaml.",
    "invalid_auth": "Correct DATELINE_SLACK_BOT_TOKEN: it starts with xoxb-.",
    "not_authed": "Correct DATELINE_SLACK_BOT_TOKEN: it starts with xoxb-.",
    "account_inactive": "The app was removed from the workspace; install it again.",
    "token_revoked": "The app was removed from the workspace; install it again.",
}


class Calls:
    """The Web API of one workspace.

    Calls of one method to one channel go one after the other, as Slack counts them; when it says 429, all wait.

    Args:
        client: with the workspace's token, and without retry handlers of its own: trying again may post twice.

    Attributes:
        can_stream: False once the workspace has said that it knows no streaming.
        streams: the messages that are being streamed now.
    """

    def __init__(self, client: AsyncWebClient) -> None:
        self.client = client
        self.can_stream = True
        self.streams: set[str] = set()
        self._turns: dict[tuple[str, str], asyncio.Lock] = {}
        self._closed_until: dict[tuple[str, str], float] = {}

    async def __call__(self, method: str, arguments: Mapping[str, Any], *, patient: bool = True) -> dict[str, Any]:
        """Slack's reply.

        Args:
            method: as the client names it, such as ``chat_postMessage``.
            arguments: of the method.
            patient: wait as long as Slack asks; else raise SlackBusy.

        Raises:
            SlackRefused: Slack said no, and would say so again.
            SlackBusy: only when not patient.
            SlackUnreachable: no usable reply; Slack may have done it all the same.
        """
        key = (method, str(arguments.get("channel") or arguments.get("channel_id", "")))
        turn = self._turns.setdefault(key, asyncio.Lock())
        if not patient and (turn.locked() or self._wait_seconds(key)):
            raise SlackBusy(f"Slack is busy with {method}.", retry_seconds=max(1.0, self._wait_seconds(key)))
        async with turn:
            while True:
                await asyncio.sleep(self._wait_seconds(key))
                try:
                    return await self._tried(method, arguments)
                except SlackBusy as busy:
                    self._closed_until[key] = time.monotonic() + busy.retry_seconds
                    if not patient:
                        raise
                    log.info("%s Waiting %.0f s.", busy.message, busy.retry_seconds)

    def _wait_seconds(self, key: tuple[str, str]) -> float:
        return max(0.0, self._closed_until.get(key, 0.0) - time.monotonic())

    async def _tried(self, method: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        try:
            response = await getattr(self.client, method)(**arguments)
        except SlackApiError as error:
            raise _explained(method, error) from error
        except (ClientError, TimeoutError, OSError) as error:
            raise SlackUnreachable(f"Slack did not answer {method}: {type(error).__name__}.") from error
        data: dict[str, Any] = dict(response.data) if isinstance(response.data, dict) else {}
        return data


def _explained(method: str, error: SlackApiError) -> SlackRefused | SlackBusy | SlackUnreachable:
    response: Any = error.response
    status = int(getattr(response, "status_code", 0) or getattr(response, "status", 0))
    data = getattr(response, "data", None)
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == 429 or code in {"ratelimited", "rate_limited"}:
        seconds = {name.lower(): value for name, value in response.headers.items()}.get("retry-after", 1)
        return SlackBusy(f"Slack limits {method}.", retry_seconds=float(seconds))
    if status >= 500 or not code or code in _TROUBLE:
        return SlackUnreachable(f"Slack failed at {method} (status {status}{', ' + code if code else ''}).")
    return SlackRefused(f"Slack refused {method}: {code}.", code=code, hint=_HINTS.get(code, ""))
