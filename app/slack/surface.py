"""Slack as one surface of the server: its routes, and what runs while the archive is open."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from aiohttp import ClientSession
from fastapi import APIRouter, HTTPException, Request, Response
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import (
    AsyncSlackRequestHandler,
    to_async_bolt_request,
    to_starlette_response,
)
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_sdk.signature import SignatureVerifier

from app.dateline import Dateline
from app.settings import Settings
from app.slack.allowance import Allowance, Allowances
from app.slack.answers import Answers
from app.slack.links import Links
from app.slack.listeners import add_listeners
from app.slack.tokens import require_tokens
from app.slack.watch_routes import watch_router
from app.slack.watching import Watching
from app.slack.worker import Worker
from app.slack.workspaces import Workspaces

_WRITING_AT_A_TIME = 8
_SWITCH_SECONDS = 0.001
"""How soon a thread that computes lets another one run. With Python's 5 ms, answers being worked on keep an event
waiting two or three times as long (50 a second on two busy cores: acknowledged at p95 in 200 to 400 ms, not 120)."""


class Slack:
    """Slack over HTTP events, Socket Mode, or both.

    Args:
        settings: tokens and limits.
        socket_mode: connect to Slack instead of waiting for its requests.

    Raises:
        SettingsError: a token is missing; names it.
    """

    def __init__(self, settings: Settings, *, socket_mode: bool) -> None:
        require_tokens(settings, socket_mode=socket_mode)
        self._settings = settings
        self._socket_mode = socket_mode
        self._app: AsyncApp | None = None
        self._workspaces: Workspaces | None = None
        self._watching: Watching | None = None

    def router(self) -> APIRouter:
        """Where Slack sends events, and where workspaces install the app."""
        router = APIRouter(prefix="/slack", include_in_schema=False)
        if self._settings.slack_signing_secret:
            router.add_api_route("/events", self._events, methods=["POST"])
        if self._settings.slack_client_id:
            router.add_api_route("/install", self._install, methods=["GET"])
            router.add_api_route("/oauth_redirect", self._installed, methods=["GET"])
        both = APIRouter()
        both.include_router(router)
        both.include_router(watch_router(self._running_watch))
        return both

    @asynccontextmanager
    async def running(self, dateline: Dateline) -> AsyncIterator[None]:
        """Answers from this archive until left."""
        sys.setswitchinterval(_SWITCH_SECONDS)
        async with ClientSession() as session:
            workspaces = self._workspaces = Workspaces(self._settings, session)
            links = Links(self._settings.public_url)
            answers = Answers(
                dateline,
                links,
                thread_messages=self._settings.slack_thread_messages,
                at_a_time=_at_a_time(self._settings),
            )
            worker = Worker(dateline, workspaces, answers, _allowances(self._settings), session)
            self._app = self._bolt(workspaces)
            add_listeners(self._app, worker, dateline.archive, workspaces.removed)
            self._watching = Watching(dateline, workspaces, worker, links)
            async with self._connected(self._app):
                await worker.resume()
                looking = asyncio.create_task(self._watching.run())
                try:
                    yield
                finally:
                    looking.cancel()
                    await worker.close()
                    answers.close()

    def _bolt(self, workspaces: Workspaces) -> AsyncApp:
        async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
            return await workspaces.authorize(enterprise_id, team_id)

        return AsyncApp(
            name="dateline",
            client=workspaces.client(None),
            authorize=authorize,  # type: ignore[arg-type]  # Bolt takes None for "not installed here"
            signing_secret="",
            request_verification_enabled=False,  # Bolt reads a body before it looks at its signature
            process_before_response=True,
        )

    @asynccontextmanager
    async def _connected(self, app: AsyncApp) -> AsyncIterator[None]:
        """Events over a connection that this side opens, and opens again whenever it breaks."""
        token = self._settings.slack_app_token if self._socket_mode else None
        if token is None:
            yield
            return
        handler = AsyncSocketModeHandler(app, token.get_secret_value())
        connecting = asyncio.ensure_future(handler.connect_async())  # type: ignore[no-untyped-call]
        try:
            yield
        finally:
            connecting.cancel()
            await handler.close_async()  # type: ignore[no-untyped-call]

    async def _events(self, request: Request) -> Response:
        if self._app is None:
            raise _not_ready()
        secret = self._settings.slack_signing_secret
        if secret is None or not _is_signed(secret.get_secret_value(), await request.body(), request.headers):
            raise HTTPException(401, "Slack did not sign this request just now.")
        return await AsyncSlackRequestHandler(self._app).handle(request)

    async def _install(self, request: Request) -> Response:
        asked = to_async_bolt_request(request, b"")
        return to_starlette_response(await self._oauth().handle_installation(asked))

    async def _installed(self, request: Request) -> Response:
        asked = to_async_bolt_request(request, b"")
        return to_starlette_response(await self._oauth().handle_callback(asked))

    def _oauth(self) -> AsyncOAuthFlow:
        if self._workspaces is None or self._workspaces.oauth is None:
            raise _not_ready()
        return self._workspaces.oauth

    def _running_watch(self) -> Watching:
        if self._watching is None:
            raise _not_ready()
        return self._watching


def _is_signed(secret: str, body: bytes, headers: Mapping[str, str]) -> bool:
    """Whether Slack signed the request within the last five minutes."""
    try:
        return SignatureVerifier(secret).is_valid_request(body, dict(headers))
    except ValueError:  # a time that is no number, a body that is no text
        return False


def _not_ready() -> HTTPException:
    return HTTPException(503, "Slack is not ready yet.")


def _at_a_time(settings: Settings) -> int:
    """Answers of a chat model mostly wait for it. Extracts compute: more of them than cores only delay what comes in.

    At 50 events a second on two cores, two at a time are acknowledged at p50 in 10 ms, eight at a time in 30.
    """
    return _WRITING_AT_A_TIME if settings.chat_model_given else os.cpu_count() or 1


def _allowances(settings: Settings) -> Allowances:
    return Allowances(
        per_user=Allowance(settings.slack_questions_per_user),
        per_channel=Allowance(settings.slack_questions_per_channel),
        workspaces=settings.slack_workspaces,
        channels=settings.slack_channels,
    )
