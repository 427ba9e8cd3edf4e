"""What a chat model has used since the process started."""

from __future__ import annotations

import threading

from app.models import Usage


class Ledger:
    """Calls, tokens and cost so far; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls = 0
        self._failures = 0
        self._total = Usage()

    def add(self, usage: Usage) -> None:
        """Count one finished call."""
        with self._lock:
            self._calls += 1
            self._total = Usage(
                self._total.prompt_tokens + usage.prompt_tokens,
                self._total.completion_tokens + usage.completion_tokens,
                self._total.cost + usage.cost,
            )

    def fail(self) -> None:
        """Count one call that gave no usable reply."""
        with self._lock:
            self._failures += 1

    @property
    def failures(self) -> int:
        return self._failures

    @property
    def calls(self) -> int:
        return self._calls

    @property
    def total(self) -> Usage:
        return self._total
