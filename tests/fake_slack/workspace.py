"""What a workspace holds: channels with messages and threads, and everything an app did to it."""

from __future__ import annotations

import itertools
import threading
import time
from dataclasses import dataclass, field
from typing import Any

TEAM, BOT_USER, BOT_ID, APP = "T0NEWS", "U0DATELINE", "B0DATELINE", "A0DATELINE"
Message = dict[str, Any]
_MICROSECONDS = itertools.count(time.time_ns() // 1_000)
"""Of every workspace, so that no two messages of a test run share a name."""


@dataclass
class Workspace:
    """The state behind the fake's Web API; read it from a test, write to it from handlers only."""

    messages: dict[str, list[Message]] = field(default_factory=dict)
    ephemeral: list[dict[str, Any]] = field(default_factory=list)
    statuses: list[dict[str, Any]] = field(default_factory=list)
    titles: list[dict[str, Any]] = field(default_factory=list)
    prompts: list[dict[str, Any]] = field(default_factory=list)
    views: list[dict[str, Any]] = field(default_factory=list)
    replies: list[dict[str, Any]] = field(default_factory=list)
    """Posts to response URLs."""
    seen_at: dict[str, float] = field(default_factory=dict)
    """When each message came, in seconds of ``time.perf_counter``."""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def ts(self) -> str:
        """A new message's timestamp, later than all before."""
        micros = next(_MICROSECONDS)
        return f"{micros // 1_000_000}.{micros % 1_000_000:06}"

    def add(self, channel: str, **message: Any) -> Message:
        """A message in a channel."""
        with self.changed:
            stored = {"type": "message", "ts": self.ts(), **message}
            self.seen_at[stored["ts"]] = time.perf_counter()
            self.messages.setdefault(channel, []).append(stored)
            self.changed.notify_all()
            return stored

    def find(self, channel: str, ts: str) -> Message | None:
        return next((one for one in self.messages.get(channel, []) if one["ts"] == ts), None)

    def thread(self, channel: str, ts: str) -> list[Message]:
        """The root and its replies, oldest first."""
        return [one for one in self.messages.get(channel, []) if ts in (one["ts"], one.get("thread_ts"))]

    def answers(self, channel: str, thread_ts: str) -> list[Message]:
        """What the app posted in a thread."""
        return [one for one in self.thread(channel, thread_ts) if "bot_id" in one]
