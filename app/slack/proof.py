"""Whether Slack takes the tokens, found out before anything is served: a wrong one is told at once."""

from __future__ import annotations

import logging

from aiohttp import ClientSession

from app.errors import SlackRefused, SlackUnreachable
from app.settings import Settings
from app.slack.calls import Calls
from app.slack.workspaces import Workspaces

log = logging.getLogger(__name__)


async def prove(settings: Settings, *, socket_mode: bool) -> None:
    """Ask Slack once with each token. That Slack is away is no reason not to start.

    Raises:
        SlackRefused: the bot token or the app token is wrong.
    """
    try:
        async with ClientSession() as session:
            workspaces = Workspaces(settings, session)
            if settings.slack_bot_token:
                workspace = await workspaces.single()
                log.info("in the Slack workspace %s as %s", workspace.team, workspace.bot_user_id)
            if socket_mode and settings.slack_app_token:
                await _connects(Calls(workspaces.client(None)), settings.slack_app_token.get_secret_value())
    except SlackUnreachable as error:
        log.warning("%s It is tried again with the first event.", error)


async def _connects(calls: Calls, token: str) -> None:
    try:
        await calls("apps_connections_open", {"app_token": token})
    except SlackRefused as refused:
        hint = "Correct DATELINE_SLACK_APP_TOKEN: it starts with xapp- and needs the scope connections:write."
        raise SlackRefused(refused.message, code=refused.code, hint=hint) from refused
