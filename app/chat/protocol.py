"""What a writer needs from a chat model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from app.models import Usage

Schema = Mapping[str, Any]
"""A JSON schema of an object."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


class ChatModel(Protocol):
    """A model that continues a chat.

    ``stream`` yields pieces of text and, where the model tells it, one ``Usage``; closing the iterator stops the model.
    It raises ``ChatModelError``. ``schema`` asks for a JSON object; a model that cannot promise one replies as it does.
    """

    name: str

    def stream(self, messages: Sequence[Message], *, schema: Schema | None = None) -> Iterator[str | Usage]: ...
