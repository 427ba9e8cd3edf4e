"""The fake over real HTTP and websocket, on a free port, in a thread of its own."""

from __future__ import annotations

import asyncio
import json
import random
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Literal

from aiohttp import WSMsgType, web

from tests.fake_slack.blocks import problems_of_message
from tests.fake_slack.rates import Rates
from tests.fake_slack.web_api import METHODS, Refusal
from tests.fake_slack.workspace import BOT_ID, BOT_USER, TEAM, Workspace

BOT_TOKEN, APP_TOKEN = "xoxb-fake", "xapp-fake"
Fault = Literal["500", "500 after", "drop after", "429", "refuse"]


@dataclass(frozen=True)
class Call:
    """One call of the Web API, as it was answered."""

    method: str
    arguments: dict[str, Any]
    status: int


class FakeSlack:
    """One workspace with the app installed.

    Args:
        rates: the limits that are enforced.
    """

    def __init__(self, rates: Rates | None = None) -> None:
        self.workspace = Workspace()
        self.rates = rates or Rates()
        self.calls: list[Call] = []
        self.faults: dict[str, deque[Fault]] = {}
        self.random_faults: tuple[random.Random, float] | None = None
        self.failed_at_random = 0
        self.unknown: set[str] = set()
        self.down = False
        self.tokens = {BOT_TOKEN}
        self.sockets: list[web.WebSocketResponse] = []
        self.acks: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self.url = ""
        self.loop = asyncio.new_event_loop()

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def called(self, method: str) -> list[Call]:
        """Calls of a method that did what they asked."""
        return [call for call in self.calls if call.method == method and call.status == 200]

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of a method fail so, one after the other."""
        self.faults.setdefault(method, deque()).extend(faults)

    def application(self) -> web.Application:
        app = web.Application(client_max_size=1 << 24)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{name}", self._response_url)
        app.router.add_get("/socket", self._socket)
        return app

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await _arguments(request)
        if self.down:
            return self._answered(method, given, web.Response(status=503, text="down"))
        if method == "apps.connections.open":
            return self._opened(request)
        if method == "oauth.v2.access":
            return web.json_response({"ok": True, **_INSTALLATION})
        if request.headers.get("authorization", "").removeprefix("Bearer ") not in self.tokens:
            return self._answered(method, given, _refused("invalid_auth"))
        return await self._limited(request, method, given)

    async def _limited(self, request: web.Request, method: str, given: dict[str, Any]) -> web.StreamResponse:
        wait = self.rates.wait_seconds(method, str(given.get("channel", "")))
        fault = self._fault(method)
        if wait or fault == "429":
            return self._answered(method, given, _refused("ratelimited", 429, {"Retry-After": str(wait or 1)}))
        if fault == "500":
            return self._answered(method, given, _refused("internal_error", 500))
        return await self._done(request, method, given, fault)

    async def _done(self, request: web.Request, method: str, given: dict[str, Any], fault: str | None) -> web.Response:
        try:
            if method in self.unknown or method not in METHODS:
                raise Refusal("unknown_method")
            if fault == "refuse":
                raise Refusal("is_archived")
            told = {"ok": True, **METHODS[method](self.workspace, given)}
        except Refusal as refusal:
            return self._answered(method, given, _refused(str(refusal)))
        if fault == "500 after":
            return self._answered(method, given, _refused("fatal_error", 500))
        if fault == "drop after" and request.transport:
            request.transport.abort()
        return self._answered(method, given, web.json_response(told), done=True)

    def _answered(
        self, method: str, given: dict[str, Any], response: web.Response, *, done: bool = False
    ) -> web.Response:
        refused = response.status == 200 and not done
        self.calls.append(Call(method, given, 400 if refused else response.status))
        return response

    def _fault(self, method: str) -> str | None:
        if self.faults.get(method):
            return self.faults[method].popleft()
        if self.random_faults and method != "auth.test":
            dice, share = self.random_faults
            if dice.random() < share:
                self.failed_at_random += 1
                return dice.choice(("500", "500 after", "drop after", "429"))
        return None

    def _opened(self, request: web.Request) -> web.Response:
        if request.headers.get("authorization", "").removeprefix("Bearer ") != APP_TOKEN:
            return _refused("invalid_auth")
        return web.json_response({"ok": True, "url": f"{self.url.replace('http', 'ws')}/socket"})

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self.sockets.append(socket)
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self._acknowledged(json.loads(message.data))
        self.sockets.remove(socket)
        return socket

    def _acknowledged(self, ack: dict[str, Any]) -> None:
        waiting = self.acks.pop(ack["envelope_id"], None)
        if waiting and not waiting.done():
            waiting.set_result(ack)

    async def _response_url(self, request: web.Request) -> web.Response:
        given = await request.json()
        name = request.match_info["name"]
        if sum(one["name"] == name for one in self.workspace.replies) >= 5:
            return web.Response(status=404, text="used_url")
        if problems_of_message(given.get("blocks") or []):
            return web.Response(status=400, text="invalid_blocks")
        with self.workspace.changed:
            self.workspace.replies.append({"name": name, **given})
            self.workspace.changed.notify_all()
        return web.Response(text="ok")


@contextmanager
def running(fake: FakeSlack | None = None) -> Iterator[FakeSlack]:
    """The fake, serving."""
    fake = fake or FakeSlack()
    runner = web.AppRunner(fake.application(), access_log=None, shutdown_timeout=0.1)
    ready = threading.Event()

    async def serve() -> None:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        fake.url = f"http://{host}:{port}"
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(fake.loop)
        fake.loop.create_task(serve())
        fake.loop.run_forever()

    thread = threading.Thread(target=run)
    thread.start()
    ready.wait(10)
    try:
        yield fake
    finally:
        asyncio.run_coroutine_threadsafe(_closed(fake, runner), fake.loop).result(10)
        fake.loop.call_soon_threadsafe(fake.loop.stop)
        thread.join(10)
        fake.loop.close()


async def _closed(fake: FakeSlack, runner: web.AppRunner) -> None:
    for socket in list(fake.sockets):
        with suppress(ConnectionError):
            await socket.close()
    await runner.cleanup()


def _refused(error: str, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response({"ok": False, "error": error}, status=status, headers=headers)


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        body: dict[str, Any] = await request.json()
        return body
    return {**dict(request.query), **dict(await request.post())}


_INSTALLATION = {
    "app_id": "A0DATELINE",
    "access_token": "xoxb-installed",
    "token_type": "bot",
    "scope": "chat:write",
    "bot_user_id": BOT_USER,
    "bot_id": BOT_ID,
    "team": {"id": TEAM, "name": "News"},
    "enterprise": None,
    "authed_user": {"id": "U0EDITOR"},
}
