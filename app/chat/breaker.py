"""A circuit breaker: after several failures in a row a model is left alone for a while."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Breaker:
    """Counts failures in a row; safe to use from several threads.

    Args:
        failures: so many in a row open it.
        rest_seconds: how long it stays open; then one call is let through to try.
        clock: seconds, growing.
    """

    def __init__(
        self, *, failures: int = 3, rest_seconds: float = 30.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = failures
        self._rest_seconds = rest_seconds
        self._clock = clock
        self._failures = 0
        self._closed_from = 0.0
        self._lock = threading.Lock()

    def lets_through(self) -> bool:
        """Whether a call may be tried now; while it rests, only one call at the end of each rest."""
        with self._lock:
            if self._failures < self._limit:
                return True
            if self._clock() < self._closed_from:
                return False
            self._closed_from = self._clock() + self._rest_seconds
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= self._limit:
                self._closed_from = self._clock() + self._rest_seconds
