"""The workspaces that the app is installed in: the one of the bot token, or all that installed it themselves."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
from slack_sdk.oauth.state_store.sqlite3 import SQLite3OAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from app.errors import SlackRefused
from app.settings import Settings
from app.slack.calls import Calls

log = logging.getLogger(__name__)

SCOPES = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "chat:write",
    "commands",
    "groups:history",
    "im:history",
    "mpim:history",
)
"""What the app asks a workspace for; the same as in ``slack/manifest.yaml``, with the reason for each."""

_STATE_SECONDS = 600
_TIMEOUT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Workspace:
    """One installation: who we are there, and how we speak."""

    team: str
    bot_id: str
    bot_user_id: str
    calls: Calls


class Workspaces:
    """Looks up installations; makes and keeps one set of calls for each.

    Args:
        settings: the tokens.
        session: shared by all calls.
    """

    def __init__(self, settings: Settings, session: ClientSession) -> None:
        self._settings = settings
        self._session = session
        self._known: dict[str, Workspace] = {}
        self._only: Workspace | None = None
        self.oauth = _oauth_flow(settings, self.client(None)) if settings.slack_client_id else None

    def client(self, token: str | None) -> AsyncWebClient:
        """A client that never repeats a call by itself."""
        return AsyncWebClient(
            token=token,
            base_url=self._settings.slack_api_url,
            session=self._session,
            timeout=_TIMEOUT_SECONDS,
            retry_handlers=[],
        )

    async def of(self, team: str) -> Workspace | None:
        """The installation in a workspace; None when there is none.

        Raises:
            SlackError: the bot token is wrong, or Slack cannot be asked about it.
        """
        if self._settings.slack_bot_token:
            return await self.single()
        return await self._installed(team)

    async def required(self, team: str) -> Workspace:
        """The installation in a workspace.

        Raises:
            SlackError: there is none, the bot token is wrong, or Slack cannot be asked about it.
        """
        found = await self.of(team)
        if found is None:
            hint = "Install it there at /slack/install, or name another workspace by its team id."
            raise SlackRefused(f"The app is not installed in {team!r}.", code="not_installed", hint=hint)
        return found

    async def single(self) -> Workspace:
        """The workspace of the bot token.

        Raises:
            SlackError: the bot token is wrong, or Slack cannot be asked about it.
        """
        token = self._settings.slack_bot_token
        if self._only is None and token is not None:
            calls = Calls(self.client(token.get_secret_value()))
            who = await calls("auth_test", {})
            self._only = Workspace(who["team_id"], who.get("bot_id", ""), who["user_id"], calls)
        if self._only is None:
            raise SlackRefused("No bot token is set.", code="not_authed", hint="Set DATELINE_SLACK_BOT_TOKEN.")
        return self._only

    async def authorize(self, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        """Who we are in the workspace of an event, for Bolt; no call of Slack once it is known."""
        workspace = await self.of(team_id or "")
        if workspace is None:
            log.warning("an event came from %s, where the app is not installed", team_id)
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_id=workspace.bot_id,
            bot_user_id=workspace.bot_user_id,
            bot_token=workspace.calls.client.token,
        )

    async def removed(self, enterprise_id: str | None, team: str) -> None:
        """The workspace took the app out: forget its token."""
        self._known.pop(team, None)
        if self.oauth and self.oauth.settings.installation_store:
            await self.oauth.settings.installation_store.async_delete_all(enterprise_id=enterprise_id, team_id=team)

    async def _installed(self, team: str) -> Workspace | None:
        store = self.oauth.settings.installation_store if self.oauth else None
        bot = await store.async_find_bot(enterprise_id=None, team_id=team) if store else None
        if bot is None:
            return None
        known = self._known.get(team)
        if known is None or known.calls.client.token != bot.bot_token:  # installed anew
            calls = Calls(self.client(bot.bot_token))
            known = self._known[team] = Workspace(team, bot.bot_id or "", bot.bot_user_id, calls)
        return known


def _oauth_flow(settings: Settings, client: AsyncWebClient) -> AsyncOAuthFlow:
    """The pages at which a workspace installs the app; its token is kept in the archive's folder."""
    client_id, secret = settings.slack_client_id or "", settings.slack_client_secret
    file = str(_store(settings.archive))
    return AsyncOAuthFlow(
        client=client,
        settings=AsyncOAuthSettings(
            client_id=client_id,
            client_secret=secret.get_secret_value() if secret else "",
            scopes=SCOPES,
            redirect_uri=f"{settings.public_url.rstrip('/')}/slack/oauth_redirect" if settings.public_url else None,
            installation_store=SQLite3InstallationStore(database=file, client_id=client_id),
            state_store=SQLite3OAuthStateStore(database=file, expiration_seconds=_STATE_SECONDS),
        ),
    )


def _store(archive: Path) -> Path:
    archive.mkdir(parents=True, exist_ok=True)
    file = archive / "slack.sqlite"
    file.touch(mode=0o600)  # it holds tokens
    return file
