"""A Slack thread as it stands: what people said, and which of our messages are in it already."""

from __future__ import annotations

from typing import Any

from app.slack.calls import Calls
from app.slack.incoming import Incoming, Payload

_EVENT_TYPE = "dateline_answer"
_PAGE = 200
_MOST_PAGES = 5


class Thread:
    """The thread in which something is answered.

    Args:
        calls: of the workspace.
        incoming: what is answered; has a thread.
    """

    def __init__(self, calls: Calls, incoming: Incoming) -> None:
        self._calls = calls
        self._to = incoming

    def metadata(self, part: int) -> dict[str, Any]:
        """What marks a message as part of this answer."""
        return {"event_type": _EVENT_TYPE, "event_payload": {"event_id": self._to.event_id, "part": part}}

    async def ts_of(self, part: int) -> str | None:
        """The message that carries this part of the answer; None when it was not posted."""
        wanted = self.metadata(part)
        found = (message["ts"] for message in await self.messages(self._to.ts) if message.get("metadata") == wanted)
        return next(found, None)

    async def open_stream(self) -> str | None:
        """A stream of ours that nobody here is writing: the one whose start was not confirmed."""
        for message in await self.messages(self._to.ts):
            if message.get("streaming_state") == "in_progress" and message["ts"] not in self._calls.streams:
                return str(message["ts"])
        return None

    async def messages(self, oldest: str | None = None) -> list[Payload]:
        """The thread's messages, oldest first; of a very long one, the first thousand.

        Args:
            oldest: leave out what was said before this message.
        """
        found: list[Payload] = []
        arguments: dict[str, Any] = {"channel": self._to.channel, "ts": self._to.thread_ts, "limit": _PAGE}
        arguments["include_all_metadata"] = True
        if oldest:
            arguments["oldest"] = oldest
        for _ in range(_MOST_PAGES):
            page = await self._calls("conversations_replies", arguments)
            found += page.get("messages", [])
            cursor = page.get("response_metadata", {}).get("next_cursor")
            if not cursor:
                break
            arguments["cursor"] = cursor
        return found
