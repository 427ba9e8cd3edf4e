"""A chat model with limits: retries with jitter, a circuit breaker, few calls at a time, a longest reply."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from app.chat.breaker import Breaker
from app.chat.failures import causes_of
from app.chat.ledger import Ledger
from app.chat.protocol import ChatModel, Message, Schema
from app.errors import ChatModelError, ModelUnreachable, ModelUnusable
from app.models import Usage

log = logging.getLogger(__name__)

_CHARS_PER_TOKEN = 8
_FIRST_PAUSE_SECONDS = 0.25


class GuardedModel:
    """Any chat model, asked with care; every model behind a server is wrapped in one.

    Args:
        model: does the work.
        retries: further attempts while nothing of the reply has come and the error may pass.
        concurrency: calls at a time; others wait up to ``timeout_seconds``.
        max_tokens: a reply of more than eight characters for each of them is broken off.
        pause: waits so many seconds.
    """

    def __init__(
        self,
        model: ChatModel,
        *,
        retries: int = 2,
        concurrency: int = 4,
        max_tokens: int = 400,
        timeout_seconds: float = 60.0,
        breaker: Breaker | None = None,
        ledger: Ledger | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = model.name
        self.ledger = ledger or Ledger()
        self._model = model
        self._retries = retries
        self._places = threading.BoundedSemaphore(concurrency)
        self._max_chars = max_tokens * _CHARS_PER_TOKEN
        self._timeout_seconds = timeout_seconds
        self._breaker = breaker or Breaker()
        self._pause = pause

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]:
        """See ``ChatModel``; an empty or endless reply is an error."""
        if not self._breaker.lets_through():
            raise ModelUnreachable(
                f"The chat model {self.name} failed several times and is left alone for a while.", hint="Ask later."
            )
        if not self._places.acquire(timeout=self._timeout_seconds):
            raise ModelUnreachable(f"The chat model {self.name} is busy with other questions.", hint="Ask later.")
        try:
            yield from self._counted(self._attempts(messages, schema))
        except ChatModelError as error:
            self._breaker.failed()
            self.ledger.fail()
            log.warning("chat model %s: %s [%s]", self.name, error, causes_of(error))
            raise
        finally:
            self._places.release()

    def _attempts(self, messages: Sequence[Message], schema: Schema | None) -> Iterator[str | Usage]:
        for attempt in range(self._retries + 1):
            begun = False
            try:
                for piece in self._model.stream(messages, schema=schema):
                    begun = True
                    yield piece
                return
            except ModelUnreachable:
                if begun or attempt == self._retries:
                    raise
                self._pause(random.uniform(0.5, 1.0) * _FIRST_PAUSE_SECONDS * 2**attempt)  # noqa: S311  # jitter

    def _counted(self, pieces: Iterator[str | Usage]) -> Iterator[str | Usage]:
        written = 0
        usage = Usage()
        for piece in pieces:
            if isinstance(piece, Usage):
                usage = piece
            else:
                written += len(piece)
            if written > self._max_chars:
                raise ModelUnusable(f"The chat model {self.name} does not come to an end.", hint="Use another model.")
            yield piece
        if not written:
            raise ModelUnusable(f"The chat model {self.name} replied with nothing.", hint="Look at its server's log.")
        self._breaker.succeeded()
        self.ledger.add(usage)
