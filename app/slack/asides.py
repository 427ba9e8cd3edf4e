"""Answers outside a thread: to a command or shortcut, and sentences that one person alone sees."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from aiohttp import ClientError, ClientSession
from slack_sdk.webhook.async_client import AsyncWebhookClient

from app.errors import SlackRefused, SlackUnreachable
from app.slack.blocks import Block, Message
from app.slack.formatting import notice

log = logging.getLogger(__name__)

_MOST_POSTS = 5
"""Slack takes so many posts to one response URL."""


class CommandReply:
    """An answer through the response URL of a command or shortcut.

    Args:
        url: takes five posts within half an hour.
        public: everyone in the channel sees the answer.
    """

    def __init__(self, url: str, session: ClientSession, *, public: bool) -> None:
        self._webhook = AsyncWebhookClient(url, timeout=10, session=session, retry_handlers=[])
        self._public = public
        self._posted = 0
        self._pages_posted = 0

    async def waiting(self) -> None:
        """A line that the asker alone sees, once."""
        if self._posted:
            return
        try:
            await self._post(notice("Reading the archive…"), public=False)
        except SlackUnreachable as error:
            log.info("no word that it takes a while: %s", error)

    async def working(self) -> None:
        """The same."""
        await self.waiting()

    async def write(self, piece: str, links: dict[int, str | None]) -> None:
        """Nothing: what was posted so cannot be changed."""

    async def finish(self, pages: Sequence[Message], tail: Sequence[Block]) -> None:
        """The pages that were not posted yet, as far as Slack takes them."""
        while self._pages_posted < len(pages) and self._posted < _MOST_POSTS:
            await self._post(pages[self._pages_posted], public=self._public)
            self._pages_posted += 1

    async def _post(self, page: Message, *, public: bool) -> None:
        try:
            reply = await self._webhook.send(
                text=page.text,
                blocks=list(page.blocks),
                response_type="in_channel" if public else "ephemeral",
                replace_original=False,
            )
        except (ClientError, TimeoutError, OSError) as error:
            raise SlackUnreachable(f"Slack did not take the reply: {type(error).__name__}.") from error
        if reply.status_code == 429 or reply.status_code >= 500:
            raise SlackUnreachable(f"Slack failed to take the reply (status {reply.status_code}).")
        if reply.status_code != 200:
            code = reply.body.strip()[:100]
            raise SlackRefused(f"Slack refused the reply to a command: {code}.", code=code)
        self._posted += 1
