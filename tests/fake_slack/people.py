"""People in the fake's workspace: they write, open, click; Slack tells the app and sends again what was not taken."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from aiohttp import ClientError, ClientSession

from tests.fake_slack.server import FakeSlack
from tests.fake_slack.workspace import APP, BOT_USER, TEAM, Message

SECRET = "signing-secret"  # noqa: S105
ACK_WITHIN_SECONDS = 3.0
_NUMBERS = itertools.count(1)
_RUN = uuid4().hex[:8].upper()
"""Part of every event's id, so that an archive that is used again has not seen it."""


def signed(body: str, *, secret: str = SECRET, at: float | None = None) -> dict[str, str]:
    """The headers with which Slack signs a request."""
    timestamp = str(int(at if at is not None else time.time()))
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


@dataclass
class Said:
    """A message that a person wrote, and the event that told the app."""

    channel: str
    message: Message
    body: dict[str, Any]

    @property
    def thread(self) -> str:
        return str(self.message.get("thread_ts") or self.message["ts"])


@dataclass
class People:
    """Sends what people do to the app, over HTTP, or over the socket when there is no URL.

    Attributes:
        app_url: the app's base URL; None sends everything over the socket.
        ack_seconds: how long each delivery that was taken took to be acknowledged.
    """

    slack: FakeSlack
    app_url: str | None = None
    ack_seconds: list[float] = field(default_factory=list)

    def writes(
        self, channel: str, text: str, *, user: str = "U0EDITOR", thread_ts: str | None = None, **more: Any
    ) -> Said:
        """A message that mentions the app, or any in a direct message; not sent to the app yet."""
        is_direct = channel.startswith("D")
        thread = {"thread_ts": thread_ts} if thread_ts else {}
        written = text if is_direct else f"<@{BOT_USER}> {text}"
        message = self.slack.workspace.add(channel, user=user, text=written, **thread)
        event = {**message, "channel": channel, "team": TEAM, **more}
        event |= {"channel_type": "im"} if is_direct else {"type": "app_mention"}
        return Said(channel, message, self.event(event))

    def event(self, event: dict[str, Any]) -> dict[str, Any]:
        """The envelope of an event."""
        name = f"Ev{_RUN}{next(_NUMBERS):06}"
        return {"type": "event_callback", "team_id": TEAM, "api_app_id": APP, "event_id": name, "event": event}

    def asks(self, channel: str, text: str, **more: Any) -> Said:
        """Writes a message, and Slack tells the app."""
        said = self.writes(channel, text, **more)
        self.tell(said.body)
        return said

    def tell(self, body: dict[str, Any]) -> int:
        """Deliver an event once; the HTTP status, or 200 for an acknowledged envelope."""
        return self._run(self.deliver("events_api", body))

    def all_tell(self, bodies: list[dict[str, Any]]) -> list[int]:
        """Deliver events all at the same time."""

        async def deliver() -> list[int]:
            async with ClientSession() as session:
                return await asyncio.gather(*(self.deliver("events_api", body, session) for body in bodies))

        return asyncio.run_coroutine_threadsafe(deliver(), self.slack.loop).result(60)

    def command(self, text: str, *, channel: str = "C0DESK", name: str = "r1") -> int:
        body = {
            "command": "/ask",
            "text": text,
            "team_id": TEAM,
            "user_id": "U0EDITOR",
            "channel_id": channel,
            "trigger_id": f"{_RUN}.{next(_NUMBERS)}.command",
            "response_url": f"{self.slack.url}/response/{name}",
        }
        return self._run(self.deliver("slash_commands", body))

    def interacts(self, kind: str, *, name: str = "r1", **payload: Any) -> int:
        """A click or a shortcut."""
        body = {
            "type": kind,
            "team": {"id": TEAM},
            "user": {"id": "U0EDITOR"},
            "channel": {"id": "C0DESK"},
            "trigger_id": f"{_RUN}.{next(_NUMBERS)}.interaction",
            "response_url": f"{self.slack.url}/response/{name}",
            **payload,
        }
        return self._run(self.deliver("interactive", body))

    def clicks(self, action: str, value: str, *, block: str = "actions") -> int:
        return self.interacts(
            "block_actions", actions=[{"action_id": action, "value": value, "block_id": block, "type": "button"}]
        )

    async def deliver(self, kind: str, body: dict[str, Any], session: ClientSession | None = None) -> int:
        started = time.perf_counter()
        status = await (self._over_http(kind, body, session) if self.app_url else self._over_socket(kind, body))
        if status == 200:
            self.ack_seconds.append(time.perf_counter() - started)
        return status

    async def _over_http(self, kind: str, body: dict[str, Any], session: ClientSession | None) -> int:
        if kind == "events_api":
            raw, content = json.dumps(body), "application/json"
        else:
            form = body if kind == "slash_commands" else {"payload": json.dumps(body)}
            raw, content = urlencode(form), "application/x-www-form-urlencoded"
        if session is None:
            async with ClientSession() as own:
                return await self._posted(own, raw, content)
        return await self._posted(session, raw, content)

    async def _posted(self, session: ClientSession, raw: str, content: str) -> int:
        headers = {"content-type": content, **signed(raw)}
        try:
            async with asyncio.timeout(ACK_WITHIN_SECONDS):
                async with session.post(f"{self.app_url}/slack/events", data=raw, headers=headers) as reply:
                    await reply.read()
                    return reply.status
        except (ClientError, TimeoutError):
            return 0

    async def _over_socket(self, kind: str, body: dict[str, Any]) -> int:
        envelope = f"envelope-{next(_NUMBERS)}"
        acknowledged: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self.slack.acks[envelope] = acknowledged
        sent = {
            "type": kind,
            "envelope_id": envelope,
            "payload": body,
            "accepts_response_payload": kind != "events_api",
        }
        try:
            async with asyncio.timeout(ACK_WITHIN_SECONDS):
                while not self.slack.sockets:
                    await asyncio.sleep(0.02)
                await self.slack.sockets[-1].send_json(sent)
                await acknowledged
        except (ConnectionError, TimeoutError):
            return 0
        return 200

    def until(self, happened: Callable[[], Any], *, seconds: float = 10.0) -> Any:
        """What ``happened`` gives once it is true; None when it did not become so in time."""
        deadline = time.monotonic() + seconds
        with self.slack.workspace.changed:
            while not (found := happened()) and (left := deadline - time.monotonic()) > 0:
                self.slack.workspace.changed.wait(min(left, 0.05))
        return found or None

    def answers_to(self, said: Said, *, seconds: float = 10.0) -> list[Message]:
        """Finished answers in the thread of a message, after it."""

        def finished() -> list[Message]:
            found = [
                one for one in self.slack.workspace.answers(said.channel, said.thread) if one["ts"] > said.message["ts"]
            ]
            return found if found and all(map(is_finished, found)) else []

        return self.until(finished, seconds=seconds) or []

    def _run(self, work: Any) -> int:
        status: int = asyncio.run_coroutine_threadsafe(work, self.slack.loop).result(ACK_WITHIN_SECONDS + 10)
        return status


def is_finished(message: Message) -> bool:
    """Whether a message carries a whole answer, and no placeholder."""
    return message.get("streaming_state") != "in_progress" and "Reading the archive" not in message.get("text", "")


def text_of(message: Message) -> str:
    """Everything a person reads in a message."""
    told = str(message.get("markdown_text", ""))
    return told + "\n".join(_strings(message.get("blocks") or [message.get("text", "")]))


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    if isinstance(value, dict):
        return [text for name, one in value.items() if name in {"text", "elements", "fields"} for text in _strings(one)]
    return []
