"""Which tokens must be set; looked at before anything heavy is loaded."""

from __future__ import annotations

from app.errors import SettingsError
from app.settings import Settings


def require_tokens(settings: Settings, *, socket_mode: bool) -> None:
    """Raise unless the settings hold what Slack needs.

    Raises:
        SettingsError: a token is missing; names it.
    """
    if not settings.slack_tokens_given:
        raise SettingsError(
            "Slack needs a bot token.",
            hint="Set DATELINE_SLACK_BOT_TOKEN (xoxb-...), from the app's page under OAuth & Permissions.",
        )
    if socket_mode and not settings.slack_app_token:
        raise SettingsError(
            "Socket Mode needs an app token.",
            hint="Set DATELINE_SLACK_APP_TOKEN (xapp-...), from the app's page under Basic Information.",
        )
