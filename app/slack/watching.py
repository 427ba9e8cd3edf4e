"""Questions watched for a channel: when a newer article changes a cited figure, the channel is told."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from pydantic import TypeAdapter

from app.archive.subscriptions import Subscription
from app.dateline import Dateline
from app.errors import DatelineError, QuestionError
from app.models import Ask
from app.slack.formatting import answer_messages
from app.slack.incoming import Incoming
from app.slack.links import Links
from app.slack.workspaces import Workspaces
from app.watching.changes import FigureChange

log = logging.getLogger(__name__)

LOOK_SECONDS = 15.0
"""How often it is looked whether the archive has changed; only then are answers compared."""
_CHANGE = TypeAdapter(FigureChange)


class Intake(Protocol):
    """Takes over what must be posted once."""

    async def take(self, incoming: Incoming) -> None: ...


class Watching:
    """Watches questions for channels, for as long as ``run`` does.

    Args:
        dateline: an open archive.
        workspaces: where the channels are.
        intake: posts each change once.
        links: where citations lead.
    """

    def __init__(self, dateline: Dateline, workspaces: Workspaces, intake: Intake, links: Links) -> None:
        self._dateline = dateline
        self._subscriptions = dateline.archive.subscriptions
        self._workspaces = workspaces
        self._intake = intake
        self._links = links
        self._seen: object = None

    async def add(self, question: str, channel: str, team: str) -> Subscription:
        """Tell the channel today's answer; changes are posted under it.

        Args:
            channel: an id, or a name with "#".
            team: the workspace; "" for the one of the bot token.

        Raises:
            QuestionError: the archive gives no figure for the question.
            SlackError: the channel cannot be posted to.
        """
        workspace = await self._workspaces.required(team)
        answer = await asyncio.to_thread(self._dateline.ask, Ask(question, writer="extractive"))
        if not answer.figures:
            hint = "Watch a question that asks how many."
            raise QuestionError(f"The archive gives no figure for {question!r}.", hint=hint)
        page = answer_messages(answer, self._links)[0]
        text = f"Watching: {question}\n{page.text}"
        content = {"channel": channel, "text": text, "blocks": list(page.blocks), "unfurl_links": False}
        posted = await workspace.calls("chat_postMessage", content)
        place = (workspace.team, str(posted["channel"]), str(posted["ts"]))
        return await asyncio.to_thread(self._subscriptions.add, question, *place, answer.id)

    async def run(self) -> None:
        """Look now and then, until cancelled."""
        while True:
            try:
                await self.look()
            except DatelineError:
                log.exception("watched questions could not be compared; they are again in %.0f s", LOOK_SECONDS)
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Hand on every change that was not told yet."""
        catalogue = self._dateline.archive.catalogue  # a new one after every change, once it can be searched
        if catalogue is self._seen:
            return
        subscriptions = await asyncio.to_thread(self._subscriptions.all)
        if subscriptions:
            found = await asyncio.to_thread(self._dateline.watch)
            changes = {change.answer_id: change for change in found.changes}
            for subscription in subscriptions:
                if subscription.answer_id in changes:
                    await self._tell(subscription, changes[subscription.answer_id])
        self._seen = catalogue

    async def _tell(self, subscription: Subscription, change: FigureChange) -> None:
        name = f"watch:{subscription.subscription_id}:{change.answer_id}"
        to = (subscription.team, "", subscription.channel, _CHANGE.dump_json(change).decode())
        await self._intake.take(Incoming("change", name, *to, thread_ts=subscription.thread_ts))
        ask = Ask(subscription.question, writer="extractive")
        answer = await asyncio.to_thread(self._dateline.ask, ask)
        await asyncio.to_thread(self._subscriptions.renew, subscription.subscription_id, answer.id)
