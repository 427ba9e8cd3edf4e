"""Slack's rate limits: per method and workspace in tiers, and one post a second per channel with short bursts."""

from __future__ import annotations

import math
import time

PER_MINUTE = {
    "chat.update": 50,
    "chat.startStream": 20,
    "chat.appendStream": 100,
    "chat.stopStream": 20,
    "chat.postEphemeral": 100,
    "conversations.replies": 50,
    "assistant.threads.setStatus": 600,
    "assistant.threads.setTitle": 100,
    "assistant.threads.setSuggestedPrompts": 100,
    "views.open": 100,
}
POST_BURST = 5


class Rates:
    """Tells how long a call must wait; counts those that need not.

    Args:
        enforced: False takes every call.
    """

    def __init__(self, *, enforced: bool = True) -> None:
        self.enforced = enforced
        self._left: dict[tuple[str, str], tuple[float, float]] = {}

    def wait_seconds(self, method: str, channel: str) -> int:
        """Whole seconds for the Retry-After header; 0 takes the call."""
        if not self.enforced:
            return 0
        if method == "chat.postMessage":
            return self._taken((method, channel), POST_BURST, 1.0)
        if method in PER_MINUTE:
            return self._taken((method, ""), PER_MINUTE[method], PER_MINUTE[method] / 60)
        return 0

    def _taken(self, key: tuple[str, str], burst: float, per_second: float) -> int:
        now = time.monotonic()
        left, at = self._left.get(key, (burst, now))
        left = min(burst, left + (now - at) * per_second)
        if left < 1:
            self._left[key] = (left, now)
            return math.ceil((1 - left) / per_second)
        self._left[key] = (left - 1, now)
        return 0
