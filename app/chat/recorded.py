"""A chat model's reply of an earlier day, given again: nobody is asked, nothing is paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.chat.protocol import Message, Schema
from app.models import Usage


class RecordedModel:
    """Replies with the same words whatever it is sent.

    Args:
        name: of the model that wrote them.
        reply: its words.
    """

    def __init__(self, name: str, reply: str) -> None:
        self.name = name
        self._reply = reply

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]:
        """See ``ChatModel``."""
        yield self._reply
