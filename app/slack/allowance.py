"""How much each person and each channel may ask, and where Dateline answers at all."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, field

from app.slack.incoming import Incoming

WINDOW_SECONDS = 60.0
_MOST_KEYS = 1_000
"""With more, those that asked nothing within the minute are forgotten."""


class Allowance:
    """At most so many questions per key within a minute.

    Args:
        most: questions a minute.
        clock: seconds that only grow.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._asked: dict[Hashable, deque[float]] = {}

    def wait_seconds(self, key: Hashable) -> float:
        """0 when one more is allowed, and then it is counted; else how long to wait."""
        now = self._clock()
        asked = self._asked.setdefault(key, deque())
        while asked and now - asked[0] >= WINDOW_SECONDS:
            asked.popleft()
        if len(asked) >= self._most:
            return WINDOW_SECONDS - (now - asked[0])
        asked.append(now)
        if len(self._asked) > _MOST_KEYS:
            self._asked = {one: times for one, times in self._asked.items() if now - times[-1] < WINDOW_SECONDS}
        return 0.0

    @property
    def known(self) -> int:
        """Keys that are remembered."""
        return len(self._asked)


@dataclass(frozen=True, slots=True)
class Allowances:
    """The limits of one Slack app.

    Attributes:
        workspaces, channels: ids that are answered; empty means all. Direct messages are no channels.
    """

    per_user: Allowance
    per_channel: Allowance
    workspaces: Collection[str] = field(default=())
    channels: Collection[str] = field(default=())

    def answers_in(self, incoming: Incoming) -> bool:
        """Whether Dateline answers there."""
        is_known = not self.workspaces or incoming.team in self.workspaces
        return is_known and (not self.channels or incoming.is_direct or incoming.channel in self.channels)

    def refusal(self, incoming: Incoming) -> str | None:
        """A sentence for someone who asks too much; None when the question may be asked, and then it is counted."""
        person = self.per_user.wait_seconds((incoming.team, incoming.user))
        if person:
            return f"You have asked a lot within a minute. Please ask again in {person:.0f} seconds."
        channel = 0.0 if incoming.is_direct else self.per_channel.wait_seconds((incoming.team, incoming.channel))
        if channel:
            return f"This channel has asked a lot within a minute. Please ask again in {channel:.0f} seconds."
        return None
